import type { NoteLevel } from '../../server/domain/quality/note.ts'

/** The first of several names, and how many more there are. */
export interface Named<Name> {
  named: Name[]
  more: number
}

/** One note as a page shows it: all words, no numbers left to write. */
export interface NoteRow {
  key: string
  level: NoteLevel
  title: string
  /** The rule of a check, or what a question asks. */
  says: string
  seen: string
  /** How likely chance is, in words; null where nothing says it. */
  chance: string | null
  counts: Named<string>
  indicators: Named<{ id: string; title: string }>
}
