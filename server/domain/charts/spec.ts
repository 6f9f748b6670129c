import type { Month } from '../period.ts'

/**
 * A chart as data, in words and numbers that are ready to be drawn: it travels as JSON from a loader to the page, and both
 * renderers (and the table twin) read the same object. Every text in it is already in the reader's language.
 */
export type ChartSpec =
  | LineChart
  | MultiplesChart
  | FunnelChart
  | ScatterChart
  | RowChart
  | HeatCalendar
  | SurvivalChart

export interface ChartFrame {
  /** Unique on its page; anchors and pattern ids are made of it. */
  id: string
  /** The finding, or the question that the chart answers. */
  title: string
  /** What a reader who does not see the chart should know of it. */
  summary: string
  /** Everything, time included, runs in the reading direction of the words. */
  direction: 'ltr' | 'rtl'
  /** Source, caveat or reading aid under the chart. */
  note?: string
  table: ChartTable
}

/** The same figures as a table. The first cell of a row names the row. */
export interface ChartTable {
  columns: string[]
  rows: string[][]
}

/** A value axis. `label` carries the unit; ticks are written by the caller's formatter. */
export interface Axis {
  label: string
  min: number
  max: number
  ticks: Tick[]
}

export interface Tick {
  at: number
  label: string
}

/** One value as it is drawn and as it is written; null is no value, and then `shown` says why. */
export interface Datum {
  value: number | null
  shown: string
  /** The ends of its interval, in the unit of the axis. */
  low?: number
  high?: number
  /** Drawn hatched: few cases. */
  few?: boolean
  /** Stands out by a control limit or a run rule: which, in words. */
  signal?: string
  /** The few words that stand beside its mark. */
  mark?: string
}

/** A named line to be held against: a threshold with whose it is, or a reference. */
export interface LimitLine {
  at: number
  /** What it is and whose: "Target: at most 90 % (Council of Europe)". */
  name: string
  level: 'target' | 'limit' | 'breach' | 'reference'
}

export interface Period {
  id: Month
  /** "Feb 2020" */
  label: string
  /** "2020" */
  year: string
}

export const seriesRoles = ['main', 'second', 'third', 'peer'] as const
/** Accent colour belongs to 'main' alone; 'peer' is grey. Each role has its own dash as well as its own colour. */
export type SeriesRole = (typeof seriesRoles)[number]

export interface LineSeries {
  id: string
  name: string
  role: SeriesRole
  /** One for each period of the chart. */
  data: Datum[]
}

/** A line that may change its height from month to month: a control limit. A month without it is a gap in it. */
export interface StepLine {
  name: string
  at: (number | null)[]
}

/** Something dated that a reader should see beside the figures: a new law, a changed capacity. */
export interface DatedEvent {
  /** Place in the periods. */
  at: number
  name: string
}

/** Values over months. A month without a value is a gap. */
export interface LineChart extends ChartFrame {
  kind: 'line'
  periods: Period[]
  y: Axis
  series: LineSeries[]
  limits: LimitLine[]
  steps: StepLine[]
  events: DatedEvent[]
}

/** Several small line charts one above the other over the same months, each with its own axis and unit. */
export interface MultiplesChart extends ChartFrame {
  kind: 'multiples'
  periods: Period[]
  panels: Pick<LineChart, 'id' | 'y' | 'series' | 'limits'>[]
}

/** A line the height of a word, for a tile or a table row. It has no axis, so it is never the only place of a figure. */
export interface Sparkline {
  kind: 'sparkline'
  id: string
  summary: string
  direction: 'ltr' | 'rtl'
  min: number
  max: number
  values: (number | null)[]
  limit?: number
}

/** Where a facility lies in a funnel, for the shape of its mark. */
export type FunnelMark = 'within' | 'above-95' | 'above-998' | 'below-95' | 'below-998' | 'few' | 'no-limits'

export interface FunnelPoint {
  id: string
  name: string
  size: number
  value: number
  sizeShown: string
  shown: string
  /** The outcome in words. */
  outcome: string
  mark: FunnelMark
}

/** Facilities by size, with the limits that chance explains at each size. */
export interface FunnelChart extends ChartFrame {
  kind: 'funnel'
  x: Axis
  y: Axis
  points: FunnelPoint[]
  /** The value of all together (or the given target), with its words. */
  target: { at: number; name: string } | null
  /** Limit curves as [size, value]; none for complete counts. */
  curves: { level: '95' | '998'; name: string; low: [number, number][]; high: [number, number][] }[]
}

/** A facility by two figures. */
export interface ScatterPoint {
  id: string
  name: string
  x: number
  y: number
  xShown: string
  yShown: string
}

/** Facilities by two figures, with nothing drawn through them. */
export interface ScatterChart extends ChartFrame {
  kind: 'scatter'
  x: Axis
  y: Axis
  points: ScatterPoint[]
}

export interface ChartRow extends Datum {
  id: string
  name: string
  /** Drawn in the accent colour: the one that the page is about. */
  emphasis?: boolean
}

/** One row a facility or group: 'dot-interval' for estimates with intervals, 'bar' for amounts from nought. */
export interface RowChart extends ChartFrame {
  kind: 'dot-interval' | 'bar'
  x: Axis
  rows: ChartRow[]
  limits: LimitLine[]
}

/** How much of what was expected in one month is there, from 0 to 1; null where nothing was expected. */
export interface HeatCell {
  share: number | null
  shown: string
}

export interface HeatRow {
  id: string
  name: string
  /** One for each period of the calendar. */
  cells: HeatCell[]
}

/** Rows by months, each cell filled as far as it is complete: height says it, colour adds nothing to it. */
export interface HeatCalendar extends ChartFrame {
  kind: 'heat'
  periods: Period[]
  rows: HeatRow[]
}

/** The share that still lasts after a time, known at that time and not between; `left` is how many are followed beyond it. */
export interface SurvivalPoint {
  time: number
  value: number
  shown: string
  /** The ends of its interval; absent where it has none. */
  low?: number
  high?: number
  left: number
  leftShown: string
}

/** How long something lasts: from all at its beginning down to those who are left at the last time looked at. */
export interface SurvivalChart extends ChartFrame {
  kind: 'survival'
  x: Axis
  y: Axis
  points: SurvivalPoint[]
  /** "Still followed": what the numbers under the axis are. */
  leftName: string
  /** Lines at a time, named: a limit of a rule. */
  limits: LimitLine[]
  /** The line at one half, named. */
  half: { at: number; name: string }
}
