import type { HeatLayout } from '../../server/domain/charts/heat-layout.ts'
import type { HeatCalendar } from '../../server/domain/charts/spec.ts'
import { ChartLabels } from './chart-frame.tsx'
import { HeatMarks } from './chart-marks.tsx'
import { MarkReader, roomierSide } from './mark-reader.tsx'
import { PointedDrawing } from './pointed-drawing.tsx'

/** A calendar with a tooltip for each cell; the arrow keys go from month to month and on to the next row. */
export function InteractiveHeat(props: { spec: HeatCalendar; layout: HeatLayout; keyboard: string }) {
  const { spec, layout, keyboard } = props
  const months = spec.periods.length
  const marks = layout.boxes.map((box, at) => {
    const row = spec.rows[Math.floor(at / months)]
    const x = box.x + box.width / 2
    return {
      x,
      y: box.y + box.height / 2,
      side: roomierSide(x, layout.width),
      head: row?.name ?? '',
      lines: [{ name: spec.periods[at % months]?.label ?? '', shown: row?.cells[at % months]?.shown ?? '' }],
    }
  })
  return (
    <MarkReader name={`${spec.title}. ${keyboard}`} marks={marks} direction={spec.direction}>
      {(active, read) => (
        <PointedDrawing layout={layout} markAt={(x, y) => boxAt(layout, x, y)} read={read}>
          <HeatMarks layout={layout} />
          {active && <circle className="chart-active" cx={active.x} cy={active.y} r={5} />}
          <ChartLabels layout={layout} />
        </PointedDrawing>
      )}
    </MarkReader>
  )
}

function boxAt({ boxes }: HeatLayout, x: number, y: number): number | null {
  const at = boxes.findIndex((box) => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height)
  return at < 0 ? null : at
}
