import { type Figure, missing } from '../value.ts'
import type { Indicator } from './define.ts'
import { perOf } from './unit.ts'

/** One figure of several months, and of how many of them it is made. */
export interface Pooled {
  figure: Figure
  months: number
}

/**
 * The figure of several months together: their counts before their quotient. A month without a figure is left out and not
 * counted as nought; without any the reason of the last month stands. For shares and rates of flows, where months have no
 * people in common.
 */
export function pooled(definition: Pick<Indicator, 'unit'>, figures: readonly Figure[]): Pooled {
  const known = figures.flatMap((figure) =>
    figure.state === 'counted' && figure.denominator !== null
      ? [{ numerator: figure.numerator, denominator: figure.denominator }]
      : [],
  )
  if (known.length === 0) return { figure: lastReason(figures), months: 0 }
  const numerator = known.reduce((sum, one) => sum + one.numerator, 0)
  const denominator = known.reduce((sum, one) => sum + one.denominator, 0)
  if (denominator === 0) return { figure: missing('no-base'), months: known.length }
  const value = (numerator / denominator) * perOf(definition)
  return { figure: { state: 'counted', numerator, denominator, value }, months: known.length }
}

function lastReason(figures: readonly Figure[]): Figure {
  return figures.findLast((figure) => figure.state !== 'counted') ?? missing('not-reported')
}
