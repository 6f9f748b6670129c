import { chartWidths, layoutChart } from '../../server/domain/charts/layout.ts'
import type { ChartSpec } from '../../server/domain/charts/spec.ts'
import { ChartLabels, ChartPatterns, ChartRules } from './chart-frame.tsx'
import { ChartMarks } from './chart-marks.tsx'
import sheet from './charts.css?raw'
import { drawingFile } from './drawing-file.tsx'
import { fileStyle } from './file-style.ts'

const style = fileStyle(sheet)

/** A chart as an SVG file that stands alone, with its note and what it is made of below. */
export function svgOf(spec: ChartSpec, about: readonly string[]): string {
  const { title, summary, direction, note } = spec
  const layout = layoutChart(spec, chartWidths.wide)
  return drawingFile({
    title,
    summary,
    direction,
    about: [...(note ? [note] : []), ...about],
    width: chartWidths.wide,
    height: layout.height,
    style,
    children: (
      <>
        <ChartPatterns id={spec.id} />
        <ChartRules layout={layout} />
        <ChartMarks layout={layout} few={`url(#${spec.id}-few)`} />
        <ChartLabels layout={layout} />
      </>
    ),
  })
}
