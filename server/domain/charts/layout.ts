import { type FunnelLayout, layoutFunnel } from './funnel-layout.ts'
import { type HeatLayout, heatHeight, layoutHeat } from './heat-layout.ts'
import { eventsHeight } from './line-events.ts'
import { type LineLayout, layoutLine } from './line-layout.ts'
import { layoutMultiples, type MultiplesLayout, multiplesHeight } from './multiples-layout.ts'
import { layoutRows, type RowLayout, rowChartHeight } from './row-layout.ts'
import { layoutScatter, type ScatterLayout } from './scatter-layout.ts'
import type { ChartSpec } from './spec.ts'
import { layoutSurvival, type SurvivalLayout } from './survival-layout.ts'

/** A chart in pixels: what the static and the interactive renderer both draw. */
export type ChartLayout =
  | LineLayout
  | MultiplesLayout
  | FunnelLayout
  | ScatterLayout
  | RowLayout
  | HeatLayout
  | SurvivalLayout

/** The two widths in pixels that the server draws; the page shows the one that fits. */
export const chartWidths = { narrow: 400, wide: 760 } as const
export type ChartWidth = keyof typeof chartWidths

/** Lays a chart out at a width in pixels; without a height at the one that suits its kind. */
export function layoutChart(spec: ChartSpec, width: number, height = chartHeight(spec)): ChartLayout {
  switch (spec.kind) {
    case 'line':
      return layoutLine(spec, width, height)
    case 'multiples':
      return layoutMultiples(spec, width, height)
    case 'funnel':
      return layoutFunnel(spec, width, height)
    case 'scatter':
      return layoutScatter(spec, width, height)
    case 'dot-interval':
    case 'bar':
      return layoutRows(spec, width, height)
    case 'survival':
      return layoutSurvival(spec, width, height)
    case 'heat':
      return layoutHeat(spec, width, height)
  }
}

export function chartHeight(spec: ChartSpec): number {
  if (spec.kind === 'survival') return 360
  if (spec.kind === 'line') return 300 + eventsHeight(spec.events)
  if (spec.kind === 'multiples') return multiplesHeight(spec)
  if (spec.kind === 'heat') return heatHeight(spec)
  return spec.kind === 'funnel' || spec.kind === 'scatter' ? 420 : rowChartHeight(spec)
}

/** The widths in pixels between which a drawing is scaled; the style sheet has the same (`charts.css`). */
const switchWidth = 600
const widest = { narrow: 520, wide: 900 } as const

/**
 * The size in pixels that the server's drawing takes in a container of this width. The interactive drawing takes the same,
 * so that nothing on the page moves when it comes.
 */
export function drawnSize(spec: ChartSpec, container: number): { width: number; height: number } {
  const variant: ChartWidth = container < switchWidth ? 'narrow' : 'wide'
  const width = Math.min(container, widest[variant])
  return { width, height: (chartHeight(spec) * width) / chartWidths[variant] }
}
