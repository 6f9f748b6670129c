import { type Month, monthAt } from '../period.ts'
import { horizonOf } from './horizon.ts'

/** Facilities whose months stand as they were frozen up to and with `until`: the records behind them were deleted by law. */
export interface Horizon {
  until: Month
  places: string[]
}

/**
 * How far back a recomputation, a comparison or an import reaches nothing any more, the oldest month first. `goneUntil` says
 * of facilities until which day (days since 1970) their records are gone. Measures that look back go a little further.
 */
export function horizonsOf(goneUntil: ReadonlyMap<string, number>, nameOf: (facilityId: string) => string): Horizon[] {
  const places = new Map<number, string[]>()
  for (const [facilityId, day] of goneUntil) {
    const month = horizonOf(day, 0)
    places.set(month, [...(places.get(month) ?? []), nameOf(facilityId)])
  }
  return [...places]
    .sort(([a], [b]) => a - b)
    .map(([month, names]) => ({ until: monthAt(month), places: names.toSorted() }))
}
