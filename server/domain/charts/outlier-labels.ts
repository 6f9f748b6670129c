import type { Label } from './frame.ts'
import { lineHeight, textWidth } from './labels.ts'
import type { FunnelMark, FunnelPoint } from './spec.ts'

interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

interface Placed {
  id: string
  x: number
  y: number
  mark: FunnelMark
}

/** Those beyond the outer limits are named first, then those beyond the inner ones; nobody else is. */
const namedMarks: FunnelMark[] = ['above-998', 'below-998', 'above-95', 'below-95']
/** More names than this make the plot unreadable; all stand in the table. */
const mostNames = 14

/**
 * Names beside the outliers, each where it covers neither another name nor an outlier, and best no facility at all; one that
 * fits nowhere is left out.
 */
export function outlierLabels(points: readonly Placed[], specs: readonly FunnelPoint[], plot: Box): Label[] {
  const outliers = namedMarks.flatMap((mark) => points.filter((point) => point.mark === mark))
  const names = new Map(specs.map((spec) => [spec.id, spec.name]))
  return namesBeside(
    outliers.map((point) => ({ ...point, name: names.get(point.id) ?? '' })),
    points,
    plot,
  )
}

/** Names beside some of the marks of a plot, first come first placed, by the same rules; in pixels, laid out left to right. */
export function namesBeside<Mark extends { x: number; y: number; name: string }>(
  named: readonly Mark[],
  all: readonly { x: number; y: number }[],
  plot: Box,
): Label[] {
  const taken: Box[] = named.map(({ x, y }) => ({ left: x - 6, right: x + 6, top: y - 6, bottom: y + 6 }))
  const labels: Label[] = []
  for (const point of named.slice(0, mostNames)) {
    const possible = candidates(point, point.name).filter(
      ({ box }) => within(box, plot) && !taken.some((other) => overlap(box, other)),
    )
    const isItself = (other: { x: number; y: number }) => other.x === point.x && other.y === point.y
    const free = possible.find(({ box }) => !all.some((other) => !isItself(other) && covers(box, other))) ?? possible[0]
    if (!free) continue
    taken.push(free.box)
    labels.push({ ...free.label, lines: [point.name], tone: 'outlier' })
  }
  return labels
}

/** After the point, before it, above it, below it: in this order. */
function candidates({ x, y }: { x: number; y: number }, text: string) {
  const width = textWidth(text)
  const at = (left: number, middle: number, x: number, anchor: Label['anchor']) => ({
    box: { left, right: left + width, top: middle - lineHeight / 2, bottom: middle + lineHeight / 2 },
    label: { x, y: middle + 4, anchor },
  })
  return [
    at(x + 9, y, x + 9, 'start'),
    at(x - 9 - width, y, x - 9, 'end'),
    at(x - width / 2, y - 15, x, 'middle'),
    at(x - width / 2, y + 15, x, 'middle'),
  ]
}

function covers(box: Box, { x, y }: { x: number; y: number }): boolean {
  return overlap(box, { left: x - 4, right: x + 4, top: y - 4, bottom: y + 4 })
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

function within(inner: Box, outer: Box): boolean {
  return (
    inner.left >= outer.left &&
    inner.right <= outer.right &&
    inner.top >= outer.top - 10 &&
    inner.bottom <= outer.bottom
  )
}
