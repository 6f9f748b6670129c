import type { MeasureId } from '../measures/index.ts'
import type { RecordId } from '../records/index.ts'
import type { Facility } from './facility.ts'
import type { Counter } from './tally.ts'

/**
 * How one measure derives from records. `count` goes once through the columns that it needs and adds what it finds;
 * what a facility does not send is never counted as nought, because `needs` says what must have been sent.
 */
export interface Derivation {
  measure: MeasureId
  needs: readonly RecordId[]
  /**
   * How many days before the month's last day the records must reach back: 90 for "in the last 90 days". A clock that ran
   * out in the month and is counted there began up to its length before the month: its length and 31 days.
   */
  lookBackDays: number
  count: (facility: Facility, counter: Counter) => void
  /** 'own' where the rows say themselves of which sex they speak, as sheets of staff do. */
  groups?: 'own'
}

/** Writes down one derivation; most measures look at their month alone. */
export function derive(
  measure: MeasureId,
  needs: readonly RecordId[],
  count: Derivation['count'],
  lookBackDays = 0,
): Derivation {
  return { measure, needs, count, lookBackDays }
}
