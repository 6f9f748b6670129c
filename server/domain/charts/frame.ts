import { scaleLinear } from 'd3-scale'
import { apart, lineHeight, textWidth, wrapped } from './labels.ts'
import type { Axis, LimitLine, SeriesRole, Tick } from './spec.ts'

/** A text at a place. Anchors are logical: in a right-to-left chart 'start' is the right end. */
export interface Label {
  x: number
  y: number
  lines: string[]
  anchor: 'start' | 'middle' | 'end'
  tone: 'muted' | 'ink' | SeriesRole | LimitLine['level'] | 'outlier'
  /** The whole text where `lines` had to be cut. */
  full?: string
}

export interface Rule {
  x1: number
  y1: number
  x2: number
  y2: number
  tone: 'grid' | 'zero' | 'leader' | 'event' | LimitLine['level']
}

/** All of a laid-out chart that is not its figures: what lies behind them, what is written over them, and their box. */
export interface Frame {
  width: number
  height: number
  direction: 'ltr' | 'rtl'
  plot: { x: number; y: number; width: number; height: number }
  rules: Rule[]
  labels: Label[]
}

/** Maps an x that was laid out left to right to its place in the reading direction. */
export type Mirror = (x: number) => number

export function mirror(direction: 'ltr' | 'rtl', width: number): Mirror {
  return direction === 'rtl' ? (x) => round(width - x) : round
}

/** A tenth of a pixel is as fine as a chart needs; more only makes the page heavier. */
export function round(pixels: number): number {
  return Math.round(pixels * 10) / 10
}

/** The box of the figures, in the reading direction, of edges that were laid out left to right. */
export function plotBox(
  direction: 'ltr' | 'rtl',
  at: Mirror,
  { left, right, top, bottom }: { left: number; right: number; top: number; bottom: number },
): Frame['plot'] {
  return { x: at(direction === 'rtl' ? right : left), y: top, width: round(right - left), height: bottom - top }
}

/** Room for the tick labels at the start of a chart. */
export function startMargin(axis: Axis): number {
  return Math.ceil(Math.max(...axis.ticks.map((tick) => textWidth(tick.label)))) + 10
}

export function verticalScale(axis: Axis, top: number, bottom: number) {
  const scale = scaleLinear().domain([axis.min, axis.max]).range([bottom, top])
  return (value: number) => round(scale(value))
}

/** The ticks, grid lines and label of an axis that stands at the start of the plot. */
export function verticalAxis(axis: Axis, y: (value: number) => number, at: Mirror, left: number, right: number) {
  const rules = axis.ticks.map<Rule>((tick) => ({
    x1: at(left),
    x2: at(right),
    y1: y(tick.at),
    y2: y(tick.at),
    tone: tick.at === axis.min || tick.at === 0 ? 'zero' : 'grid',
  }))
  const labels = axis.ticks.map<Label>((tick) => ({
    x: at(left - 8),
    y: y(tick.at) + 4,
    lines: [tick.label],
    anchor: 'end',
    tone: 'muted',
  }))
  return {
    rules,
    labels: [...labels, { x: at(0), y: 12, lines: [axis.label], anchor: 'start', tone: 'muted' } as Label],
  }
}

/** What is to be named at the end of the plot, and where its line ends. */
export interface Named {
  name: string
  tone: Label['tone']
  /** The end of the line that it names. */
  x: number
  y: number
}

/** How much wider the strong letters are in which a line's name stands. */
const strong = 1.15

/** How much room names at the end of the plot need: as much as the longest, at most `share` of the width. */
export function endMargin(names: readonly string[], width: number, share = 0.26): number {
  if (names.length === 0) return 12
  const widest = Math.max(...names.map((name) => textWidth(name))) * strong
  return Math.min(Math.ceil(widest), Math.floor(width * share)) + 14
}

/** Names at the end of the plot, moved apart; a thin leader where a name could not stand beside its line. */
export function endLabels(
  named: readonly Named[],
  at: Mirror,
  left: number,
  width: number,
  top: number,
  bottom: number,
) {
  const boxes = named.map((one) => {
    const lines = wrapped(one.name, width, 4)
    return { lines, middle: one.y, height: lines.length * lineHeight + 3 }
  })
  const middles = apart(boxes, top, bottom)
  const labels: Label[] = []
  const rules: Rule[] = []
  for (const [index, one] of named.entries()) {
    const [box, middle] = [boxes[index]!, middles[index]!]
    const y = round(middle - ((box.lines.length - 1) * lineHeight) / 2 + 4)
    labels.push({ x: at(left), y, lines: box.lines, anchor: 'start', tone: one.tone, full: one.name })
    const isBeside = Math.abs(middle - one.y) < 5 && left - one.x < 20
    if (!isBeside) rules.push({ x1: at(one.x + 5), y1: one.y, x2: at(left - 3), y2: round(middle), tone: 'leader' })
  }
  return { labels, rules }
}

/** The ticks of an axis along the plot whose labels do not run into the one before. */
export function fittingTicks(ticks: readonly Tick[], x: (value: number) => number): Tick[] {
  const kept: Tick[] = []
  for (const tick of ticks) {
    const last = kept.at(-1)
    const room = last ? (textWidth(last.label) + textWidth(tick.label)) / 2 + 8 : 0
    if (!last || Math.abs(x(tick.at) - x(last.at)) >= room) kept.push(tick)
  }
  return kept
}
