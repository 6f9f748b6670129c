import { scaleSqrt } from 'd3-scale'
import { line } from 'd3-shape'
import {
  endLabels,
  endMargin,
  type Frame,
  fittingTicks,
  type Label,
  mirror,
  plotBox,
  type Rule,
  round,
  startMargin,
  verticalAxis,
  verticalScale,
} from './frame.ts'
import { outlierLabels } from './outlier-labels.ts'
import type { FunnelChart, FunnelPoint } from './spec.ts'

/** A funnel in pixels. */
export interface FunnelLayout extends Frame {
  kind: 'funnel'
  curves: { level: '95' | '998'; d: string }[]
  points: { id: string; x: number; y: number; mark: FunnelPoint['mark'] }[]
}

export function layoutFunnel(spec: FunnelChart, width: number, height: number): FunnelLayout {
  const at = mirror(spec.direction, width)
  const names = [...spec.curves.map((curve) => curve.name), ...(spec.target ? [spec.target.name] : [])]
  const gutter = endMargin(names, width, 0.2)
  const [left, right, top, bottom] = [startMargin(spec.y), width - gutter, 30, height - 46]
  // By the square root of size: chance shrinks with it, and small facilities, of which there are many, stand apart.
  const along = scaleSqrt().domain([spec.x.min, spec.x.max]).range([left, right])
  const y = verticalScale(spec.y, top, bottom)
  const vertical = verticalAxis(spec.y, y, at, left, right)
  const ends = endLabels(named(spec, y, right, top, bottom), at, right + 10, gutter - 10, top - 8, bottom + 8)
  const points = spec.points.map((point) => ({
    id: point.id,
    x: round(along(point.size)),
    y: y(point.value),
    mark: point.mark,
  }))
  const outliers = outlierLabels(points, spec.points, { left, right, top, bottom })
  return {
    kind: 'funnel',
    width,
    height,
    direction: spec.direction,
    plot: plotBox(spec.direction, at, { left, right, top, bottom }),
    rules: [...vertical.rules, ...targetRule(spec, y, at, left, right), ...ends.rules],
    labels: [
      ...vertical.labels,
      ...sizeLabels(spec, (size) => at(along(size)), at(right), bottom),
      ...ends.labels,
      ...outliers.map((label) => ({ ...label, x: at(label.x) })),
    ],
    curves: spec.curves.flatMap(({ level, low, high }) =>
      [low, high].map((through) => ({ level, d: curvePath(spec, through, (size) => at(along(size)), y) })),
    ),
    points: points.map((point) => ({ ...point, x: at(point.x) })),
  }
}

/** The part of a curve that lies in the plot; where facilities are very small the limits lie beyond it. */
function curvePath(
  spec: FunnelChart,
  through: [number, number][],
  x: (size: number) => number,
  y: (value: number) => number,
): string {
  const inside = line<[number, number]>(
    ([size]) => x(size),
    ([, value]) => y(value),
  ).defined(([size, value]) => size <= spec.x.max && value >= spec.y.min && value <= spec.y.max)
  return inside(through) ?? ''
}

function targetRule(
  spec: FunnelChart,
  y: (value: number) => number,
  at: (x: number) => number,
  left: number,
  right: number,
): Rule[] {
  if (!spec.target) return []
  return [{ x1: at(left), x2: at(right), y1: y(spec.target.at), y2: y(spec.target.at), tone: 'reference' }]
}

/** Limits are named at the end of their upper curve. */
function named(spec: FunnelChart, y: (value: number) => number, right: number, top: number, bottom: number) {
  const clamped = (value: number) => Math.min(bottom, Math.max(top, y(value)))
  const curves = spec.curves.map((curve) => ({
    name: curve.name,
    tone: 'muted' as const,
    x: right,
    y: clamped(curve.high.at(-1)?.[1] ?? 0),
  }))
  const target = spec.target
    ? [{ name: spec.target.name, tone: 'reference' as const, x: right, y: y(spec.target.at) }]
    : []
  return [...curves, ...target]
}

function sizeLabels(spec: FunnelChart, x: (size: number) => number, end: number, bottom: number): Label[] {
  const ticks = fittingTicks(spec.x.ticks, x).map<Label>((tick) => ({
    x: x(tick.at),
    y: bottom + 18,
    lines: [tick.label],
    anchor: 'middle',
    tone: 'muted',
  }))
  return [...ticks, { x: end, y: bottom + 38, lines: [spec.x.label], anchor: 'end', tone: 'muted' }]
}
