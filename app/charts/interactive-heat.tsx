import type { HeatLayout } from '../../server/domain/charts/heat-layout.ts'
import type { HeatCalendar } from '../../server/domain/charts/spec.ts'
import { ChartLabels } from './chart-frame.tsx'
import { HeatMarks } from './chart-marks.tsx'
import { MarkReader } from './mark-reader.tsx'

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
      side: x > layout.width / 2 ? ('left' as const) : ('right' as const),
      head: row?.name ?? '',
      lines: [{ name: spec.periods[at % months]?.label ?? '', shown: row?.cells[at % months]?.shown ?? '' }],
    }
  })
  return (
    <MarkReader
      name={`${spec.title}. ${keyboard}`}
      marks={marks}
      order={marks.map((_, at) => at)}
      direction={spec.direction}
    >
      {(active, read) => (
        <svg
          width={layout.width}
          height={layout.height}
          viewBox={`0 0 ${layout.width} ${layout.height}`}
          direction={layout.direction}
          aria-hidden="true"
          onMouseLeave={() => read(null)}
          onMouseMove={(event) => {
            const box = event.currentTarget.getBoundingClientRect()
            read(boxAt(layout, event.clientX - box.left, event.clientY - box.top))
          }}
        >
          <HeatMarks layout={layout} />
          {active && <circle className="chart-active" cx={active.x} cy={active.y} r={5} />}
          <ChartLabels layout={layout} />
        </svg>
      )}
    </MarkReader>
  )
}

function boxAt({ boxes }: HeatLayout, x: number, y: number): number | null {
  const at = boxes.findIndex((box) => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height)
  return at < 0 ? null : at
}
