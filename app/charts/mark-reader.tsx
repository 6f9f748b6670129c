import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { ChartTip, type TipText } from './chart-tip.tsx'

/** Where a mark stands in the drawing, in pixels, and what its tooltip says. */
export interface ReadableMark extends TipText {
  x: number
  y: number
  /** The side of that place on which the tooltip has more room. */
  side: 'left' | 'right'
}

/**
 * Lets a reader go through the marks of a drawing, one tooltip at a time: by pointer, or by the arrow keys in `order`
 * (places in `marks`). recharts' own keyboard knows axes only; in a funnel several facilities share a place on the axis.
 */
export function MarkReader(props: {
  name: string
  marks: ReadableMark[]
  /** As the marks stand unless said. */
  order?: number[]
  direction: 'ltr' | 'rtl'
  children: (active: ReadableMark | undefined, read: (mark: number | null) => void) => ReactNode
}) {
  const { name, marks, order = marks.map((_, at) => at), direction, children } = props
  const [active, read] = useState<number | null>(null)
  const mark = active === null ? undefined : marks[active]
  const move = (event: KeyboardEvent) => {
    const next = moved(event.key, active === null ? -1 : order.indexOf(active), order.length, direction)
    if (next === undefined) return
    event.preventDefault()
    read(next === null ? null : (order[next] ?? null))
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls
    <div
      className="chart-keyboard"
      role="group"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it takes the arrow keys, and no element is made for that
      tabIndex={0}
      aria-label={name}
      onKeyDown={move}
      onBlur={() => read(null)}
    >
      {children(mark, read)}
      <div
        className="chart-tip-place"
        role="status"
        style={mark && { left: mark.x, top: mark.y }}
        data-side={mark?.side}
      >
        {mark && <ChartTip head={mark.head} lines={mark.lines} />}
      </div>
    </div>
  )
}

/** The next place for a key: undefined when the key is none of ours, null when it closes the tooltip. */
export function moved(key: string, at: number, count: number, direction: 'ltr' | 'rtl'): number | null | undefined {
  const [forward, back] = direction === 'rtl' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft']
  if (key === forward || key === 'ArrowDown') return Math.min(count - 1, at + 1)
  if (key === back || key === 'ArrowUp') return at < 0 ? count - 1 : Math.max(0, at - 1)
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  return key === 'Escape' ? null : undefined
}

/** The side of a place on which a drawing of that width has more room. */
export const roomierSide = (x: number, width: number): ReadableMark['side'] => (x > width / 2 ? 'left' : 'right')

/** A tooltip made of a row of the table twin: the row's name, and each cell under its column's head. */
export function tipOfRow(columns: string[], row: string[] | undefined): TipText {
  const [head = '', ...cells] = row ?? []
  return { head, lines: cells.map((shown, at) => ({ name: columns[at + 1] ?? '', shown })) }
}
