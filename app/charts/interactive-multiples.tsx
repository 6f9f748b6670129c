import type { MultiplesLayout } from '../../server/domain/charts/multiples-layout.ts'
import type { MultiplesChart } from '../../server/domain/charts/spec.ts'
import { ChartLabels, ChartPatterns, ChartRules } from './chart-frame.tsx'
import { MultiplesMarks } from './chart-marks.tsx'
import { MarkReader, roomierSide, tipOfRow } from './mark-reader.tsx'
import { PointedDrawing } from './pointed-drawing.tsx'

/** Small multiples with one tooltip for each month, over all panels; the arrow keys move it. */
export function InteractiveMultiples(props: { spec: MultiplesChart; layout: MultiplesLayout; keyboard: string }) {
  const { spec, layout, keyboard } = props
  const id = `${spec.id}-interactive`
  const marks = layout.periodX.map((x, at) => ({
    x,
    y: 24,
    side: roomierSide(x, layout.width),
    ...tipOfRow(spec.table.columns, spec.table.rows[at]),
  }))
  return (
    <MarkReader name={`${spec.title}. ${keyboard}`} marks={marks} direction={spec.direction}>
      {(active, read) => (
        <PointedDrawing layout={layout} markAt={(x) => nearest(layout.periodX, x)} read={read}>
          <ChartPatterns id={id} />
          <ChartRules layout={layout} />
          {active && <line className="chart-cursor" x1={active.x} x2={active.x} y1={0} y2={layout.height} />}
          <MultiplesMarks layout={layout} few={`url(#${id}-few)`} />
          <ChartLabels layout={layout} />
        </PointedDrawing>
      )}
    </MarkReader>
  )
}

function nearest(places: readonly number[], x: number): number | null {
  if (places.length === 0) return null
  return places.reduce((best, place, at) => (Math.abs(place - x) < Math.abs(places[best]! - x) ? at : best), 0)
}
