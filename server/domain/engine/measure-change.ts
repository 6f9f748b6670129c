import type { CellId } from '../measures/index.ts'
import type { MonthSpan } from '../period.ts'
import type { MeasureSeries } from '../series.ts'
import { cellsOf, windowOf } from './formula-versions.ts'
import type { Formula } from './formulas.ts'

/** A facility's measures as they were and as they are. */
export interface MeasureChange {
  before: ReadonlyMap<CellId, MeasureSeries>
  after: ReadonlyMap<CellId, MeasureSeries>
}

/** The cells that do not read as they did, those that are gone included, each with the months from the first change to the last. */
export function changedCells({ before, after }: MeasureChange): Map<CellId, MonthSpan> {
  const changed = new Map<CellId, MonthSpan>()
  for (const [cell, series] of after) {
    const span = changedMonths(before.get(cell), series)
    if (span) changed.set(cell, span)
  }
  for (const [cell, series] of before)
    if (!after.has(cell)) changed.set(cell, { first: series.startMonth, last: endOf(series) - 1 })
  return changed
}

/** From the first month of some stretches to the last; there is one at least. */
export function spanOf(spans: readonly MonthSpan[]): MonthSpan {
  return { first: Math.min(...spans.map((span) => span.first)), last: Math.max(...spans.map((span) => span.last)) }
}

/** The months in which a measure does not read as it did; undefined when there are none. */
export function changedMonths(before: MeasureSeries | undefined, after: MeasureSeries): MonthSpan | undefined {
  const first = Math.min(before?.startMonth ?? after.startMonth, after.startMonth)
  const end = Math.max(endOf(before ?? after), endOf(after))
  let span: MonthSpan | undefined
  for (let month = first; month < end; month++) {
    if (isSameMonth(before, after, month)) continue
    span = { first: span?.first ?? month, last: month }
  }
  return span
}

function endOf(series: MeasureSeries): number {
  return series.startMonth + series.states.length
}

function isSameMonth(a: MeasureSeries | undefined, b: MeasureSeries, month: number): boolean {
  const [one, other] = [month - (a?.startMonth ?? 0), month - b.startMonth]
  return (
    a?.states[one] === b.states[other] &&
    a?.amounts[one] === b.amounts[other] &&
    a?.grades[one] === b.grades[other] &&
    a?.reasons[one] === b.reasons[other]
  )
}

/** The months of a formula that changes of its cells reach: a window of months carries a change forward. */
export function reachedMonths(formula: Formula, changed: ReadonlyMap<CellId, MonthSpan>): MonthSpan | undefined {
  let reached: MonthSpan | undefined
  const reach = windowOf(formula) - 1
  for (const cell of cellsOf(formula)) {
    const span = changed.get(cell)
    if (!span) continue
    const [first, last] = [span.first, span.last + reach]
    reached = { first: Math.min(first, reached?.first ?? first), last: Math.max(last, reached?.last ?? last) }
  }
  return reached
}
