import { columnsOf, type FacilityRecords, monthOfDay } from '../kernels/columns.ts'
import { type Coverage, stretchAt } from '../kernels/coverage.ts'
import { type Facility, facilityOf, type MonthWindow } from '../kernels/facility.ts'
import type { KernelSettings } from '../kernels/settings.ts'
import { checks } from '../records/checks.ts'
import type { RecordId } from '../records/index.ts'
import type { EventCheck } from './events/define.ts'
import { eventChecks } from './events/index.ts'
import type { QualityNote } from './note.ts'
import { recordQuestionIds, recordQuestions } from './record-questions.ts'

/** Whose notes `recordNotes` makes. */
export const eventCheckIds: readonly string[] = [...eventChecks.map(({ id }) => id), ...recordQuestionIds]

/** Ids of more rows than this are not kept: whoever mends a hundred finds the rest by the same rule. */
const mostRowsNamed = 100

/** What checks and questions find in the records of a facility, `asked` being how many are asked over the country; see `eventNotes`. */
export function recordNotes(
  records: FacilityRecords,
  coverage: Coverage,
  { asked, ...around }: { window: MonthWindow; settings: KernelSettings; asOf: number; asked: number },
): QualityNote[] {
  const facility = facilityOf(records, around.window, around.settings, around.asOf)
  return [...checkNotes(records, facility, coverage, eventChecks), ...recordQuestions(facility, coverage, asked)]
}

/**
 * What the checks find in the records of a facility over the months of `window`, where all that a check needs was sent. Any
 * order of rows gives the same notes, and so does any window around a month.
 */
export function eventNotes(
  records: FacilityRecords,
  coverage: Coverage,
  window: MonthWindow,
  settings: KernelSettings,
  asOf: number,
  list: readonly EventCheck[] = eventChecks,
): QualityNote[] {
  return checkNotes(records, facilityOf(records, window, settings, asOf), coverage, list)
}

function checkNotes(
  records: FacilityRecords,
  facility: Facility,
  coverage: Coverage,
  list: readonly EventCheck[],
): QualityNote[] {
  const { window } = facility
  return list.flatMap((check) => {
    const found = new Map<string, { month: number; recordId: RecordId; rows: Set<number> }>()
    const isSent = (month: number, recordId: RecordId) =>
      [...check.needs, recordId].every((need) => stretchAt(coverage, need, month) !== undefined)
    check.find(facility, (recordId, row, day) => {
      const month = monthOfDay(day)
      if (!(month >= window.first && month < window.first + window.months) || !isSent(month, recordId)) return
      const key = `${month} ${recordId}`
      const known = found.get(key) ?? { month, recordId, rows: new Set<number>() }
      found.set(key, known)
      known.rows.add(row)
    })
    return [...found.values()].map(({ month, recordId, rows }) =>
      noteOf(check, month, recordId, idsOf(records, recordId, rows), rows.size),
    )
  })
}

function idsOf(records: FacilityRecords, recordId: RecordId, rows: ReadonlySet<number>): string[] {
  const { idOf } = columnsOf(records, recordId)
  return [...rows]
    .flatMap((row) => idOf(row) ?? [])
    .sort()
    .slice(0, mostRowsNamed)
}

function noteOf({ id }: EventCheck, month: number, recordId: RecordId, rows: string[], count: number): QualityNote {
  const { level } = checks.find((one) => one.id === id)!
  const none = { found: null, expected: null, probability: null, months: null }
  return { month, checkId: id, level, subject: recordId, cells: [], recordId, count, ...none, rows }
}
