import { type Format, valueAxis } from './axis.ts'
import type {
  ChartFrame,
  ChartTable,
  DatedEvent,
  Datum,
  LimitLine,
  LineChart,
  LineSeries,
  Period,
  StepLine,
} from './spec.ts'

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
  steps?: StepLine[]
  events?: DatedEvent[]
  /** The table's own words: the heads of its columns, and how an interval is written beside its value. */
  words: { period: string; interval: (low: string, high: string) => string; signal?: string; events?: string }
}

/** A chart of values over months with its table twin, from figures and the reader's formatters. */
export function lineChart(given: GivenLineChart): LineChart {
  const { periods, y, format, formatTick = format, series, limits = [], steps = [], events = [], ...rest } = given
  const { words, ...frame } = rest
  const drawn = series.map((one) => ({ ...one, data: one.data.map((datum) => written(datum, format)) }))
  const values = [...drawn.flatMap((one) => one.data.flatMap(extent)), ...steps.flatMap(({ at }) => at.filter(isThere))]
  return {
    ...frame,
    kind: 'line',
    periods,
    y: valueAxis([...values, ...limits.map((limit) => limit.at)], y, formatTick),
    series: drawn,
    limits,
    steps,
    events,
    table: tableOf(
      periods,
      [
        ...drawn.map(({ name, data }) => [name, (at: number) => cell(data[at], format, words.interval)] as const),
        ...steps.map((step) => [step.name, (at: number) => stepCell(step, at, format)] as const),
        words.signal !== undefined && [words.signal, (at: number) => drawn[0]?.data[at]?.signal ?? ''],
        words.events !== undefined && events.length > 0 && [words.events, (at: number) => eventCell(events, at)],
      ],
      words.period,
    ),
  }
}

type TableColumn = readonly [name: string, cell: (at: number) => string]

function tableOf(periods: readonly Period[], columns: readonly (TableColumn | false)[], head: string): ChartTable {
  const shown = columns.filter((column) => column !== false)
  return {
    columns: [head, ...shown.map(([name]) => name)],
    rows: periods.map((period, at) => [period.label, ...shown.map(([, cellAt]) => cellAt(at))]),
  }
}

const isThere = (value: number | null): value is number => value !== null

function stepCell({ at }: StepLine, place: number, format: Format): string {
  const value = at[place] ?? null
  return value === null ? '' : format(value)
}

function eventCell(events: readonly DatedEvent[], place: number): string {
  return events.flatMap((event) => (event.at === place ? [event.name] : [])).join('; ')
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
