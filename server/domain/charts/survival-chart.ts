import type { Format } from './axis.ts'
import type { ChartFrame, LimitLine, SurvivalChart } from './spec.ts'

export interface GivenSurvivalChart extends Omit<ChartFrame, 'table'> {
  /** In the order of time; shares in percent of all that began. */
  points: { time: number; value: number; low: number | null; high: number | null; left: number }[]
  limits: LimitLine[]
  format: Format
  formatCount: Format
  words: {
    time: string
    value: string
    left: string
    half: string
    interval: (low: string, high: string) => string
  }
}

/** A curve of what lasts and its table twin. */
export function survivalChart(given: GivenSurvivalChart): SurvivalChart {
  const { points, limits, format, formatCount, words, ...frame } = given
  const drawn = points.map(({ low, high, ...point }) => ({
    ...point,
    ...(low !== null && high !== null && { low, high }),
    shown: format(point.value),
    leftShown: formatCount(point.left),
  }))
  const times = [0, ...drawn.map(({ time }) => time)]
  return {
    ...frame,
    kind: 'survival',
    x: {
      label: words.time,
      min: 0,
      max: Math.max(...times, 1),
      ticks: times.map((at) => ({ at, label: formatCount(at) })),
    },
    y: {
      label: words.value,
      min: 0,
      max: 100,
      ticks: [0, 25, 50, 75, 100].map((at) => ({ at, label: format(at) })),
    },
    points: drawn,
    leftName: words.left,
    limits,
    half: { at: 50, name: words.half },
    table: {
      columns: [words.time, words.value, words.left],
      rows: drawn.map(({ time, shown, low, high, leftShown }) => [
        formatCount(time),
        low === undefined || high === undefined ? shown : `${shown} ${words.interval(format(low), format(high))}`,
        leftShown,
      ]),
    },
  }
}
