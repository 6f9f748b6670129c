import { type Format, valueAxis } from './axis.ts'
import { cell, extent, type GivenDatum, written } from './line-chart.ts'
import type { ChartFrame, LimitLine, RowChart } from './spec.ts'

export interface GivenRowChart extends Omit<ChartFrame, 'table'> {
  kind: RowChart['kind']
  /** In the order of the register, never by value: an order by value is a ranking. */
  rows: (GivenDatum & { id: string; name: string; emphasis?: boolean })[]
  x: string
  format: Format
  formatTick?: Format
  limits?: LimitLine[]
  words: { row: string; interval: (low: string, high: string) => string }
}

/** Facilities or groups one under the other, with intervals (dot-interval) or from nought (bar), and the table twin. */
export function rowChart(given: GivenRowChart): RowChart {
  const { rows, x, format, formatTick = format, limits = [], words, ...frame } = given
  const drawn = rows.map(({ id, name, emphasis, ...datum }) => ({
    id,
    name,
    ...(emphasis && { emphasis }),
    ...written(datum, format),
  }))
  const values = [...drawn.flatMap(extent), ...limits.map((limit) => limit.at)]
  return {
    ...frame,
    x: valueAxis(values, x, formatTick, given.kind === 'bar' ? 'zero' : 'data'),
    rows: drawn,
    limits,
    table: { columns: [words.row, x], rows: drawn.map((row) => [row.name, cell(row, format, words.interval)]) },
  }
}
