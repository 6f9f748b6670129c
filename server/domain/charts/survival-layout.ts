import { scaleLinear } from 'd3-scale'
import {
  type Frame,
  fittingTicks,
  type Label,
  mirror,
  plotBox,
  type Rule,
  startMargin,
  verticalAxis,
  verticalScale,
} from './frame.ts'
import { shortened, textWidth } from './labels.ts'
import type { SurvivalChart, Tick } from './spec.ts'

/** A curve of what lasts, in pixels. */
export interface SurvivalLayout extends Frame {
  kind: 'survival'
  /** From all at the beginning through the times that are known: between two of them nothing is. */
  path: string
  points: { x: number; y: number; interval: { low: number; high: number } | null }[]
}

export function layoutSurvival(spec: SurvivalChart, width: number, height: number): SurvivalLayout {
  const at = mirror(spec.direction, width)
  const top = 30 + spec.limits.length * 15
  const [left, right, bottom] = [startMargin(spec.y), width - 24, height - 78]
  const along = scaleLinear().domain([spec.x.min, spec.x.max]).range([left, right])
  const x = (time: number) => at(along(time))
  const y = verticalScale(spec.y, top, bottom)
  const vertical = verticalAxis(spec.y, y, at, left, right)
  const ticks = fittingTicks(spec.x.ticks, x)
  const lefts = fittingTicks(
    spec.points.map(({ time, leftShown }) => ({ at: time, label: leftShown })),
    x,
  )
  const points = spec.points.map(({ time, value, low, high }) => ({
    x: x(time),
    y: y(value),
    interval: low === undefined || high === undefined ? null : { low: y(low), high: y(high) },
  }))
  const half = y(spec.half.at)
  return {
    kind: 'survival',
    width,
    height,
    direction: spec.direction,
    plot: plotBox(spec.direction, at, { left, right, top, bottom }),
    rules: [
      ...vertical.rules,
      { x1: at(left), x2: at(right), y1: half, y2: half, tone: 'reference' },
      ...ticks.map<Rule>((tick) => ({ x1: x(tick.at), x2: x(tick.at), y1: bottom, y2: bottom + 5, tone: 'zero' })),
      ...spec.limits.map<Rule>((limit, lane) => ({
        x1: x(limit.at),
        x2: x(limit.at),
        y1: 20 + lane * 15,
        y2: bottom,
        tone: limit.level,
      })),
    ],
    labels: [
      ...vertical.labels,
      { x: at(left + 6), y: half - 5, lines: [spec.half.name], anchor: 'start', tone: 'reference' },
      ...row(ticks, x, bottom + 19),
      { x: at(right), y: bottom + 37, lines: [spec.x.label], anchor: 'end', tone: 'muted' },
      ...row(lefts, x, bottom + 68),
      { x: at(0), y: bottom + 52, lines: [shortened(spec.leftName, right)], anchor: 'start', tone: 'muted' },
      ...limitLabels(spec, along, at, right),
    ],
    path: [{ x: x(0), y: y(spec.y.max) }, ...points].map(({ x, y }, place) => `${place ? 'L' : 'M'}${x},${y}`).join(''),
    points,
  }
}

/** Numbers under the axis, each under its time. */
function row(ticks: readonly Tick[], x: (time: number) => number, y: number): Label[] {
  return ticks.map((tick) => ({ x: x(tick.at), y, lines: [tick.label], anchor: 'middle', tone: 'muted' }))
}

/** The name of a line stands above the plot on its own line, on the side where there is room. */
function limitLabels(
  { limits }: SurvivalChart,
  along: (time: number) => number,
  at: (x: number) => number,
  right: number,
): Label[] {
  return limits.map((limit, lane) => {
    const place = along(limit.at)
    const isAfter = place + 5 + textWidth(limit.name) <= right || place < right / 2
    const lines = [shortened(limit.name, isAfter ? right - place - 5 : place - 5)]
    const x = at(isAfter ? place + 5 : place - 5)
    return { x, y: 29 + lane * 15, lines, anchor: isAfter ? 'start' : 'end', tone: limit.level, full: limit.name }
  })
}
