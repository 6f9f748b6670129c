import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { wrapped } from '../../server/domain/charts/labels.ts'

/** Room around a drawing, in pixels. */
const margin = 20
const titleSize = 16

export interface DrawingFileProps {
  title: string
  /** The drawing in words, for whoever does not see it. */
  summary: string
  direction: 'ltr' | 'rtl'
  /** What it is made of, from whom and when, line by line below the drawing. */
  about: readonly string[]
  /** Of the drawing alone, in pixels. */
  width: number
  height: number
  /** Rules of the file's own style sheet. */
  style?: string
  children: ReactNode
}

/** A drawing as an SVG file that stands alone: its title, the drawing of the page, and what it says of itself. */
export function drawingFile(props: DrawingFileProps): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${renderToStaticMarkup(<DrawingFile {...props} />)}\n`
}

function DrawingFile({ title, summary, direction, about, style = '', children, ...drawing }: DrawingFileProps) {
  const head = wrapped(title, (drawing.width * 12) / titleSize, 4)
  const foot = about.flatMap((text) => wrapped(text, drawing.width, 12))
  const width = drawing.width + 2 * margin
  const top = margin + head.length * 22 + 6
  const below = top + drawing.height + 24
  const height = below + foot.length * 16 + margin
  const x = direction === 'rtl' ? width - margin : margin
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      direction={direction}
      role="img"
    >
      <title>{title}</title>
      <desc>{[summary, ...about].join(' ')}</desc>
      <style>{`${style}\ntext{font-family:system-ui,"Noto Sans",sans-serif;unicode-bidi:plaintext}`}</style>
      <rect width={width} height={height} fill="#ffffff" />
      <Lines lines={head} x={x} y={margin + titleSize} step={22} size={titleSize} bold />
      <g transform={`translate(${margin} ${top})`}>{children}</g>
      <Lines lines={foot} x={x} y={below} step={16} size={12} />
    </svg>
  )
}

function Lines(props: { lines: string[]; x: number; y: number; step: number; size: number; bold?: boolean }) {
  const { lines, x, y, step, size, bold } = props
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
