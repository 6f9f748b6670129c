import { type KeyboardEvent, useState } from 'react'
import { Scatter, ScatterChart, XAxis, YAxis } from 'recharts'
import type { FunnelLayout } from '../../server/domain/charts/funnel-layout.ts'
import type { FunnelChart } from '../../server/domain/charts/spec.ts'
import { ChartLabels, ChartPatterns, ChartRules } from './chart-frame.tsx'
import { chartMargin } from './chart-margin.ts'
import { FunnelCurves, FunnelShape } from './chart-marks.tsx'
import { ChartTip } from './chart-tip.tsx'

/**
 * A funnel with a tooltip for each facility. The arrow keys go from facility to facility in order of size: recharts' own
 * keyboard knows axes only, and in a funnel several facilities share a place on the axis.
 */
export function InteractiveFunnel({
  spec,
  layout,
  keyboard,
}: {
  spec: FunnelChart
  layout: FunnelLayout
  keyboard: string
}) {
  const id = `${spec.id}-interactive`
  const [active, setActive] = useState<number | null>(null)
  const bySize = spec.points.map((_, at) => at).sort((a, b) => spec.points[a]!.size - spec.points[b]!.size)
  const shape = ({ index }: { index?: number }) => {
    const point = layout.points[index ?? -1]
    return point ? <FunnelShape point={point} few={`url(#${id}-few)`} /> : <g />
  }
  const move = (event: KeyboardEvent) => {
    const next = moved(event.key, active === null ? -1 : bySize.indexOf(active), bySize.length, spec.direction)
    if (next === undefined) return
    event.preventDefault()
    setActive(next === null ? null : bySize[next]!)
  }
  const tip = active === null ? undefined : layout.points[active]
  return (
    <div
      className="chart-keyboard"
      role="group"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it takes the arrow keys, and no element is made for that
      tabIndex={0}
      aria-label={`${spec.title}. ${keyboard}`}
      onKeyDown={move}
      onBlur={() => setActive(null)}
    >
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
          domain={[spec.x.min, spec.x.max]}
          reversed={spec.direction === 'rtl'}
        />
        <YAxis hide dataKey="value" type="number" domain={[spec.y.min, spec.y.max]} />
        <Scatter
          data={spec.points}
          shape={shape}
          isAnimationActive={false}
          onMouseEnter={(_, at) => setActive(at)}
          onMouseLeave={() => setActive(null)}
        />
        <ChartLabels layout={layout} />
        {tip && <circle className="chart-active" cx={tip.x} cy={tip.y} r={9} />}
      </ScatterChart>
      <div
        className="chart-tip-place"
        role="status"
        style={tip && { left: tip.x, top: tip.y }}
        data-side={tip && tip.x > layout.width / 2 ? 'left' : 'right'}
      >
        {active !== null && <FacilityTip spec={spec} at={active} />}
      </div>
    </div>
  )
}

/** The next place for a key: undefined when the key is none of ours, null when it closes the tooltip. */
export function moved(key: string, at: number, count: number, direction: 'ltr' | 'rtl'): number | null | undefined {
  const [forward, back] = direction === 'rtl' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft']
  if (key === forward) return Math.min(count - 1, at + 1)
  if (key === back) return at < 0 ? count - 1 : Math.max(0, at - 1)
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  return key === 'Escape' ? null : undefined
}

function FacilityTip({ spec, at }: { spec: FunnelChart; at: number }) {
  const [name = '', ...cells] = spec.table.rows[at] ?? []
  return (
    <ChartTip head={name} lines={cells.map((shown, index) => ({ name: spec.table.columns[index + 1] ?? '', shown }))} />
  )
}
