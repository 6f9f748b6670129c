import { Scatter, ScatterChart as Scatters, XAxis, YAxis } from 'recharts'
import type { ScatterLayout } from '../../server/domain/charts/scatter-layout.ts'
import type { ScatterChart } from '../../server/domain/charts/spec.ts'
import { ChartLabels, ChartRules } from './chart-frame.tsx'
import { chartMargin } from './chart-margin.ts'
import { ScatterShape } from './chart-marks.tsx'
import { MarkReader, roomierSide, tipOfRow } from './mark-reader.tsx'

/** A scatter with a tooltip for each facility; the arrow keys go from facility to facility in the order of the register. */
export function InteractiveScatter(props: { spec: ScatterChart; layout: ScatterLayout; keyboard: string }) {
  const { spec, layout, keyboard } = props
  const marks = layout.points.map(({ x, y }, at) => ({
    x,
    y,
    side: roomierSide(x, layout.width),
    ...tipOfRow(spec.table.columns, spec.table.rows[at]),
  }))
  const shape = ({ payload }: { payload?: { at: number } }) => {
    const point = layout.points[payload?.at ?? -1]
    return point ? <ScatterShape point={point} /> : <g />
  }
  return (
    <MarkReader name={`${spec.title}. ${keyboard}`} marks={marks} direction={spec.direction}>
      {(active, read) => (
        <Scatters
          width={layout.width}
          height={layout.height}
          margin={chartMargin(layout)}
          accessibilityLayer={false}
          title={spec.title}
          desc={spec.summary}
        >
          <ChartRules layout={layout} />
          <XAxis hide dataKey="x" type="number" domain={[spec.x.min, spec.x.max]} reversed={spec.direction === 'rtl'} />
          <YAxis hide dataKey="y" type="number" domain={[spec.y.min, spec.y.max]} />
          <Scatter
            data={spec.points.map(({ x, y }, at) => ({ x, y, at }))}
            shape={shape}
            isAnimationActive={false}
            onMouseEnter={(_, at) => read(at)}
            onMouseLeave={() => read(null)}
          />
          <ChartLabels layout={layout} />
          {active && <circle className="chart-active" cx={active.x} cy={active.y} r={9} />}
        </Scatters>
      )}
    </MarkReader>
  )
}
