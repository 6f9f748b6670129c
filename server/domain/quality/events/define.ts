import type { Cell } from '../../kernels/columns.ts'
import type { Facility } from '../../kernels/facility.ts'
import type { CheckId } from '../../records/checks.ts'
import type { RecordId } from '../../records/index.ts'

/** Notes a row of a record type in the month of a day; what lies outside the months that are looked at is passed over. */
export type See = (recordId: RecordId, row: number, day: number) => void

/** One check over the records of a facility, as the kernels see them. Words and level: the catalogue of checks. */
export interface EventCheck {
  id: CheckId
  /** What must have been sent for a month: of what was not, an absent row says nothing. */
  needs: readonly RecordId[]
  find: (facility: Facility, see: See) => void
  examples: readonly EventExample[]
}

/**
 * A facility A in UTC, all of whose records were sent, and how many rows of a type the check finds in March 2025. An example
 * that finds nothing stands beside each that finds something.
 */
export interface EventExample {
  given: Partial<Record<RecordId, readonly Readonly<Record<string, Cell>>[]>>
  finds: Partial<Record<RecordId, number>>
}

/** The rows of a type that are the facility's own. */
export function eachOwn(facility: Facility, recordId: RecordId, see: (row: number) => void): void {
  const place = facility.column(recordId, 'facility_id')
  for (let row = 0; row < facility.rows(recordId); row++) if (!(place[row]! > 0)) see(row)
}

/** The days of the window that a stretch of moments touches the midnight of: `until` NaN lasts to the present. */
export function eachMidnight(facility: Facility, from: number, until: number, see: (day: number) => void): void {
  const { days, asOf, firstDay, lastDay } = facility
  const end = Number.isNaN(until) ? asOf : Math.min(until, asOf)
  // The midnight of a day is the one at its end.
  for (let day = Math.max(days.dayOf(from), firstDay); day <= lastDay && day < days.dayOf(end); day++) see(day)
}

/** Days of a stay in an example: from the first to the last of March 2025 unless it says otherwise. */
export function exampleStay(given: Readonly<Record<string, Cell>> = {}): Readonly<Record<string, Cell>> {
  return {
    stay_key: 's',
    custody_key: 'c',
    person_key: 'p',
    admitted_at: '2025-03-01T10:00Z',
    admission_kind: 'new_from_liberty',
    ...given,
  }
}
