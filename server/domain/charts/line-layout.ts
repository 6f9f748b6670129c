import { area, line } from 'd3-shape'
import { periodTicks } from './axis.ts'
import {
  endLabels,
  endMargin,
  type Frame,
  type Label,
  mirror,
  type Named,
  plotBox,
  type Rule,
  startMargin,
  verticalAxis,
  verticalScale,
} from './frame.ts'
import { textWidth } from './labels.ts'
import { eventMarks, eventsHeight } from './line-events.ts'
import { namesBeside } from './outlier-labels.ts'
import type { Datum, LineChart, SeriesRole, StepLine, Tick } from './spec.ts'

export interface LineDot {
  x: number
  y: number
  role: SeriesRole
  /** Why it has a dot: it stands alone between gaps, is the latest, stands out, or rests on few cases. */
  reason: 'alone' | 'last' | 'signal' | 'few'
}

/** A line chart in pixels. Each path is one unbroken stretch of months: no path crosses a gap. */
export interface LineLayout extends Frame {
  kind: 'line'
  paths: { role: SeriesRole; d: string }[]
  bands: { role: SeriesRole; d: string }[]
  dots: LineDot[]
  /** Control limits, a path for each unbroken stretch. */
  steps: string[]
  /** The x of each period. */
  periodX: number[]
}

/** More named lines than this are a tangle: then only the main one is named beside its end. */
const mostNames = 4

/** `room` is that beside the plot, where several charts share it; else it is as wide as this one's ticks and names. */
export function layoutLine(
  spec: LineChart,
  width: number,
  height: number,
  room?: { start: number; end: number },
): LineLayout {
  const at = mirror(spec.direction, width)
  const names = namedSeries(spec)
  const ends = [...names, ...spec.limits, ...spec.steps].map((one) => one.name)
  const gutter = room?.end ?? endMargin(ends, width)
  const [left, right, top, bottom] = [
    room?.start ?? startMargin(spec.y),
    width - gutter,
    30 + eventsHeight(spec.events),
    height - 28,
  ]
  const step = (right - left) / spec.periods.length
  const x = (index: number) => left + (index + 0.5) * step
  const y = verticalScale(spec.y, top, bottom)
  const ticks = periodTicks(spec.periods, right - left, textWidth)
  const vertical = verticalAxis(spec.y, y, at, left, right)
  const limits = spec.limits.map<Rule>((limit) => ({
    x1: at(left),
    x2: at(right),
    y1: y(limit.at),
    y2: y(limit.at),
    tone: limit.level,
  }))
  const named = endLabels(namedEnds(spec, names, x, y, right), at, right + 10, gutter - 10, top - 8, bottom + 8)
  const marks = spec.series.toReversed().map((series) => seriesMarks(series.data, series.role, (i) => at(x(i)), y))
  const events = eventMarks(spec.events, x, at, { left, right, top, bottom })
  return {
    kind: 'line',
    width,
    height,
    direction: spec.direction,
    plot: plotBox(spec.direction, at, { left, right, top, bottom }),
    rules: [
      ...vertical.rules,
      ...tickRules(ticks, (i) => at(x(i)), bottom),
      ...limits,
      ...events.rules,
      ...named.rules,
    ],
    labels: [
      ...vertical.labels,
      ...periodLabels(ticks, (i) => at(x(i)), bottom),
      ...named.labels,
      ...events.labels,
      ...markedNames(spec, x, y, { left, right, top, bottom }).map((label) => ({ ...label, x: at(label.x) })),
    ],
    paths: marks.flatMap((mark) => mark.paths),
    bands: marks.flatMap((mark) => mark.bands),
    dots: marks.flatMap((mark) => mark.dots),
    steps: spec.steps.flatMap((one) => stepPaths(one, (place) => at(left + place * step), y)),
    periodX: spec.periods.map((_, index) => at(x(index))),
  }
}

/** The stretches of neighbouring places that have a value, as [first, last]. */
export function stretches(values: readonly (number | null)[]): [number, number][] {
  const found: [number, number][] = []
  for (const [index, value] of values.entries()) {
    if (value === null) continue
    const last = found.at(-1)
    if (last && last[1] === index - 1) last[1] = index
    else found.push([index, index])
  }
  return found
}

function seriesMarks(data: Datum[], role: SeriesRole, x: (index: number) => number, y: (value: number) => number) {
  const pixels = data.map((datum, index) => ({ datum, x: x(index) }))
  const values = data.map((datum) => datum.value)
  const path = line<(typeof pixels)[number]>(
    (one) => one.x,
    (one) => y(one.datum.value ?? Number.NaN),
  )
  const band = area<(typeof pixels)[number]>()
    .x((one) => one.x)
    .y0((one) => y(one.datum.low ?? Number.NaN))
    .y1((one) => y(one.datum.high ?? Number.NaN))
  const long = stretches(values).filter(([first, last]) => last > first)
  const banded = stretches(
    data.map((datum) => (datum.low === undefined || datum.high === undefined ? null : datum.value)),
  )
  return {
    paths: long.map(([first, last]) => ({ role, d: path(pixels.slice(first, last + 1)) ?? '' })),
    bands: banded
      .filter(([first, last]) => last > first)
      .map(([first, last]) => ({ role, d: band(pixels.slice(first, last + 1)) ?? '' })),
    dots: dots(data, values, role, x, y),
  }
}

function dots(
  data: Datum[],
  values: (number | null)[],
  role: SeriesRole,
  x: (index: number) => number,
  y: (value: number) => number,
): LineDot[] {
  const alone = new Set(stretches(values).flatMap(([first, last]) => (first === last ? [first] : [])))
  const last = values.findLastIndex((value) => value !== null)
  return data.flatMap((datum, index) => {
    const reason = datum.signal
      ? 'signal'
      : datum.few
        ? 'few'
        : alone.has(index)
          ? 'alone'
          : index === last
            ? 'last'
            : null
    if (datum.value === null || reason === null || (reason === 'last' && role === 'peer')) return []
    return [{ x: x(index), y: y(datum.value), role, reason } as const]
  })
}

function namedSeries(spec: LineChart) {
  return spec.series.length <= mostNames ? spec.series : spec.series.filter((one) => one.role === 'main')
}

function namedEnds(
  spec: LineChart,
  names: LineChart['series'],
  x: (index: number) => number,
  y: (value: number) => number,
  right: number,
) {
  const series = names.flatMap<Named>((one) => {
    const last = one.data.findLastIndex((datum) => datum.value !== null)
    const value = one.data[last]?.value
    return typeof value === 'number' ? [{ name: one.name, tone: one.role, x: x(last), y: y(value) }] : []
  })
  const limits = spec.limits.map<Named>((limit) => ({ name: limit.name, tone: limit.level, x: right, y: y(limit.at) }))
  const steps = spec.steps.flatMap<Named>((one) => {
    const last = one.at.findLast((value) => value !== null)
    return typeof last === 'number' ? [{ name: one.name, tone: 'muted', x: right, y: y(last) }] : []
  })
  return [...series, ...limits, ...steps]
}

/** The words beside marked months, where they cover no other month. */
function markedNames(
  spec: LineChart,
  x: (index: number) => number,
  y: (value: number) => number,
  plot: Parameters<typeof namesBeside>[2],
) {
  const drawn = (spec.series[0]?.data ?? []).flatMap((datum, index) =>
    datum.value === null ? [] : [{ x: x(index), y: y(datum.value), name: datum.mark ?? '' }],
  )
  return namesBeside(
    drawn.filter((one) => one.name !== ''),
    drawn,
    plot,
  )
}

/** A limit in steps a month wide, one path for each unbroken stretch; `edge` is the x of the start of a month. */
function stepPaths({ at: heights }: StepLine, edge: (place: number) => number, y: (value: number) => number): string[] {
  return stretches(heights).map(([first, last]) => {
    const steps = heights.slice(first, last + 1).map((height, index) => {
      const level = y(height ?? 0)
      return `${index === 0 ? `M${edge(first)},${level}` : `V${level}`}H${edge(first + index + 1)}`
    })
    return steps.join('')
  })
}

function periodLabels(ticks: Tick[], x: (index: number) => number, bottom: number): Label[] {
  return ticks.map((tick) => ({
    x: x(tick.at),
    y: bottom + 20,
    lines: [tick.label],
    anchor: 'middle',
    tone: 'muted',
  }))
}

function tickRules(ticks: Tick[], x: (index: number) => number, bottom: number): Rule[] {
  return ticks.map((tick) => ({ x1: x(tick.at), x2: x(tick.at), y1: bottom, y2: bottom + 5, tone: 'zero' }))
}
