import type { Frame, Label } from '../../server/domain/charts/frame.ts'
import { lineHeight } from '../../server/domain/charts/labels.ts'

/** The lines behind the figures of a chart: grid, limits, leaders. */
export function ChartRules({ layout }: { layout: Frame }) {
  return (
    <g className="chart-rules">
      {layout.rules.map((rule) => (
        <line
          key={`${rule.tone} ${rule.x1} ${rule.y1} ${rule.x2} ${rule.y2}`}
          className={`chart-rule chart-rule-${rule.tone}`}
          x1={rule.x1}
          x2={rule.x2}
          y1={rule.y1}
          y2={rule.y2}
        />
      ))}
    </g>
  )
}

/** The words of a chart, over its figures. */
export function ChartLabels({ layout }: { layout: Frame }) {
  return (
    <g className="chart-labels">
      {layout.labels.map((label) => (
        <ChartLabel key={`${label.x} ${label.y} ${label.lines.join(' ')}`} label={label} />
      ))}
    </g>
  )
}

function ChartLabel({ label }: { label: Label }) {
  const { x, y, lines, anchor, tone, full } = label
  const isCut = full !== undefined && lines.join(' ') !== full
  return (
    <text className={`chart-text chart-text-${tone}`} x={x} y={y} textAnchor={anchor}>
      {isCut && <title>{full}</title>}
      {lines.length === 1
        ? lines[0]
        : lines.map((line, at) => (
            <tspan key={line} x={x} dy={at === 0 ? 0 : lineHeight}>
              {line}
            </tspan>
          ))}
    </text>
  )
}

/** The hatching that says "few cases". Pattern ids are the chart's own, because one page has many charts. */
export function ChartPatterns({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={`${id}-few`} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect className="chart-hatch-ground" width="4" height="4" />
        <line className="chart-hatch-line" x1="1" x2="1" y1="0" y2="4" />
      </pattern>
    </defs>
  )
}
