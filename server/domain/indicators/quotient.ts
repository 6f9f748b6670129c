import type { Figure } from '../value.ts'
import type { Indicator, Unit } from './define.ts'
import { perOf } from './unit.ts'

/** What a figure is to statistics: a share of people, events over a base, or a single value that no chance model of counts fits. */
export type Quotient = 'share' | 'rate' | 'single'

/** A share is one only while its cases are among its base: people over places, or a figure of other arithmetic, stand singly. */
export function quotientOf(
  definition: Pick<Indicator, 'kind' | 'statistics' | 'unit'>,
  figures: readonly Figure[],
): Quotient {
  const per = perOf(definition)
  const counted = figures.flatMap((figure) => (figure.state === 'counted' ? [figure] : []))
  if (!counted.every((figure) => isQuotient(figure, per)) || definition.statistics === 'complete-count') return 'single'
  if (definition.kind === 'rate') return 'rate'
  const isAmong = counted.every(({ numerator, denominator }) => numerator <= (denominator ?? 0))
  return definition.kind === 'proportion' && isAmong ? 'share' : 'single'
}

type Counted = Extract<Figure, { state: 'counted' }>

/** Whether a figure is its numerator by its denominator, times `per`. */
function isQuotient({ numerator, denominator, value }: Counted, per: number): boolean {
  if (denominator === null || denominator <= 0 || numerator < 0) return false
  return Math.abs((numerator / denominator) * per - value) <= 1e-9 * Math.max(1, value)
}

/**
 * How a figure comes of its parts: a plain count, a quotient (times what its unit is per), the middle of so many cases as its
 * denominator says, or by arithmetic of its own. Of days that are their own numerator each is true: the middle of one case is
 * that case, and of cases of no day no day.
 */
export function arithmeticOf(figure: Counted, unit: Unit): 'count' | 'quotient' | 'middle' | 'own' {
  if (figure.denominator === null) return 'count'
  const isItsNumerator = figure.value === figure.numerator
  if (isItsNumerator && unit === 'days') return 'middle'
  if (isQuotient(figure, perOf({ unit }))) return 'quotient'
  return isItsNumerator ? 'middle' : 'own'
}
