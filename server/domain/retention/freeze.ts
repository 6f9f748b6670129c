import { type DurationSeries, durationSeries, durationsIn, type FacilityDurations } from '../durations.ts'
import { type Covered, type DerivedSeries, nobodyIn } from '../engine/derived-series.ts'
import type { CellId, MeasureId } from '../measures/index.ts'
import { missingReasons } from '../value.ts'
import type { FrozenStretch } from './frozen.ts'
import { frozenTogether, horizonOf } from './horizon.ts'

const notSent = missingReasons.indexOf('records-not-sent')

/**
 * What has to be frozen before records until `goneUntil` go: every measure of persons or staff, with every group, for the
 * months in which the records had a part and that are not frozen yet. Months that were never covered are not made of these
 * records, and are left out.
 */
export function freeze(
  derived: ReadonlyMap<CellId, DerivedSeries>,
  durations: FacilityDurations,
  covered: Covered,
  goneUntil: number,
  before: number | undefined,
): FrozenStretch[] {
  const { first, last } = covered.range
  return [...frozenTogether].flatMap(([lookBackDays, cells]) => {
    const from = before === undefined ? first : Math.max(first, horizonOf(before, lookBackDays) + 1)
    const until = Math.min(last, horizonOf(goneUntil, lookBackDays))
    if (from > until) return []
    const stretch = {
      lookBackDays,
      from,
      until,
      cells,
      amounts: [] as (number | null)[],
      reasons: [] as number[],
      durations: {} as Partial<Record<MeasureId, DurationSeries>>,
    }
    for (const cell of cells) {
      const series = derived.get(cell) ?? nobodyIn(cell, covered)
      for (let month = from; month <= until; month++) {
        stretch.amounts.push(series.amounts[month - series.startMonth] ?? null)
        stretch.reasons.push(series.reasons[month - series.startMonth] ?? notSent)
      }
    }
    for (const [id, series] of durations)
      if (cells.includes(id)) stretch.durations[id] = durationSeries(from, until, (month) => durationsIn(series, month))
    return [stretch]
  })
}
