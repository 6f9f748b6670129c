import type { RecordId } from '../records/index.ts'
import { monthOfDay } from './columns.ts'
import { derivations } from './index.ts'
import type { KernelSettings } from './settings.ts'

/** The days that a record speaks of, counted from 1970; an open one lasts to the present. */
export interface Span {
  first: number
  last: number
}

/** Records that the solitary clock reads: one of them may join two episodes that were apart. */
const clockRecords: ReadonlySet<RecordId> = new Set(['stay', 'restrictive_placement', 'placement_day'])

/**
 * The months, as `monthIndex`, whose measures a new or changed record can change, from first to last. They reach forward
 * by the longest window that looks back on the record, and, for what the solitary clock reads, backward by the break rule:
 * a placement resumed within it changes the month before. `span` covers the record as it was and as it is; for a record of
 * a person it ends no sooner than the custody, for a clock runs on, and for a row of a placement, plan or incident it is
 * that of its parent. Nothing after `today` is touched.
 */
export function touchedMonths(
  recordId: RecordId,
  span: Span,
  settings: KernelSettings,
  today: number,
): { first: number; last: number } {
  const back = clockRecords.has(recordId) ? Math.ceil(settings.clock.breakHours / 24) + 1 : 0
  const last = Math.min(today, span.last + forwardDays(recordId))
  return { first: monthOfDay(span.first - back), last: monthOfDay(Math.max(last, span.first)) }
}

/** How many days after it a record can still be looked back upon, with a day for zones and midnights. */
function forwardDays(recordId: RecordId): number {
  const looking = derivations.filter(({ needs }) => needs.includes(recordId))
  return 1 + Math.max(0, ...looking.map(({ lookBackDays }) => lookBackDays))
}
