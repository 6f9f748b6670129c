import type { CellId } from '../measures/index.ts'
import type { RecordId } from '../records/index.ts'
import { ofInspectors } from '../records/personal-data.ts'
import { blockOf } from '../suppression/blocks.ts'
import { isFew } from '../suppression/sensitive.ts'
import type { Sight } from '../suppression/view.ts'
import type { QualityNote } from './note.ts'

/** A note as it is read: without the rows that it was found in. */
export type ReadNote = Omit<QualityNote, 'rows' | 'subject' | 'month'>

/** A count of which both records and the return of the month say a number. */
export interface TwoAnswers {
  cell: CellId
  events: number
  returned: number
}

/** What is known of the quality of a facility's month. */
export interface MonthQuality {
  notes: readonly ReadNote[]
  both: readonly TwoAnswers[]
  /** Blocks of counts that are withheld in the month, or were in the year before it: a note may speak of both. */
  withheld: readonly string[]
  /** Blocks of counts that are or were withheld in any month up to it. */
  everWithheld: readonly string[]
  /** When the return of the month came, or was last corrected. */
  returnedAt: string | null
}

/** A note as it is shown; `isWithheld` where it has numbers that this reader does not see. */
export type ShownNote = ReadNote & { isWithheld: boolean }

export interface ShownQuality extends Omit<MonthQuality, 'notes' | 'withheld' | 'everWithheld'> {
  notes: readonly ShownNote[]
}

/** The check that holds what records count against what the return of the month says. */
const twoSources = 'X32'

/** Under which heading a note stands: a question, a count that two sources give differently, or a check that does not hold. */
export function headingOf({
  level,
  checkId,
}: Pick<ReadNote, 'level' | 'checkId'>): 'question' | 'two-sources' | 'check' {
  if (level === 'question') return 'question'
  return checkId === twoSources ? 'two-sources' : 'check'
}

/** Records about health, incidents, complaints, women and children: that one of them is odd says that there is one. */
const sensitiveRecords: readonly RecordId[] = [
  'health_screening',
  'health_request',
  'death',
  'maternity_case',
  'child_resident',
  'incident',
  'incident_person',
  'force_use',
  'search_event',
  'complaint',
  'person_flag',
]

/** Notes that only list counts, each by itself; all others hold counts against each other. */
const lists = ['copied-forward', 'round-numbers']
/** Questions that reckon from all the months before. */
const looksFarBack = ['zero-run', 'moved-denominator']

/**
 * The quality of a month as a reader is shown it. Whoever sees all counts sees all of it. The ministry is told no number and
 * no name of a count that is withheld from it, nothing of records that it must not know of, and no small number of rows: a
 * note of which nothing is left does not exist. What was found in the records of inspectors is for those alone who read them:
 * it would tell of a visit.
 */
export function shownQuality(quality: MonthQuality, sight: Sight, { readsInspections = false } = {}): ShownQuality {
  const { both, withheld, everWithheld, returnedAt } = quality
  const isTheirs = ({ recordId }: ReadNote) => recordId !== null && ofInspectors.includes(recordId)
  const notes = readsInspections ? quality.notes : quality.notes.filter((note) => !isTheirs(note))
  if (sight === 'nothing') return { notes: [], both: [], returnedAt: null }
  if (sight === 'all') return { notes: notes.map((note) => ({ ...note, isWithheld: false })), both, returnedAt }
  const hidden = new Set(withheld)
  return {
    notes: notes.flatMap((note) => shownNote(note, hidden, everWithheld)),
    both: both.filter(({ cell, events, returned }) => !isHidden(cell, hidden, [events, returned])),
    returnedAt,
  }
}

function shownNote(note: ReadNote, withheld: ReadonlySet<string>, ever: readonly string[]): ShownNote[] {
  if (note.recordId !== null) {
    // That all figures of an area are within says so of those that are withheld.
    const isTold = !note.cells.some((cell) => isHidden(cell as CellId, withheld, []))
    if (sensitiveRecords.includes(note.recordId) || !isTold) return []
    const none = { count: 0, found: null, expected: null, probability: null }
    return [isFew(note.count) ? { ...note, ...none, isWithheld: true } : { ...note, isWithheld: false }]
  }
  const hidden = looksFarBack.includes(note.checkId) ? new Set([...withheld, ...ever]) : withheld
  const numbers = [note.found ?? 0, note.expected ?? 0]
  const cells = note.cells.filter((cell) => !isHidden(cell as CellId, hidden, numbers))
  if (cells.length === note.cells.length) return cells.length > 0 ? [{ ...note, isWithheld: false }] : []
  // That a comparison fails says something of each count in it.
  if (cells.length === 0 || !lists.includes(note.checkId)) return []
  return [{ ...note, cells, found: null, expected: null, probability: null, isWithheld: true }]
}

/** Whether a count may be withheld and is, or is small beside what it is compared with. */
function isHidden(cell: CellId, withheld: ReadonlySet<string>, numbers: readonly number[]): boolean {
  const block = blockOf(cell)
  return block !== undefined && (withheld.has(block.id) || numbers.some(isFew))
}
