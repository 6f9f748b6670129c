import { missingReasons } from '../value.ts'
import { formulaAt, widthOf } from './formula-versions.ts'
import type { Formula } from './formulas.ts'
import { acrossOf, type KeptPlaceSeries, putPlaceFigure, type Share } from './place-sums.ts'

/** Whether a facility gives the same to a sum as before. */
export function isSameShare(a: Share, b: Share): boolean {
  if (a.isExpected !== b.isExpected || a.grade !== b.grade || a.reason !== b.reason) return false
  if (!a.amounts !== !b.amounts) return false
  return !a.amounts || a.amounts.every((amount, index) => amount === b.amounts?.[index])
}

/**
 * Moves the sums of a place at `at` of its arrays by what one facility gave and now gives, and makes the figure anew.
 * False where a difference cannot tell the sum, and nothing is to be kept: the largest or the worst grade went away,
 * or a number is too large to be exact.
 */
export function shiftMonth(
  series: KeptPlaceSeries,
  formula: Formula,
  kind: 'region' | 'country',
  at: number,
  share: { before: Share; after: Share },
): boolean {
  const { before, after } = share
  const reporting = (series.reporting[at] ?? 0) + Number(!!after.amounts) - Number(!!before.amounts)
  const grade = reporting === 0 ? 0 : largest(series.grades[at] ?? 0, before.grade, after.grade)
  if (grade === undefined) return false
  const { needs } = formulaAt(formula, series.startMonth + at) ?? formula
  const width = widthOf(formula)
  for (let index = 0; index < needs.length; index++) {
    const place = at * width + index
    const [old, given, now] = [series.totals[place] ?? 0, before.amounts?.[index] ?? 0, after.amounts?.[index] ?? 0]
    const isLargest = acrossOf(needs[index]!.cell) === 'max'
    const total = reporting === 0 ? 0 : isLargest ? largest(old, given, now) : old - given + now
    if (total === undefined || (!isLargest && ![old, given, now, total].every(isExact))) return false
    series.totals[place] = total
  }
  series.reporting[at] = reporting
  series.expected[at] = (series.expected[at] ?? 0) + Number(after.isExpected) - Number(before.isExpected)
  series.grades[at] = grade
  for (const [{ reason }, by] of [[before, -1] as const, [after, 1] as const]) {
    const place = at * missingReasons.length + reason
    if (reason >= 0) series.absent[place] = (series.absent[place] ?? 0) + by
  }
  putPlaceFigure(series, formula, kind, at)
  return true
}

/** The largest of all when one of them changes from `before` to `after`; undefined when the others are not known well enough. */
function largest(all: number, before: number, after: number): number | undefined {
  if (after < before && before === all) return undefined
  return Math.max(all, after)
}

function isExact(sum: number): boolean {
  return Number.isSafeInteger(sum)
}
