import { type Format, valueAxis } from './axis.ts'
import type { ChartFrame, Datum, LimitLine, LineChart, LineSeries, Period } from './spec.ts'

/** A value with what is known of it, or the word for why there is none ("not reported"). */
export type GivenDatum = Omit<Datum, 'value' | 'shown'> & ({ value: number } | { none: string })

export interface GivenLineChart extends Omit<ChartFrame, 'table'> {
  periods: Period[]
  /** Axis label with its unit. */
  y: string
  /** Writes a value in full, as the table and the tooltip show it. */
  format: Format
  /** Writes a tick; as `format` unless given. */
  formatTick?: Format
  series: (Omit<LineSeries, 'data'> & { data: GivenDatum[] })[]
  limits?: LimitLine[]
  /** The table's own words: the head of the first column, and how an interval is written beside its value. */
  words: { period: string; interval: (low: string, high: string) => string }
}

/** A chart of values over months with its table twin, from figures and the reader's formatters. */
export function lineChart(given: GivenLineChart): LineChart {
  const { periods, y, format, formatTick = format, series, limits = [], words, ...frame } = given
  const drawn = series.map((one) => ({ ...one, data: one.data.map((datum) => written(datum, format)) }))
  const values = drawn.flatMap((one) => one.data.flatMap(extent))
  return {
    ...frame,
    kind: 'line',
    periods,
    y: valueAxis([...values, ...limits.map((limit) => limit.at)], y, formatTick),
    series: drawn,
    limits,
    table: {
      columns: [words.period, ...series.map((one) => one.name)],
      rows: periods.map((period, at) => [
        period.label,
        ...drawn.map((one) => cell(one.data[at], format, words.interval)),
      ]),
    },
  }
}

/** The datum as it is sent: its value beside its text, or no value beside the reason. */
export function written(given: GivenDatum, format: Format): Datum {
  if ('none' in given) return { value: null, shown: given.none }
  return { ...given, shown: format(given.value) }
}

/** The numbers that an axis must hold to show a datum. */
export function extent(datum: Datum): number[] {
  return [datum.value, datum.low, datum.high].filter((value) => typeof value === 'number')
}

/** A datum as a table cell: with its interval where it has one. */
export function cell(
  datum: Datum | undefined,
  format: Format,
  interval: (low: string, high: string) => string,
): string {
  if (!datum) return ''
  if (datum.value === null || datum.low === undefined || datum.high === undefined) return datum.shown
  return `${datum.shown} ${interval(format(datum.low), format(datum.high))}`
}
