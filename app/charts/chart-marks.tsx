import type { FunnelLayout } from '../../server/domain/charts/funnel-layout.ts'
import type { HeatLayout } from '../../server/domain/charts/heat-layout.ts'
import type { ChartLayout } from '../../server/domain/charts/layout.ts'
import type { LineLayout } from '../../server/domain/charts/line-layout.ts'
import type { MultiplesLayout } from '../../server/domain/charts/multiples-layout.ts'
import type { RowLayout, RowMark } from '../../server/domain/charts/row-layout.ts'
import type { ScatterLayout } from '../../server/domain/charts/scatter-layout.ts'
import type { SurvivalLayout } from '../../server/domain/charts/survival-layout.ts'

/** The figures of a chart, as the server draws them. `few` is the fill of marks that rest on few cases. */
export function ChartMarks({ layout, few }: { layout: ChartLayout; few: string }) {
  if (layout.kind === 'line') return <LineMarks layout={layout} few={few} />
  if (layout.kind === 'multiples') return <MultiplesMarks layout={layout} few={few} />
  if (layout.kind === 'funnel') return <FunnelMarks layout={layout} few={few} />
  if (layout.kind === 'scatter') return <ScatterMarks layout={layout} />
  if (layout.kind === 'heat') return <HeatMarks layout={layout} />
  if (layout.kind === 'survival') return <SurvivalMarks layout={layout} />
  return (
    <g>
      {layout.rows.map((row) => (
        <RowShape key={row.id} kind={layout.kind} row={row} rowHeight={layout.rowHeight} few={few} />
      ))}
    </g>
  )
}

function LineMarks({ layout, few }: { layout: LineLayout; few: string }) {
  return (
    <g>
      {layout.bands.map((band) => (
        <path key={band.d} className={`chart-band chart-${band.role}`} d={band.d} />
      ))}
      {layout.paths.map((path) => (
        <path key={path.d} className={`chart-line chart-${path.role}`} d={path.d} />
      ))}
      <LineSteps layout={layout} />
      <LineDots layout={layout} few={few} />
    </g>
  )
}

/** The lines of every panel, each where it stands. */
export function MultiplesMarks({ layout, few }: { layout: MultiplesLayout; few: string }) {
  return (
    <g>
      {layout.panels.map((panel) => (
        <g key={panel.id} transform={`translate(0 ${panel.y})`}>
          <LineMarks layout={panel.layout} few={few} />
        </g>
      ))}
    </g>
  )
}

/** Control limits that may change from month to month. */
export function LineSteps({ layout }: { layout: LineLayout }) {
  return (
    <g>
      {layout.steps.map((step) => (
        <path key={step} className="chart-step" d={step} />
      ))}
    </g>
  )
}

/** Months that need a mark of their own: alone between gaps, the latest, those that stand out, those with few cases. */
export function LineDots({ layout, few }: { layout: LineLayout; few: string }) {
  return (
    <g>
      {layout.dots.map((dot) => (
        <circle
          key={`${dot.role} ${dot.x} ${dot.y}`}
          className={`chart-dot chart-dot-${dot.reason} chart-${dot.role}`}
          cx={dot.x}
          cy={dot.y}
          r={dot.reason === 'signal' || dot.reason === 'few' ? 4.5 : 3.2}
          fill={dot.reason === 'few' ? few : undefined}
        />
      ))}
    </g>
  )
}

/** Each month's box, filled from below as far as it is complete; where nothing was expected there is none. */
export function HeatMarks({ layout }: { layout: HeatLayout }) {
  return (
    <g className="chart-main">
      {layout.boxes.map(({ id, x, y, width, height, filled }) =>
        filled === null ? null : (
          <g key={id}>
            <rect className="chart-cell" x={x} y={y} width={width} height={height} />
            {filled > 0 && (
              <rect className="chart-cell-filled" x={x} y={y + height - filled} width={width} height={filled} />
            )}
          </g>
        ),
      )}
    </g>
  )
}

function FunnelMarks({ layout, few }: { layout: FunnelLayout; few: string }) {
  return (
    <g>
      <FunnelCurves layout={layout} />
      {layout.points.map((point) => (
        <FunnelShape key={point.id} point={point} few={few} />
      ))}
    </g>
  )
}

export function FunnelCurves({ layout }: { layout: FunnelLayout }) {
  return (
    <g>
      {layout.curves.map((curve) => (
        <path key={curve.d} className={`chart-curve chart-curve-${curve.level}`} d={curve.d} />
      ))}
    </g>
  )
}

/** Shape as well as colour says where a facility lies: a triangle up or down beyond the limits, else a circle. */
export function FunnelShape({ point, few }: { point: FunnelLayout['points'][number]; few: string }) {
  const { x, y, mark } = point
  const className = `chart-point chart-point-${mark}`
  if (mark === 'above-95' || mark === 'above-998') return <path className={className} d={`M${x},${y - 6}l6,10h-12Z`} />
  if (mark === 'below-95' || mark === 'below-998') return <path className={className} d={`M${x},${y + 6}l6,-10h-12Z`} />
  return <circle className={className} cx={x} cy={y} r={4} fill={mark === 'few' ? few : undefined} />
}

function ScatterMarks({ layout }: { layout: ScatterLayout }) {
  return (
    <g>
      {layout.points.map((point) => (
        <ScatterShape key={point.id} point={point} />
      ))}
    </g>
  )
}

/** A facility by its two figures: all alike, because no place in the plot is better than another. */
export function ScatterShape({ point: { x, y } }: { point: ScatterLayout['points'][number] }) {
  return <circle className="chart-point" cx={x} cy={y} r={4} />
}

/** The curve through the times that are known, each with its interval. */
export function SurvivalMarks({ layout }: { layout: SurvivalLayout }) {
  return (
    <g className="chart-main">
      <path className="chart-line chart-main" d={layout.path} />
      {layout.points.map(({ x, y, interval }) => (
        <g key={x} className="chart-row">
          {interval && (
            <path
              className="chart-interval"
              d={`M${x},${interval.low}V${interval.high}M${x - 3},${interval.low}h6M${x - 3},${interval.high}h6`}
            />
          )}
          <circle className="chart-row-dot" cx={x} cy={y} r={4} />
        </g>
      ))}
    </g>
  )
}

/** One row's bar, or its dot, and its interval. A row without a value has no mark. */
export function RowShape(props: { kind: RowLayout['kind']; row: RowMark; rowHeight: number; few: string }) {
  const { kind, row, rowHeight, few } = props
  if (!row.mark) return null
  const { from, to } = row.mark
  const className = `chart-row ${row.emphasis ? 'chart-main' : 'chart-plain'}${row.few ? ' chart-row-few' : ''}`
  const fill = row.few ? few : undefined
  const thick = Math.min(14, rowHeight * 0.6)
  return (
    <g className={className}>
      {kind === 'bar' && (
        <rect
          className="chart-bar"
          x={Math.min(from, to)}
          width={Math.abs(to - from)}
          y={row.y - thick / 2}
          height={thick}
          fill={fill}
        />
      )}
      {row.interval && <Interval row={row} {...row.interval} />}
      {kind === 'dot-interval' && <circle className="chart-row-dot" cx={to} cy={row.y} r={4.5} fill={fill} />}
    </g>
  )
}

function Interval({ row, low, high }: { row: RowMark; low: number; high: number }) {
  return <path className="chart-interval" d={`M${low},${row.y}H${high}M${low},${row.y - 3}v6M${high},${row.y - 3}v6`} />
}
