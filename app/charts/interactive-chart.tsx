import { layoutChart } from '../../server/domain/charts/layout.ts'
import type { ChartSpec } from '../../server/domain/charts/spec.ts'
import { InteractiveFunnel } from './interactive-funnel.tsx'
import { InteractiveHeat } from './interactive-heat.tsx'
import { InteractiveLine } from './interactive-line.tsx'
import { InteractiveMultiples } from './interactive-multiples.tsx'
import { InteractiveRows } from './interactive-rows.tsx'
import { InteractiveScatter } from './interactive-scatter.tsx'
import { InteractiveSurvival } from './interactive-survival.tsx'

/** The same spec in the same layout, drawn with tooltips and keyboard. Loaded after hydration only. */
export function InteractiveChart(props: {
  spec: ChartSpec
  size: { width: number; height: number }
  keyboard: string
}) {
  const { spec, size, keyboard } = props
  const layout = layoutChart(spec, size.width, size.height)
  return (
    <div className="chart-interactive" dir={spec.direction}>
      {spec.kind === 'line' && layout.kind === 'line' && (
        <InteractiveLine spec={spec} layout={layout} keyboard={keyboard} />
      )}
      {spec.kind === 'multiples' && layout.kind === 'multiples' && (
        <InteractiveMultiples spec={spec} layout={layout} keyboard={keyboard} />
      )}
      {spec.kind === 'funnel' && layout.kind === 'funnel' && (
        <InteractiveFunnel spec={spec} layout={layout} keyboard={keyboard} />
      )}
      {spec.kind === 'scatter' && layout.kind === 'scatter' && (
        <InteractiveScatter spec={spec} layout={layout} keyboard={keyboard} />
      )}
      {spec.kind === 'survival' && layout.kind === 'survival' && (
        <InteractiveSurvival spec={spec} layout={layout} keyboard={keyboard} />
      )}
      {spec.kind === 'heat' && layout.kind === 'heat' && (
        <InteractiveHeat spec={spec} layout={layout} keyboard={keyboard} />
      )}
      {(spec.kind === 'bar' || spec.kind === 'dot-interval') &&
        (layout.kind === 'bar' || layout.kind === 'dot-interval') && (
          <InteractiveRows spec={spec} layout={layout} keyboard={keyboard} />
        )}
    </div>
  )
}
