import { scaleLinear } from 'd3-scale'
import { type Frame, fittingTicks, type Label, mirror, plotBox, type Rule, round } from './frame.ts'
import { shortened, textWidth } from './labels.ts'
import type { ChartRow, RowChart, Tick } from './spec.ts'

/** One row in pixels. Without a value there is no mark at all: its text stands in its place. */
export interface RowMark {
  id: string
  y: number
  mark: { from: number; to: number } | null
  interval: { low: number; high: number } | null
  few: boolean
  emphasis: boolean
}

export interface RowLayout extends Frame {
  kind: 'dot-interval' | 'bar'
  rows: RowMark[]
  rowHeight: number
}

const usualRowHeight = 24
/** Room above the rows for the axis label, and one line for the name of each limit. */
const headHeight = 40
const footHeight = 8

/** The height that suits a row chart follows from its rows. */
export function rowChartHeight(spec: RowChart): number {
  return headHeight + spec.limits.length * 15 + spec.rows.length * usualRowHeight + footHeight
}

export function layoutRows(spec: RowChart, width: number, height = rowChartHeight(spec)): RowLayout {
  const at = mirror(spec.direction, width)
  const named = Math.min(Math.max(...spec.rows.map((row) => textWidth(row.name)), 40), width * 0.36)
  const written = Math.max(...spec.rows.map((row) => (row.value === null ? 0 : textWidth(row.shown))), 20)
  const [left, right] = [named + 14, width - Math.min(written, width * 0.2) - 14]
  const top = headHeight + spec.limits.length * 15
  const bottom = height - footHeight
  const rowHeight = (bottom - top) / Math.max(1, spec.rows.length)
  const scale = scaleLinear().domain([spec.x.min, spec.x.max]).range([left, right])
  const x = (value: number) => at(scale(value))
  const ticks = fittingTicks(spec.x.ticks, x)
  const y = (index: number) => round(top + (index + 0.5) * rowHeight)
  return {
    kind: spec.kind,
    width,
    height,
    direction: spec.direction,
    plot: plotBox(spec.direction, at, { left, right, top, bottom }),
    rules: [...gridRules(ticks, x, top, bottom), ...limitRules(spec, x, bottom)],
    labels: [
      ...axisLabels(spec.x.label, ticks, x, at, top),
      ...limitLabels(spec, scale, at, width),
      ...spec.rows.flatMap((row, index) => rowLabels(row, y(index), at, named, left, width)),
    ],
    rows: spec.rows.map((row, index) => rowMark(row, y(index), x, spec.x.min)),
    rowHeight,
  }
}

function rowMark(row: ChartRow, y: number, x: (value: number) => number, least: number): RowMark {
  const hasInterval = row.value !== null && row.low !== undefined && row.high !== undefined
  return {
    id: row.id,
    y,
    mark: row.value === null ? null : { from: x(Math.max(0, least)), to: x(row.value) },
    interval: hasInterval ? { low: x(row.low!), high: x(row.high!) } : null,
    few: row.few === true,
    emphasis: row.emphasis === true,
  }
}

function rowLabels(
  row: ChartRow,
  y: number,
  at: (x: number) => number,
  named: number,
  left: number,
  width: number,
): Label[] {
  const tone = row.emphasis ? 'main' : 'ink'
  const name: Label = {
    x: at(left - 10),
    y: y + 4,
    lines: [shortened(row.name, named)],
    anchor: 'end',
    tone,
    full: row.name,
  }
  const shown: Label =
    row.value === null
      ? { x: at(left + 6), y: y + 4, lines: [row.shown], anchor: 'start', tone: 'muted' }
      : { x: at(width), y: y + 4, lines: [row.shown], anchor: 'end', tone }
  return [name, shown]
}

function gridRules(ticks: Tick[], x: (value: number) => number, top: number, bottom: number): Rule[] {
  return ticks.map((tick) => ({
    x1: x(tick.at),
    x2: x(tick.at),
    y1: top - 4,
    y2: bottom,
    tone: tick.at === 0 ? 'zero' : 'grid',
  }))
}

function limitRules(spec: RowChart, x: (value: number) => number, bottom: number): Rule[] {
  return spec.limits.map((limit, index) => ({
    x1: x(limit.at),
    x2: x(limit.at),
    y1: 20 + index * 15,
    y2: bottom,
    tone: limit.level,
  }))
}

function axisLabels(
  label: string,
  ticks: Tick[],
  x: (value: number) => number,
  at: (x: number) => number,
  top: number,
): Label[] {
  const labels = ticks.map<Label>((tick) => ({
    x: x(tick.at),
    y: top - 8,
    lines: [tick.label],
    anchor: 'middle',
    tone: 'muted',
  }))
  return [...labels, { x: at(0), y: 12, lines: [label], anchor: 'start', tone: 'muted' }]
}

/** A limit's name stands on its own line above the ticks: after its line, before it where there is more room, cut where neither holds it. */
function limitLabels(
  spec: RowChart,
  scale: (value: number) => number,
  at: (x: number) => number,
  width: number,
): Label[] {
  return spec.limits.map((limit, index) => {
    const place = scale(limit.at)
    const isAfter = place + 5 + textWidth(limit.name) <= width || place < width / 2
    const lines = [shortened(limit.name, isAfter ? width - place - 5 : place - 5)]
    const x = at(isAfter ? place + 5 : place - 5)
    return { x, y: 29 + index * 15, lines, anchor: isAfter ? 'start' : 'end', tone: limit.level, full: limit.name }
  })
}
