import type { Format } from './axis.ts'
import { type GivenDatum, lineChart } from './line-chart.ts'
import type { ChartFrame, LimitLine, LineSeries, MultiplesChart, Period } from './spec.ts'

/** One of several charts over the same months: its own axis and unit, one line or two. */
export interface GivenPanel {
  id: string
  /** Axis label with its unit. */
  y: string
  format: Format
  series: (Omit<LineSeries, 'data'> & { data: GivenDatum[] })[]
  limits?: LimitLine[]
}

export interface GivenMultiples extends Omit<ChartFrame, 'table'> {
  periods: Period[]
  panels: GivenPanel[]
  words: { period: string; interval: (low: string, high: string) => string }
}

/** Several small charts one above the other over one time axis, with one table for all of them. */
export function multiplesChart({ panels, words, ...frame }: GivenMultiples): MultiplesChart {
  const drawn = panels.map((panel) => lineChart({ ...frame, ...panel, words }))
  return {
    ...frame,
    kind: 'multiples',
    panels: drawn.map(({ id, y, series, limits }) => ({ id, y, series, limits })),
    table: {
      columns: [words.period, ...drawn.flatMap(({ table }) => table.columns.slice(1))],
      rows: frame.periods.map((period, at) => [
        period.label,
        ...drawn.flatMap(({ table }) => table.rows[at]?.slice(1) ?? []),
      ]),
    },
  }
}
