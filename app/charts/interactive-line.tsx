import { Area, ComposedChart, Line, Tooltip, XAxis, YAxis } from 'recharts'
import type { LineLayout } from '../../server/domain/charts/line-layout.ts'
import type { LineChart } from '../../server/domain/charts/spec.ts'
import { ChartLabels, ChartPatterns, ChartRules } from './chart-frame.tsx'
import { chartMargin } from './chart-margin.ts'
import { LineDots, LineSteps } from './chart-marks.tsx'
import { ChartTip } from './chart-tip.tsx'

/** A line chart with a tooltip for each month; the arrow keys move it. Gaps stay gaps. */
export function InteractiveLine({ spec, layout, keyboard }: { spec: LineChart; layout: LineLayout; keyboard: string }) {
  const id = `${spec.id}-interactive`
  const ends: [number, number] = [-0.5, spec.periods.length - 0.5]
  return (
    <ComposedChart
      width={layout.width}
      height={layout.height}
      margin={chartMargin(layout)}
      data={months(spec)}
      title={spec.title}
      desc={`${spec.summary} ${keyboard}`}
    >
      <ChartPatterns id={id} />
      <ChartRules layout={layout} />
      <XAxis hide dataKey="at" type="number" domain={ends} reversed={spec.direction === 'rtl'} />
      <YAxis hide domain={[spec.y.min, spec.y.max]} />
      {spec.series.flatMap(({ id: key, role, data }) => [
        data.some((datum) => datum.low !== undefined) && (
          <Area
            key={`band ${key}`}
            className={`chart-band chart-${role}`}
            dataKey={`band ${key}`}
            stroke="none"
            fill=""
            type="linear"
            activeDot={false}
            isAnimationActive={false}
            tooltipType="none"
          />
        ),
        <Line
          key={key}
          className={`chart-line chart-${role}`}
          dataKey={key}
          stroke=""
          type="linear"
          dot={false}
          activeDot={{ className: `chart-dot chart-${role}`, r: 5 }}
          isAnimationActive={false}
        />,
      ])}
      <LineSteps layout={layout} />
      <LineDots layout={layout} few={`url(#${id}-few)`} />
      <ChartLabels layout={layout} />
      <Tooltip
        isAnimationActive={false}
        cursor={{ className: 'chart-cursor' }}
        content={({ active, label }) => (active ? <MonthTip spec={spec} at={Number(label)} /> : null)}
      />
    </ComposedChart>
  )
}

/** One row a month; a missing value is null, which recharts leaves open. */
function months(spec: LineChart) {
  return spec.periods.map((_, at) =>
    Object.fromEntries([
      ['at', at],
      ...spec.series.flatMap(({ id, data }) => {
        const datum = data[at]
        const band = datum?.low !== undefined && datum.high !== undefined ? [datum.low, datum.high] : null
        return [
          [id, datum?.value ?? null],
          [`band ${id}`, band],
        ]
      }),
    ]),
  )
}

/** The month in words: what its table row says. */
function MonthTip({ spec, at }: { spec: LineChart; at: number }) {
  const [columns, cells] = [spec.table.columns.slice(1), spec.table.rows[at]?.slice(1) ?? []]
  const lines = columns.flatMap((name, index) => {
    const swatch = spec.series[index]?.role
    const shown = cells[index] ?? ''
    return swatch || shown ? [{ name, shown, ...(swatch && { swatch }) }] : []
  })
  return <ChartTip head={spec.periods[at]?.label ?? ''} lines={lines} />
}
