import { type Frame, type Label, mirror, plotBox, round } from './frame.ts'
import { shortened, textWidth } from './labels.ts'
import type { HeatCalendar } from './spec.ts'

/** One month of one row in pixels: its box, and how much of it is filled from below. */
export interface HeatBox {
  id: string
  x: number
  y: number
  width: number
  height: number
  /** Height of the filled part; null where nothing was expected, and then there is no box at all. */
  filled: number | null
}

export interface HeatLayout extends Frame {
  kind: 'heat'
  /** Row by row, each from the first month on. */
  boxes: HeatBox[]
}

const rowHeight = 26
const headHeight = 30
const gap = 3

/** The height that suits a calendar follows from its rows. */
export function heatHeight({ rows }: HeatCalendar): number {
  return headHeight + Math.max(1, rows.length) * rowHeight + 6
}

export function layoutHeat(spec: HeatCalendar, width: number, height = heatHeight(spec)): HeatLayout {
  const at = mirror(spec.direction, width)
  const named = Math.min(Math.max(...spec.rows.map((row) => textWidth(row.name)), 40), width * 0.36)
  const left = named + 12
  const step = (width - left) / Math.max(1, spec.periods.length)
  const tall = (height - headHeight - 6) / Math.max(1, spec.rows.length)
  const edge = (place: number) => left + place * step
  const boxOf = (row: number, place: number) => {
    const [start, end] = [at(edge(place) + gap / 2), at(edge(place + 1) - gap / 2)]
    return { x: Math.min(start, end), width: round(Math.abs(end - start)), y: round(headHeight + row * tall + gap / 2) }
  }
  return {
    kind: 'heat',
    width,
    height,
    direction: spec.direction,
    plot: plotBox(spec.direction, at, { left, right: width, top: headHeight, bottom: height }),
    rules: [],
    labels: [...monthLabels(spec, (place) => edge(place + 0.5), at, width, step), ...rowLabels(spec, at, named, tall)],
    boxes: spec.rows.flatMap((row, index) =>
      row.cells.map((cell, place) => ({
        id: `${row.id} ${spec.periods[place]?.id}`,
        ...boxOf(index, place),
        height: round(tall - gap),
        filled: cell.share === null ? null : round((tall - gap) * cell.share),
      })),
    ),
  }
}

function rowLabels({ rows }: HeatCalendar, at: (x: number) => number, named: number, tall: number): Label[] {
  return rows.map((row, index) => ({
    x: at(named),
    y: round(headHeight + (index + 0.5) * tall + 4),
    lines: [shortened(row.name, named)],
    anchor: 'end',
    tone: 'ink',
    full: row.name,
  }))
}

/** As many months as can be written without touching: all, or every second, third, sixth, twelfth. */
function monthLabels(
  { periods }: HeatCalendar,
  middle: (place: number) => number,
  at: (x: number) => number,
  width: number,
  step: number,
): Label[] {
  const widest = Math.max(...periods.map((period) => textWidth(period.label)), 1) + 8
  const every = [1, 2, 3, 6, 12].find((months) => step * months >= widest) ?? Math.max(1, periods.length)
  return periods.flatMap((period, place) => {
    // From the latest on, so that the month that the page is about is always written.
    if ((periods.length - 1 - place) % every !== 0) return []
    // The last one may be wider than its box, and stays within the drawing.
    const x = Math.min(middle(place), width - textWidth(period.label) / 2)
    return [{ x: at(x), y: 18, lines: [period.label], anchor: 'middle' as const, tone: 'muted' as const }]
  })
}
