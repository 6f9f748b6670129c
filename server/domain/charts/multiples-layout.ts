import { endMargin, type Frame, type Label, type Rule, startMargin } from './frame.ts'
import { type LineLayout, layoutLine } from './line-layout.ts'
import type { LineChart, MultiplesChart } from './spec.ts'

/** One panel as a line chart in pixels, and how far down it stands. */
export interface PanelLayout {
  id: string
  y: number
  layout: LineLayout
}

/** Small multiples in pixels. Every panel has the same room beside its plot, so that a month stands at one x in all. */
export interface MultiplesLayout extends Frame {
  kind: 'multiples'
  panels: PanelLayout[]
  periodX: number[]
}

/** Height of one panel: its axis' name, a plot that shows a movement, and the months. */
const panelHeight = 170

export function multiplesHeight({ panels }: MultiplesChart): number {
  return Math.max(1, panels.length) * panelHeight
}

export function layoutMultiples(spec: MultiplesChart, width: number, height = multiplesHeight(spec)): MultiplesLayout {
  const tall = height / Math.max(1, spec.panels.length)
  const room = {
    start: Math.max(0, ...spec.panels.map((panel) => startMargin(panel.y))),
    end: Math.max(
      12,
      ...spec.panels.map((panel) =>
        endMargin(
          [...panel.series, ...panel.limits].map((one) => one.name),
          width,
        ),
      ),
    ),
  }
  const panels = spec.panels.map((panel, at): PanelLayout => {
    const layout = layoutLine(panelChart(spec, panel), width, tall, room)
    return { id: panel.id, y: at * tall, layout }
  })
  const first = panels[0]?.layout
  return {
    kind: 'multiples',
    width,
    height,
    direction: spec.direction,
    plot: { x: first?.plot.x ?? 0, y: 0, width: first?.plot.width ?? 0, height },
    rules: panels.flatMap(({ y, layout }) =>
      layout.rules.map((rule): Rule => ({ ...rule, y1: rule.y1 + y, y2: rule.y2 + y })),
    ),
    labels: panels.flatMap(({ y, layout }) => layout.labels.map((label): Label => ({ ...label, y: label.y + y }))),
    panels,
    periodX: first?.periodX ?? [],
  }
}

/** A panel as the line chart that it is. */
function panelChart(spec: MultiplesChart, panel: MultiplesChart['panels'][number]): LineChart {
  const { periods, title, summary, direction, table } = spec
  return { kind: 'line', id: `${spec.id}-${panel.id}`, title, summary, direction, table, periods, ...panelOf(panel) }
}

function panelOf({ y, series, limits }: MultiplesChart['panels'][number]) {
  return { y, series, limits, steps: [], events: [] }
}
