import { binomial, quantileOf } from './distribution.ts'
import type { Interval } from './interval.ts'

/**
 * The median of `values` in their own unit with an interval of at least 95 % between two of the values; null where so few
 * (five or fewer at 95 %) allow none, and no median without a value.
 * Source: order statistics, Conover, Practical Nonparametric Statistics, section 3.2; ranks as R's qbinom(0.025, n, 0.5).
 */
export function medianInterval(
  values: readonly number[],
  confidence = 0.95,
): { median: number; interval: Interval | null } | null {
  const sorted = values.toSorted((a, b) => a - b)
  const n = sorted.length
  if (n === 0) return null
  const median = (sorted[Math.ceil(n / 2) - 1]! + sorted[Math.floor(n / 2)]!) / 2
  const rank = quantileOf(binomial(n, 0.5), (1 - confidence) / 2)
  return { median, interval: rank < 1 ? null : { low: sorted[rank - 1]!, high: sorted[n - rank]! } }
}
