import type { CheckLevel } from '../records/check.ts'
import type { RecordId } from '../records/index.ts'

/** How a note weighs: as its check says, or as a question, from which nothing is reckoned. */
export const noteLevels = ['error', 'warning', 'info', 'question'] as const satisfies readonly (
  | CheckLevel
  | 'question'
)[]
export type NoteLevel = (typeof noteLevels)[number]

/** What one check or quiet question found in one month of a facility. No value is changed by it. */
export interface QualityNote {
  /** As `monthIndex`. */
  month: number
  /** The check ('X01') or quiet question ('zero-run'). */
  checkId: string
  level: NoteLevel
  /** Tells two notes of one check and month apart: the first cells compared, or the record type. */
  subject: string
  /** Cells of the return that were compared; of a check of records none. */
  cells: readonly string[]
  /** The record type whose rows it is about. */
  recordId: RecordId | null
  /** How many rows of records, or 1. */
  count: number
  /** What was found and what it should keep to, in one unit; null where rows are only counted. */
  found: number | null
  expected: number | null
  /** How likely chance alone gives this or more. */
  probability: number | null
  /** For how many months on end, up to this one. */
  months: number | null
  /** Ids of the rows, the first of them; never a key of a person. */
  rows: readonly string[]
}

/** The key of a note among those of its facility. */
export function noteKey({ month, checkId, subject }: QualityNote): string {
  return `${month} ${checkId} ${subject}`
}

/** Whether two notes of one key say the same. */
export function isSameNote(a: QualityNote, b: QualityNote): boolean {
  return JSON.stringify(said(a)) === JSON.stringify(said(b))
}

function said(note: QualityNote) {
  const { level, cells, recordId, count, found, expected, probability, months, rows } = note
  return [level, cells, recordId, count, found, expected, probability, months, rows]
}

/** What of the notes that stood is ended, and what is new: a note that says the same stays as it is. */
export function changedNotes<Kept extends QualityNote>(
  before: readonly Kept[],
  after: readonly QualityNote[],
): { ended: Kept[]; added: QualityNote[] } {
  const old = new Map(before.map((note) => [noteKey(note), note]))
  const now = new Map(after.map((note) => [noteKey(note), note]))
  const stays = (note: QualityNote | undefined, other: QualityNote | undefined) =>
    note !== undefined && other !== undefined && isSameNote(note, other)
  return {
    ended: before.filter((note) => !stays(note, now.get(noteKey(note)))),
    added: [...now.values()].filter((note) => !stays(old.get(noteKey(note)), note)),
  }
}
