import { type ControlSignal, runs } from './run-rules.ts'

/** One period of a chart: its value, the limits that hold for it and what stands out. */
export interface ControlPoint {
  value: number
  low: number
  high: number
  signals: ControlSignal[]
}

/** A series with the limits of its own ordinary variation. A missing period is null in its place; it is never filled in. */
export type ControlChart =
  | { state: 'too-few'; reported: number }
  | {
      state: 'chart'
      centre: number
      median: number
      points: (ControlPoint | null)[]
      /** How many times as wide the limits are as chance among the counted alone would make them; 1 where they are not widened. */
      widened: number
    }

export type CountsOfPeriod = { numerator: number; denominator: number } | null

/** Under this many reported periods there are no limits. A choice: Montgomery asks for 20 to 25, Wheeler accepts fewer. */
export const periodsForLimits = 12

/** Wheeler's factor for an individual value: three standard deviations from the mean moving range of two (3 / 1.128). */
const movingRangeFactor = 2.66
/** The mean range of two normal values, in standard deviations (d2 for n = 2). */
const rangeOfTwo = 1.128

/**
 * What the limits of counts are made of: chance among the counted alone, or the variation that the months really show where
 * it is more. With many thousand people, or cases that come together, chance alone would call every month a signal.
 */
export type Spread = 'chance' | 'shown'

/**
 * p-chart of shares: centre ± 3 standard errors of each period's own base, within 0 and 1; fractions.
 * Source: Shewhart 1931; Montgomery, Introduction to Statistical Quality Control, section 7.2.
 */
export function pChart(periods: readonly CountsOfPeriod[], spread: Spread = 'chance'): ControlChart {
  return countsChart(periods, (centre, base) => Math.sqrt((centre * (1 - centre)) / base), 1, spread)
}

/**
 * u-chart of rates: centre ± 3 standard errors of each period's own base, not under 0; events per unit of base.
 * Source: Montgomery, section 7.3.
 */
export function uChart(periods: readonly CountsOfPeriod[], spread: Spread = 'chance'): ControlChart {
  return countsChart(periods, (centre, base) => Math.sqrt(centre / base), Number.POSITIVE_INFINITY, spread)
}

/**
 * XmR-chart of single values in their own unit: mean ± 2.66 × the mean moving range. A range is taken only between
 * periods that follow each other. Source: Wheeler, Understanding Variation, 1993.
 */
export function xmrChart(values: readonly (number | null)[]): ControlChart {
  const reported = values.filter((value) => value !== null)
  const ranges = movingRanges(values)
  if (reported.length < periodsForLimits || ranges.length === 0) return { state: 'too-few', reported: reported.length }
  const centre = mean(reported)
  const half = movingRangeFactor * mean(ranges)
  return chart(centre, values, () => ({ low: centre - half, high: centre + half }))
}

/**
 * The same chart without runs, for stocks that carry over from month to month (people held on the last day): neighbours are
 * alike by themselves, so that a run is no sign (corrections to the catalogue, statistics).
 */
export function withoutRuns(drawn: ControlChart): ControlChart {
  if (drawn.state !== 'chart') return drawn
  const points = drawn.points.map(
    (point) => point && { ...point, signals: point.signals.filter((signal) => !signal.startsWith('run-')) },
  )
  return { ...drawn, points }
}

function countsChart(
  periods: readonly CountsOfPeriod[],
  standardError: (centre: number, base: number) => number,
  ceiling: number,
  spread: Spread,
): ControlChart {
  const based = periods.map((period) => (period && period.denominator > 0 ? period : null))
  const reported = based.filter((period) => period !== null)
  if (reported.length < periodsForLimits) return { state: 'too-few', reported: reported.length }
  const centre = sum(reported.map((period) => period.numerator)) / sum(reported.map((period) => period.denominator))
  const values = based.map((period) => period && period.numerator / period.denominator)
  const errors = based.map((period) => standardError(centre, period?.denominator ?? 1))
  const distances = values.map((value, at) => (value === null ? null : (value - centre) / errors[at]!))
  const widened = spread === 'shown' ? widening(distances) : 1
  const limitsAt = (at: number) => {
    const half = 3 * widened * errors[at]!
    return { low: Math.max(0, centre - half), high: Math.min(ceiling, centre + half) }
  }
  return chart(centre, values, limitsAt, widened)
}

/**
 * The standard deviation of the months' distances from the centre, in standard errors, by their mean moving range; never
 * under 1. Source: Laney 2002, Improved control charts for attributes, Quality Engineering 14.
 */
function widening(distances: readonly (number | null)[]): number {
  const ranges = movingRanges(
    distances.map((distance) => (distance !== null && Number.isFinite(distance) ? distance : null)),
  )
  return ranges.length > 0 ? Math.max(1, mean(ranges) / rangeOfTwo) : 1
}

/** The steps between periods that follow each other; a gap makes none. */
function movingRanges(values: readonly (number | null)[]): number[] {
  return values.flatMap((value, at) => {
    const before = at > 0 ? values[at - 1] : null
    return value === null || before === null || before === undefined ? [] : [Math.abs(value - before)]
  })
}

function chart(
  centre: number,
  values: readonly (number | null)[],
  limitsAt: (at: number) => { low: number; high: number },
  widened = 1,
): ControlChart {
  const median = medianOf(values.filter((value) => value !== null))
  const inRun = runs(values, median)
  const points = values.map((value, at) => {
    if (value === null) return null
    const { low, high } = limitsAt(at)
    const beyond: ControlSignal[] = value > high ? ['above-limit'] : value < low ? ['below-limit'] : []
    return { value, low, high, signals: [...beyond, ...(inRun[at] ?? [])] }
  })
  return { state: 'chart', centre, median, points, widened }
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const half = sorted.length / 2
  return (sorted[Math.ceil(half) - 1]! + sorted[Math.floor(half)]!) / 2
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length
}
