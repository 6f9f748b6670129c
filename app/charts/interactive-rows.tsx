import { Bar, ComposedChart, XAxis, YAxis } from 'recharts'
import type { RowLayout, RowMark } from '../../server/domain/charts/row-layout.ts'
import type { RowChart } from '../../server/domain/charts/spec.ts'
import { ChartLabels, ChartPatterns, ChartRules } from './chart-frame.tsx'
import { chartMargin } from './chart-margin.ts'
import { RowShape } from './chart-marks.tsx'
import { MarkReader, tipOfRow } from './mark-reader.tsx'

/** A row chart with a tooltip for each row; the arrow keys go down and up the rows. */
export function InteractiveRows({ spec, layout, keyboard }: { spec: RowChart; layout: RowLayout; keyboard: string }) {
  const id = `${spec.id}-interactive`
  const start = spec.direction === 'rtl' ? layout.plot.x + layout.plot.width : layout.plot.x
  const marks = layout.rows.map((row, at) => ({
    ...besideMark(row, start, layout.width),
    y: row.y,
    ...tipOfRow(spec.table.columns, spec.table.rows[at]),
  }))
  // recharts leaves rows without a value out of its own count, so each carries its place.
  const shape = ({ payload }: { payload?: { at: number } }) => {
    const row = layout.rows[payload?.at ?? -1]
    return row ? <RowShape kind={layout.kind} row={row} rowHeight={layout.rowHeight} few={`url(#${id}-few)`} /> : <g />
  }
  return (
    <MarkReader name={`${spec.title}. ${keyboard}`} marks={marks} direction={spec.direction}>
      {(active, read) => (
        <ComposedChart
          layout="vertical"
          width={layout.width}
          height={layout.height}
          margin={chartMargin(layout)}
          data={spec.rows.map(({ value }, at) => ({ at, value }))}
          accessibilityLayer={false}
          title={spec.title}
          desc={spec.summary}
          onMouseMove={({ activeTooltipIndex }) => read(activeTooltipIndex == null ? null : Number(activeTooltipIndex))}
          onMouseLeave={() => read(null)}
        >
          <ChartPatterns id={id} />
          <ChartRules layout={layout} />
          {active && (
            <rect
              className="chart-cursor-row"
              x={0}
              width={layout.width}
              y={active.y - layout.rowHeight / 2}
              height={layout.rowHeight}
            />
          )}
          <XAxis hide type="number" domain={[spec.x.min, spec.x.max]} reversed={spec.direction === 'rtl'} />
          <YAxis hide type="category" dataKey="at" />
          <Bar dataKey="value" shape={shape} isAnimationActive={false} />
          <ChartLabels layout={layout} />
        </ComposedChart>
      )}
    </MarkReader>
  )
}

/** The end of the row's mark that its tooltip stands at: the one with more room beyond it. */
function besideMark({ mark, interval }: RowMark, start: number, width: number) {
  const ends = [mark?.to ?? start, ...(interval ? [interval.low, interval.high] : [])]
  const [leftmost, rightmost] = [Math.min(...ends), Math.max(...ends)]
  if (leftmost > width - rightmost) return { x: leftmost, side: 'left' } as const
  return { x: rightmost, side: 'right' } as const
}
