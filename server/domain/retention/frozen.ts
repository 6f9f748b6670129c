import { type DurationSeries, durationSeries, durationsIn, type FacilityDurations } from '../durations.ts'
import type { DerivedSeries } from '../engine/derived-series.ts'
import type { CellId, MeasureId } from '../measures/index.ts'
import { missingReasons } from '../value.ts'
import { horizonOf, lookBackOf } from './horizon.ts'

/** Figures as they stood when the records behind them were deleted: of some cells, the months from `from` to `until`. */
export interface FrozenStretch {
  lookBackDays: number
  from: number
  until: number
  cells: readonly CellId[]
  /** Cell by cell, month by month. */
  amounts: readonly (number | null)[]
  reasons: readonly number[]
  /** The durations behind the medians among these measures. */
  durations: Readonly<Partial<Record<MeasureId, DurationSeries>>>
}

/** What is frozen of a facility, and until which day (days since 1970) its records are gone. */
export interface Frozen {
  goneUntil: number
  cells: ReadonlyMap<CellId, DerivedSeries>
  durations: FacilityDurations
}

const notSent = missingReasons.indexOf('records-not-sent')
const late = missingReasons.indexOf('late')
const tooShort = missingReasons.indexOf('records-too-short')

/** All stretches of a facility together; a month between two of them was never made. */
export function frozenOf(goneUntil: number, stretches: readonly FrozenStretch[]): Frozen {
  const cells = new Map<CellId, DerivedSeries>()
  for (const { from, until, cells: own, amounts, reasons } of [...stretches].sort((a, b) => a.from - b.from)) {
    const months = until - from + 1
    own.forEach((cell, place) => {
      const series = cells.get(cell) ?? { startMonth: from, amounts: [], reasons: [] }
      cells.set(cell, series)
      while (series.startMonth + series.reasons.length < from) {
        series.amounts.push(null)
        series.reasons.push(notSent)
      }
      series.amounts.push(...amounts.slice(place * months, (place + 1) * months))
      series.reasons.push(...reasons.slice(place * months, (place + 1) * months))
    })
  }
  return { goneUntil, cells, durations: durationsTogether(stretches) }
}

function durationsTogether(stretches: readonly FrozenStretch[]): FacilityDurations {
  const parts = new Map<MeasureId, DurationSeries[]>()
  for (const { durations } of stretches)
    for (const [id, series] of Object.entries(durations) as [MeasureId, DurationSeries][])
      parts.set(id, [...(parts.get(id) ?? []), series])
  const endOf = ({ startMonth, ended }: DurationSeries) => startMonth + ended.length - 1
  return new Map(
    [...parts].map(([id, own]) => {
      const first = Math.min(...own.map(({ startMonth }) => startMonth))
      const at = (month: number) => own.find((one) => month >= one.startMonth && month <= endOf(one))
      return [id, durationSeries(first, Math.max(...own.map(endOf)), (month) => durationsIn(at(month), month))]
    }),
  )
}

/** Whether records that are gone had a part in a cell's figure of a month, so that it cannot be made anew. */
export function isFrozen(cell: CellId, month: number, { goneUntil }: Pick<Frozen, 'goneUntil'>): boolean {
  const lookBackDays = lookBackOf(cell)
  return lookBackDays !== undefined && month <= horizonOf(goneUntil, lookBackDays)
}

/**
 * Lays what is frozen over a series that was made of the records that are left. A month in which records that are gone had a
 * part and that was not made before they went cannot be made any more: what it needs does not go back far enough.
 */
export function layFrozen(cell: CellId, series: DerivedSeries, { goneUntil, cells }: Frozen): void {
  const lookBackDays = lookBackOf(cell)
  if (lookBackDays === undefined) return
  const kept = cells.get(cell)
  const end = Math.min(horizonOf(goneUntil, lookBackDays), series.startMonth + series.reasons.length - 1)
  for (let month = series.startMonth; month <= end; month++) {
    const place = month - series.startMonth
    const reason = kept?.reasons[month - kept.startMonth] ?? notSent
    if (reason !== notSent && reason !== late) {
      series.amounts[place] = kept?.amounts[month - kept.startMonth] ?? null
      series.reasons[place] = reason
    } else if (series.amounts[place] !== null) {
      series.amounts[place] = null
      series.reasons[place] = tooShort
    }
  }
}

/** A group in which nobody was found, where the whole of its measure cannot be made any more: neither can the group. */
export function asFarAsWhole(group: DerivedSeries, whole: DerivedSeries | undefined): DerivedSeries {
  if (!whole?.reasons.includes(tooShort)) return group
  const isGone = (place: number) => whole.reasons[group.startMonth + place - whole.startMonth] === tooShort
  return {
    startMonth: group.startMonth,
    amounts: group.amounts.map((amount, place) => (isGone(place) ? null : amount)),
    reasons: group.reasons.map((reason, place) => (isGone(place) && reason < 0 ? tooShort : reason)),
  }
}
