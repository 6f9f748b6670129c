import type { Label, Mirror, Rule } from './frame.ts'
import { lineHeight, shortened, textWidth } from './labels.ts'
import type { DatedEvent } from './spec.ts'

/** More lines of words than this above a plot leave none of it; what does not fit stands in the table. */
const mostLanes = 3
/** No event takes more of the width than this share. */
const widestShare = 0.4

/** The height in pixels that the words of events take above the plot. */
export function eventsHeight(events: readonly DatedEvent[]): number {
  return Math.min(mostLanes, events.length) * lineHeight
}

/**
 * Dated events as vertical lines through the plot, their words in lanes above it: each in the first lane where it covers no
 * other. `x` is laid out left to right, `top` the upper end of the plot.
 */
export function eventMarks(
  events: readonly DatedEvent[],
  x: (index: number) => number,
  at: Mirror,
  { left, right, top, bottom }: { left: number; right: number; top: number; bottom: number },
): { rules: Rule[]; labels: Label[] } {
  const lanes: number[] = []
  const rules: Rule[] = []
  const labels: Label[] = []
  const first = top - eventsHeight(events)
  for (const event of events.toSorted((a, b) => a.at - b.at)) {
    const place = x(event.at)
    const text = shortened(event.name, (right - left) * widestShare)
    const width = textWidth(text)
    const isAfter = place + 4 + width <= right
    const [start, end] = isAfter ? [place + 4, place + 4 + width] : [place - 4 - width, place - 4]
    const lane = [0, 1, 2].find((one) => start >= (lanes[one] ?? Number.NEGATIVE_INFINITY) + 6)
    const y1 = lane === undefined ? top : first + lane * lineHeight + 3
    rules.push({ x1: at(place), x2: at(place), y1, y2: bottom, tone: 'event' })
    if (lane === undefined || start < 0) continue
    lanes[lane] = end
    const y = first + lane * lineHeight + 12
    labels.push({
      x: at(isAfter ? start : end),
      y,
      lines: [text],
      anchor: isAfter ? 'start' : 'end',
      tone: 'ink',
      full: event.name,
    })
  }
  return { rules, labels }
}
