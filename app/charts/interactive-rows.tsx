import { Bar, ComposedChart, Tooltip, XAxis, YAxis } from 'recharts'
import type { RowLayout } from '../../server/domain/charts/row-layout.ts'
import type { RowChart } from '../../server/domain/charts/spec.ts'
import { ChartLabels, ChartPatterns, ChartRules } from './chart-frame.tsx'
import { chartMargin } from './chart-margin.ts'
import { RowShape } from './chart-marks.tsx'
import { ChartTip } from './chart-tip.tsx'

/** A row chart with a tooltip for each row; the arrow keys move it. */
export function InteractiveRows({ spec, layout, keyboard }: { spec: RowChart; layout: RowLayout; keyboard: string }) {
  const id = `${spec.id}-interactive`
  const shape = ({ index }: { index?: number }) => {
    const row = layout.rows[index ?? -1]
    return row ? <RowShape kind={layout.kind} row={row} rowHeight={layout.rowHeight} few={`url(#${id}-few)`} /> : <g />
  }
  return (
    <ComposedChart
      layout="vertical"
      width={layout.width}
      height={layout.height}
      margin={chartMargin(layout)}
      data={spec.rows.map((row, at) => ({ at, value: row.value }))}
      title={spec.title}
      desc={`${spec.summary} ${keyboard}`}
    >
      <ChartPatterns id={id} />
      <ChartRules layout={layout} />
      <XAxis hide type="number" domain={[spec.x.min, spec.x.max]} reversed={spec.direction === 'rtl'} />
      <YAxis hide type="category" dataKey="at" />
      <Bar dataKey="value" shape={shape} isAnimationActive={false} />
      <ChartLabels layout={layout} />
      <Tooltip
        isAnimationActive={false}
        cursor={{ className: 'chart-cursor-row' }}
        content={({ active, label }) => (active ? <RowTip spec={spec} at={Number(label)} /> : null)}
      />
    </ComposedChart>
  )
}

function RowTip({ spec, at }: { spec: RowChart; at: number }) {
  const [name = '', ...cells] = spec.table.rows[at] ?? []
  return (
    <ChartTip head={name} lines={cells.map((shown, index) => ({ name: spec.table.columns[index + 1] ?? '', shown }))} />
  )
}
