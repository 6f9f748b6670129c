import { renderToStaticMarkup } from 'react-dom/server'
import { wrapped } from '../../server/domain/charts/labels.ts'
import { chartWidths, layoutChart } from '../../server/domain/charts/layout.ts'
import type { ChartSpec } from '../../server/domain/charts/spec.ts'
import { ChartLabels, ChartPatterns, ChartRules } from './chart-frame.tsx'
import { ChartMarks } from './chart-marks.tsx'
import sheet from './charts.css?raw'
import { fileStyle } from './file-style.ts'

/** Room around a drawing, in pixels. */
const margin = 20
const titleSize = 16
const width = chartWidths.wide + 2 * margin
const style = `${fileStyle(sheet)}\ntext{font-family:system-ui,"Noto Sans",sans-serif}`

/** A chart as an SVG file that stands alone: its title, the drawing of the page, and below what it is made of, line by line. */
export function svgOf(spec: ChartSpec, about: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${renderToStaticMarkup(<ChartFile spec={spec} about={about} />)}\n`
}

function ChartFile({ spec, about }: { spec: ChartSpec; about: readonly string[] }) {
  const layout = layoutChart(spec, chartWidths.wide)
  const head = wrapped(spec.title, (chartWidths.wide * 12) / titleSize, 4)
  const foot = [...(spec.note ? [spec.note] : []), ...about].flatMap((text) => wrapped(text, chartWidths.wide, 12))
  const top = margin + head.length * 22 + 6
  const below = top + layout.height + 24
  const height = below + foot.length * 16 + margin
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      direction={spec.direction}
      role="img"
    >
      <title>{spec.title}</title>
      <desc>{[spec.summary, ...about].join(' ')}</desc>
      <style>{style}</style>
      <rect width={width} height={height} fill="#ffffff" />
      <Lines lines={head} y={margin + titleSize} step={22} size={titleSize} spec={spec} bold />
      <g transform={`translate(${margin} ${top})`}>
        <ChartPatterns id={spec.id} />
        <ChartRules layout={layout} />
        <ChartMarks layout={layout} few={`url(#${spec.id}-few)`} />
        <ChartLabels layout={layout} />
      </g>
      <Lines lines={foot} y={below} step={16} size={12} spec={spec} />
    </svg>
  )
}

function Lines(props: { lines: string[]; y: number; step: number; size: number; spec: ChartSpec; bold?: boolean }) {
  const { lines, y, step, size, spec, bold } = props
  const x = spec.direction === 'rtl' ? width - margin : margin
  const placed = lines.map((line, at) => ({ line, at: y + at * step }))
  return placed.map(({ line, at }) => (
    <text
      key={at}
      x={x}
      y={at}
      fontSize={size}
      fontWeight={bold ? 600 : 400}
      fill={bold ? '#1f2933' : '#52606d'}
      textAnchor="start"
    >
      {line}
    </text>
  ))
}
