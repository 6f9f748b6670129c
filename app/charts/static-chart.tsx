import { type ChartWidth, chartWidths, layoutChart } from '../../server/domain/charts/layout.ts'
import type { ChartSpec } from '../../server/domain/charts/spec.ts'
import { ChartLabels, ChartPatterns, ChartRules } from './chart-frame.tsx'
import { ChartMarks } from './chart-marks.tsx'

/**
 * A chart as one SVG, drawn on the server: for pages before and without JavaScript, for print, documents and mail. Its looks
 * come from classes (`charts.css`) and attributes alone, because the content security policy forbids inline styles.
 */
export function StaticChart({ spec, width = 'wide' }: { spec: ChartSpec; width?: ChartWidth }) {
  const id = `${spec.id}-${width}`
  const layout = layoutChart(spec, chartWidths[width])
  return (
    <svg
      className={`chart-svg chart-svg-${width}`}
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-summary`}
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      direction={layout.direction}
    >
      <title id={`${id}-title`}>{spec.title}</title>
      <desc id={`${id}-summary`}>{spec.summary}</desc>
      <ChartPatterns id={id} />
      <ChartRules layout={layout} />
      <ChartMarks layout={layout} few={`url(#${id}-few)`} />
      <ChartLabels layout={layout} />
    </svg>
  )
}
