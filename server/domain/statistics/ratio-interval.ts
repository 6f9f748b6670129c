import normalQuantile from '@stdlib/stats-base-dists-normal-quantile'
import { clopperPearson, type Interval } from './interval.ts'

/**
 * Exact interval of the ratio of two rates: k1 events over base1 against k2 over base2, as a multiple. Given the total, k1
 * is binomial. The upper end is infinite without an event in the second group; without any event nothing is known.
 * Source: conditional Clopper–Pearson; the same as R's poisson.test(c(k1, k2), c(base1, base2))$conf.int.
 */
export function rateRatioInterval(
  k1: number,
  base1: number,
  k2: number,
  base2: number,
  confidence = 0.95,
): Interval | null {
  if (k1 + k2 === 0 || base1 <= 0 || base2 <= 0) return null
  const { low, high } = clopperPearson(k1, k1 + k2, confidence)
  const ratio = (share: number) => (share >= 1 ? Number.POSITIVE_INFINITY : (share / (1 - share)) * (base2 / base1))
  return { low: ratio(low), high: ratio(high) }
}

/**
 * Score interval of the ratio of two proportions, k1 of n1 against k2 of n2, as a multiple. It holds for few cases and for
 * noughts: the upper end is infinite without a case in the second group. Without any case nothing is known.
 * Source: Koopman 1984, Biometrics 40.
 */
export function riskRatioInterval(k1: number, n1: number, k2: number, n2: number, confidence = 0.95): Interval | null {
  if (k1 + k2 === 0 || n1 <= 0 || n2 <= 0) return null
  const z = normalQuantile(1 - (1 - confidence) / 2, 0, 1)
  const isBeyond = (logRatio: number) => scoreChi(k1, n1, k2, n2, Math.exp(logRatio)) > z * z
  // The statistic is nought at the estimate and grows to both sides.
  const start = k1 === 0 ? -farthest : k2 === 0 ? farthest : Math.log(k1 / n1 / (k2 / n2))
  return {
    low: k1 === 0 ? 0 : Math.exp(crossing(isBeyond, start, -farthest)),
    high: k2 === 0 ? Number.POSITIVE_INFINITY : Math.exp(crossing(isBeyond, start, farthest)),
  }
}

/** Ratios beyond e^±40 are told apart by no data. */
const farthest = 40

/** Pearson's chi-square at the proportions that fit best when the first is `ratio` times the second. */
function scoreChi(k1: number, n1: number, k2: number, n2: number, ratio: number): number {
  const [a, b, c] = [(n1 + n2) * ratio, n1 * ratio + k1 + n2 + k2 * ratio, k1 + k2]
  // The smaller root, written so that nothing is lost where b is far larger than a times c.
  const second = (2 * c) / (b + Math.sqrt(Math.max(0, b * b - 4 * a * c)))
  // Rounding must not carry a proportion past 1, where every member of a group is a case.
  return part(k1, n1, Math.min(1, ratio * second)) + part(k2, n2, Math.min(1, second))
}

function part(k: number, n: number, p: number): number {
  const difference = k - n * p
  const variance = n * p * (1 - p)
  if (Math.abs(difference) < 1e-12 * n) return 0
  return variance <= 0 ? Number.POSITIVE_INFINITY : (difference * difference) / variance
}

/** Where `isBeyond` turns true on the way from `inside` to `outside`. */
function crossing(isBeyond: (at: number) => boolean, inside: number, outside: number): number {
  let [near, far] = [inside, outside]
  for (let step = 0; step < 80; step++) {
    const middle = (near + far) / 2
    if (isBeyond(middle)) far = middle
    else near = middle
  }
  return (near + far) / 2
}
