import { type FigureSeries, figureAt, stateCode } from '../series.ts'
import type { Figure } from '../value.ts'

/** A month whose figure is no longer what it was. */
export interface Revision {
  month: number
  old: Figure
  new: Figure
}

/** The months that stood in `before` and read differently in `after`. New months at either end are no revisions. */
export function revisions(before: FigureSeries, after: FigureSeries): Revision[] {
  const changed: Revision[] = []
  for (let place = 0; place < before.states.length; place++) {
    const month = before.startMonth + place
    const [old, now] = [figureAt(before, month), figureAt(after, month)]
    if (!isSameFigure(old, now)) changed.push({ month, old, new: now })
  }
  return changed
}

function isSameFigure(a: Figure, b: Figure): boolean {
  if (a.state === 'counted' && b.state === 'counted')
    return a.numerator === b.numerator && a.denominator === b.denominator
  return stateCode(a.state) === stateCode(b.state)
}

/** Whether some month's figure came to be counted, or is counted no more: from then on it goes into other sums than before. */
export function comesOrGoes(before: FigureSeries | undefined, after: FigureSeries | undefined): boolean {
  return isCountedBeyond(before, after) || isCountedBeyond(after, before)
}

/** Whether `one` counts in a month in which `other` does not. */
function isCountedBeyond(one: FigureSeries | undefined, other: FigureSeries | undefined): boolean {
  return (one?.states ?? []).some(
    (state, place) => state === counted && other?.states[one!.startMonth + place - other.startMonth] !== counted,
  )
}

const counted = stateCode('counted')

/** Whether two series would be kept as the same bytes: every array of `b` place by place. */
export function isSameSeries<Series extends { startMonth: number }>(a: Series, b: Series): boolean {
  for (const key in b) {
    const [one, other] = [a[key] as unknown, b[key] as unknown]
    if (!(Array.isArray(one) && Array.isArray(other) ? isSameArray(one, other) : one === other)) return false
  }
  return true
}

function isSameArray(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false
  for (let place = 0; place < a.length; place++) if (a[place] !== b[place]) return false
  return true
}
