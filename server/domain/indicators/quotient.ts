import type { Figure } from '../value.ts'
import type { Indicator } from './define.ts'
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
  const isQuotient = counted.every(
    ({ numerator, denominator, value }) =>
      denominator !== null &&
      denominator > 0 &&
      numerator >= 0 &&
      Math.abs((numerator / denominator) * per - value) <= 1e-9 * Math.max(1, value),
  )
  if (!isQuotient || definition.statistics === 'complete-count') return 'single'
  if (definition.kind === 'rate') return 'rate'
  const isAmong = counted.every(({ numerator, denominator }) => numerator <= (denominator ?? 0))
  return definition.kind === 'proportion' && isAmong ? 'share' : 'single'
}
