import type { RecordId } from '../records/index.ts'
import { monthOfDay } from './columns.ts'
import type { Derivation } from './define.ts'
import { eachMonthEnd, type Facility } from './facility.ts'

/** A number read off one row: a day, or whether something holds. */
type OfRow<T> = (row: number) => T

type Count = Derivation['count']

/**
 * Every own row of a record type on the day that `dayOf` gives (NaN: on no day), counted in its month where `test`
 * holds. A clock that ran out is counted in the month of its last day: let `dayOf` add its length.
 */
export function rowsOf(
  recordId: RecordId,
  made: (facility: Facility) => {
    day: OfRow<number>
    test?: OfRow<boolean>
    amount?: OfRow<number>
    stay?: OfRow<number>
  },
): Count {
  return (facility, counter) => {
    const { day, test = () => true, amount, stay = facility.stayOf(recordId) } = made(facility)
    const place = facility.column(recordId, 'facility_id')
    const { first, months } = facility.window
    for (let row = 0; row < facility.rows(recordId); row++) {
      if (place[row]! > 0) continue
      const on = day(row)
      const month = monthOfDay(on) - first
      if (month >= 0 && month < months && test(row)) counter.add(month, stay(row), on, amount ? amount(row) : 1)
    }
  }
}

/** Every own stay on the day that `dayOf` gives, where `test` holds: arrivals, departures, what was due from them. */
export function staysOn(made: (facility: Facility) => { day: OfRow<number>; test?: OfRow<boolean> }): Count {
  return rowsOf('stay', (facility) => ({ ...made(facility), stay: (row) => row }))
}

/** Every person held here at the last midnight of a month for whom `test` holds then. */
export function heldAtEnd(made: (facility: Facility) => (stay: number, day: number, place: number) => boolean): Count {
  return (facility, counter) => {
    const test = made(facility)
    const { stays, window } = facility
    let stay = 0
    const see = (place: number, day: number) => {
      if (test(stay, day, place)) counter.add(place, stay, day)
    }
    for (; stay < stays.count; stay++)
      if (stays.isOwn[stay]) eachMonthEnd(window, stays.from[stay]!, stays.until[stay]!, see)
  }
}

/** Whether a moment came after another and within so many hours of it. A moment that never came did not. */
export function within(moment: number | undefined, since: number | undefined, hours: number): boolean {
  return moment !== undefined && since !== undefined && moment - since <= hours * 3_600_000
}
