import type { CellId } from '../measures/index.ts'
import type { MonthSpan } from '../period.ts'
import type { Formula } from './formulas.ts'

/** A formula as one version of its definition writes it, for the months [from, until) as `monthIndex`. */
export interface FormulaVersion {
  from: number
  until: number
  formula: Formula
}

/**
 * The formula of a month; undefined where no version speaks of it: the indicator had not begun or has ended, or the
 * version knows no such group.
 */
export function formulaAt(formula: Formula, month: number): Formula | undefined {
  if (!formula.versions) return formula
  for (const one of formula.versions) if (one.from <= month && month < one.until) return one.formula
  return undefined
}

/** Some months split by the formula that makes their figures, in order; nearly always one stretch. */
export function stretches(formula: Formula, { first, last }: MonthSpan): (MonthSpan & { formula?: Formula })[] {
  if (!formula.versions) return first <= last ? [{ first, last, formula }] : []
  const split: (MonthSpan & { formula?: Formula })[] = []
  for (let month = first; month <= last; month++) {
    const version = formulaAt(formula, month)
    const before = split.at(-1)
    if (before && before.formula === version) before.last = month
    else split.push({ first: month, last: month, ...(version && { formula: version }) })
  }
  return split
}

/** Every version of a formula; itself where it never changed. */
export function everyVersion(formula: Formula): readonly Formula[] {
  return formula.versions?.map((one) => one.formula) ?? [formula]
}

/** The cells that any version of a formula reads. */
export function cellsOf(formula: Formula): CellId[] {
  return everyVersion(formula).flatMap(({ needs }) => needs.map(({ cell }) => cell))
}

/** The longest window of months of any version. */
export function windowOf(formula: Formula): number {
  return Math.max(...everyVersion(formula).map(({ definition }) => definition.months ?? 1))
}

/** How many numbers a month has in the sums of a formula: as many as the version with the most needs. */
export function widthOf(formula: Formula): number {
  return formula.versions ? Math.max(...everyVersion(formula).map(({ needs }) => needs.length)) : formula.needs.length
}
