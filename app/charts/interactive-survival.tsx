import type { SurvivalChart } from '../../server/domain/charts/spec.ts'
import type { SurvivalLayout } from '../../server/domain/charts/survival-layout.ts'
import { ChartLabels, ChartRules } from './chart-frame.tsx'
import { SurvivalMarks } from './chart-marks.tsx'
import { MarkReader, roomierSide, tipOfRow } from './mark-reader.tsx'
import { PointedDrawing } from './pointed-drawing.tsx'

/** A curve with a tooltip for each time at which it is known; the arrow keys go from time to time. */
export function InteractiveSurvival(props: { spec: SurvivalChart; layout: SurvivalLayout; keyboard: string }) {
  const { spec, layout, keyboard } = props
  const marks = layout.points.map(({ x, y }, at) => ({
    x,
    y,
    side: roomierSide(x, layout.width),
    ...tipOfRow(spec.table.columns, spec.table.rows[at]),
  }))
  return (
    <MarkReader name={`${spec.title}. ${keyboard}`} marks={marks} direction={spec.direction}>
      {(active, read) => (
        <PointedDrawing layout={layout} markAt={(x) => nearest(layout, x)} read={read}>
          <ChartRules layout={layout} />
          <SurvivalMarks layout={layout} />
          {active && <circle className="chart-active" cx={active.x} cy={active.y} r={9} />}
          <ChartLabels layout={layout} />
        </PointedDrawing>
      )}
    </MarkReader>
  )
}

/** The time nearest to the pointer, if it stands near one at all. */
function nearest({ points }: SurvivalLayout, x: number): number | null {
  const distances = points.map((point) => Math.abs(point.x - x))
  const least = Math.min(...distances)
  return least > 40 ? null : distances.indexOf(least)
}
