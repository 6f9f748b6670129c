import { Scatter, ScatterChart, XAxis, YAxis } from 'recharts'
import type { FunnelLayout } from '../../server/domain/charts/funnel-layout.ts'
import type { FunnelChart } from '../../server/domain/charts/spec.ts'
import { ChartLabels, ChartPatterns, ChartRules } from './chart-frame.tsx'
import { chartMargin } from './chart-margin.ts'
import { FunnelCurves, FunnelShape } from './chart-marks.tsx'
import { MarkReader, roomierSide, tipOfRow } from './mark-reader.tsx'

/** A funnel with a tooltip for each facility; the arrow keys go from facility to facility in order of size. */
export function InteractiveFunnel(props: { spec: FunnelChart; layout: FunnelLayout; keyboard: string }) {
  const { spec, layout, keyboard } = props
  const id = `${spec.id}-interactive`
  const bySize = spec.points.map((_, at) => at).sort((a, b) => spec.points[a]!.size - spec.points[b]!.size)
  const marks = layout.points.map(({ x, y }, at) => ({
    x,
    y,
    side: roomierSide(x, layout.width),
    ...tipOfRow(spec.table.columns, spec.table.rows[at]),
  }))
  const shape = ({ payload }: { payload?: { at: number } }) => {
    const point = layout.points[payload?.at ?? -1]
    return point ? <FunnelShape point={point} few={`url(#${id}-few)`} /> : <g />
  }
  return (
    <MarkReader name={`${spec.title}. ${keyboard}`} marks={marks} order={bySize} direction={spec.direction}>
      {(active, read) => (
        <ScatterChart
          width={layout.width}
          height={layout.height}
          margin={chartMargin(layout)}
          accessibilityLayer={false}
          title={spec.title}
          desc={spec.summary}
        >
          <ChartPatterns id={id} />
          <ChartRules layout={layout} />
          <FunnelCurves layout={layout} />
          <XAxis
            hide
            dataKey="size"
            type="number"
            scale="sqrt"
            domain={[spec.x.min, spec.x.max]}
            reversed={spec.direction === 'rtl'}
          />
          <YAxis hide dataKey="value" type="number" domain={[spec.y.min, spec.y.max]} />
          <Scatter
            data={spec.points.map(({ size, value }, at) => ({ size, value, at }))}
            shape={shape}
            isAnimationActive={false}
            onMouseEnter={(_, at) => read(at)}
            onMouseLeave={() => read(null)}
          />
          <ChartLabels layout={layout} />
          {active && <circle className="chart-active" cx={active.x} cy={active.y} r={9} />}
        </ScatterChart>
      )}
    </MarkReader>
  )
}
