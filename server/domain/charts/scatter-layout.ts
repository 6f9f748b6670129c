import { scaleLinear } from 'd3-scale'
import {
  type Frame,
  fittingTicks,
  type Label,
  mirror,
  plotBox,
  startMargin,
  verticalAxis,
  verticalScale,
} from './frame.ts'
import { wrapped } from './labels.ts'
import type { ScatterChart } from './spec.ts'

/** A scatter in pixels. */
export interface ScatterLayout extends Frame {
  kind: 'scatter'
  points: { id: string; x: number; y: number }[]
}

export function layoutScatter(spec: ScatterChart, width: number, height: number): ScatterLayout {
  const at = mirror(spec.direction, width)
  const [left, right, top, bottom] = [startMargin(spec.y), width - 16, 30, height - 46]
  const along = scaleLinear().domain([spec.x.min, spec.x.max]).range([left, right])
  const y = verticalScale(spec.y, top, bottom)
  const vertical = verticalAxis(spec.y, y, at, left, right)
  const x = (value: number) => at(along(value))
  const ticks = fittingTicks(spec.x.ticks, x)
  return {
    kind: 'scatter',
    width,
    height,
    direction: spec.direction,
    plot: plotBox(spec.direction, at, { left, right, top, bottom }),
    rules: [
      ...vertical.rules,
      ...ticks.map((tick) => ({ x1: x(tick.at), x2: x(tick.at), y1: top, y2: bottom, tone: 'grid' as const })),
    ],
    labels: [
      ...vertical.labels,
      ...ticks.map<Label>((tick) => ({
        x: x(tick.at),
        y: bottom + 18,
        lines: [tick.label],
        anchor: 'middle',
        tone: 'muted',
      })),
      { x: at(right), y: bottom + 38, lines: wrapped(spec.x.label, right - left, 1), anchor: 'end', tone: 'muted' },
    ],
    points: spec.points.map((point) => ({ id: point.id, x: x(point.x), y: y(point.y) })),
  }
}
