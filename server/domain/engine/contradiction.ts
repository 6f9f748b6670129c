import { cellParts, findMeasure } from '../measures/index.ts'
import type { Figure } from '../value.ts'
import { missing } from '../value.ts'
import type { Formula } from './formulas.ts'

/** Two needs of a share, by their places, of which the first counts some of those whom the second counts. */
type Pair = readonly [part: number, whole: number]

/** Whether the cell counts some of those whom the other one counts: a part of it in the same group, or a group of it. */
function isPartOf(cell: Formula['needs'][number]['cell'], other: Formula['needs'][number]['cell']): boolean {
  const [own, whole] = [cellParts(cell), cellParts(other)]
  if (own.measureId === whole.measureId) return own.breakdown !== '' && whole.breakdown === ''
  if (own.breakdown !== whole.breakdown) return false
  for (let up = findMeasure(own.measureId)?.partOf; up !== undefined; up = findMeasure(up)?.partOf)
    if (up === whole.measureId) return true
  return false
}

function pairsIn({ definition, needs }: Formula): Pair[] {
  if (definition.statistics !== 'wilson') return []
  return needs.flatMap((one, part) =>
    needs.flatMap((other, whole): Pair[] => (isPartOf(one.cell, other.cell) ? [[part, whole]] : [])),
  )
}

const known = new WeakMap<Formula, Pair[]>()

/** The pairs of a formula, looked for once each. */
function pairsOf(formula: Formula): Pair[] {
  const pairs = known.get(formula) ?? pairsIn(formula)
  known.set(formula, pairs)
  return pairs
}

function isMoreThanWhole(formula: Formula, amountAt: (need: number) => number): boolean {
  return pairsOf(formula).some(([part, whole]) => amountAt(part) > amountAt(whole))
}

/** A share that is none: a base that is made of several counts is known only when it is made. */
function isBeyondWhole(figure: Figure): boolean {
  if (figure.state !== 'counted' || figure.denominator === null) return false
  return figure.numerator < 0 || figure.numerator > figure.denominator
}

/**
 * Whether the counts of a share contradict each other: more in a part than in its whole. An import refuses that within a
 * source; it comes about where one count is taken from records and the other from the return. Of such counts no share is
 * made: 17 of 16 is nothing, and least of all a target that is met. `amounts` in the order of the needs.
 */
export function isContradicted(formula: Formula, amounts: readonly number[]): boolean {
  const { definition, needs } = formula
  if (definition.statistics !== 'wilson') return false
  if (isMoreThanWhole(formula, (need) => amounts[need] ?? 0)) return true
  if (needs.length <= 2) return false
  return isBeyondWhole(definition.compute(Object.fromEntries(needs.map(({ name }, at) => [name, amounts[at] ?? 0]))))
}

/** The figure that is made of `counts`, or that they contradict each other. */
export function unlessContradicted(formula: Formula, figure: Figure, counts: Readonly<Record<string, number>>): Figure {
  const { definition, needs } = formula
  if (definition.statistics !== 'wilson' || figure.state !== 'counted') return figure
  const isNone = isBeyondWhole(figure) || isMoreThanWhole(formula, (need) => counts[needs[need]!.name] ?? 0)
  return isNone ? missing('inconsistent') : figure
}
