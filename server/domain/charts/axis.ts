import { scaleLinear } from 'd3-scale'
import { monthIndex } from '../period.ts'
import type { Axis, Period, Tick } from './spec.ts'

/** How a number is written on an axis, in the reader's language and with its unit where short. */
export type Format = (value: number) => string

/**
 * A value axis that holds `values` with round ticks. From nought where asked (bars) or where the values reach over more
 * than half of the way down to it; elsewhere a line may start higher, so that its movement can be seen.
 */
export function valueAxis(
  values: readonly number[],
  label: string,
  format: Format,
  from: 'zero' | 'data' = 'data',
): Axis {
  const [least, most] = [Math.min(...values), Math.max(...values)]
  if (!Number.isFinite(least)) return axis(0, 1, label, format)
  const zero = from === 'zero' || (least >= 0 && least < most / 2) || most === 0
  const low = zero ? Math.min(0, least) : least
  return axis(low, most > low ? most : low + Math.max(1, Math.abs(low) / 10), label, format)
}

function axis(low: number, high: number, label: string, format: Format): Axis {
  const scale = scaleLinear().domain([low, high]).nice(5)
  const [min = low, max = high] = scale.domain()
  return { label, min, max, ticks: distinctTicks((count) => scale.ticks(count), format) }
}

/**
 * Five ticks or fewer: as many as are written differently. Whole people have no fifths. Of values that are all written alike, as
 * rates far below the last digit are, the first: an axis without any would leave no chart.
 */
function distinctTicks(ticksOf: (count: number) => number[], format: Format): Tick[] {
  const tries = [5, 4, 3, 2, 1].map((count) => ticksOf(count).map((at) => ({ at, label: format(at) })))
  const isDistinct = (ticks: Tick[]) =>
    ticks.length > 0 && new Set(ticks.map((tick) => tick.label)).size === ticks.length
  return tries.find(isDistinct) ?? tries[0]!.slice(0, 1)
}

/** Steps between labelled months; from twelve on the year alone is written. */
const monthSteps = [1, 2, 3, 6, 12, 24, 60, 120]

/**
 * The months to label in `room` pixels, in steps that fall on January; `widthOf` measures a label. `at` is the place in
 * `periods`.
 */
export function periodTicks(periods: readonly Period[], room: number, widthOf: (label: string) => number): Tick[] {
  const labelled = (step: number) =>
    periods.flatMap((period, at) =>
      monthIndex(period.id) % step === 0 ? [{ at, label: step >= 12 ? period.year : period.label }] : [],
    )
  const fits = (ticks: Tick[]) =>
    ticks.length > 0 && ticks.every((tick) => widthOf(tick.label) + 16 <= room / ticks.length)
  const step = monthSteps.find((months) => fits(labelled(months)))
  return step ? labelled(step) : periods.slice(0, 1).map((period) => ({ at: 0, label: period.label }))
}
