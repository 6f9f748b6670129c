import { type Format, valueAxis } from './axis.ts'
import type { ChartFrame, ScatterChart } from './spec.ts'

/** One of the two figures: the words of its axis, and how it is written. */
interface ScatterAxis {
  label: string
  format: Format
}

export interface GivenScatterChart extends Omit<ChartFrame, 'table'> {
  /** Facilities with both figures, in the order of the register; those with one or none stand beside the drawing in words. */
  points: { id: string; name: string; x: number; y: number }[]
  x: ScatterAxis
  y: ScatterAxis
  words: { place: string }
}

/** Facilities by two figures, and the table twin. Nothing is drawn through them: a line would be read as a cause. */
export function scatterChart(given: GivenScatterChart): ScatterChart {
  const { points, x, y, words, ...frame } = given
  const drawn = points.map((point) => ({ ...point, xShown: x.format(point.x), yShown: y.format(point.y) }))
  return {
    ...frame,
    kind: 'scatter',
    x: valueAxis(
      points.map((point) => point.x),
      x.label,
      x.format,
    ),
    y: valueAxis(
      points.map((point) => point.y),
      y.label,
      y.format,
    ),
    points: drawn,
    table: {
      columns: [words.place, x.label, y.label],
      rows: drawn.map(({ name, xShown, yShown }) => [name, xShown, yShown]),
    },
  }
}
