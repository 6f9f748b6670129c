import betaQuantile from '@stdlib/stats-base-dists-beta-quantile'
import gammaQuantile from '@stdlib/stats-base-dists-gamma-quantile'
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile'

/** Lower and upper end of a two-sided interval, in the unit of the estimate. */
export interface Interval {
  low: number
  high: number
}

/**
 * Wilson score interval for a proportion, as fractions between 0 and 1.
 * Source: Wilson 1927, JASA 22; the same as R's prop.test(k, n, correct = FALSE).
 */
export function wilson(k: number, n: number, confidence = 0.95): Interval {
  if (n <= 0) throw new RangeError('wilson: n must be above 0')
  const z = normalQuantile(1 - (1 - confidence) / 2, 0, 1)
  const p = k / n
  const centre = (p + (z * z) / (2 * n)) / (1 + (z * z) / n)
  const half = (z / (1 + (z * z) / n)) * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))
  return { low: k === 0 ? 0 : Math.max(0, centre - half), high: k === n ? 1 : Math.min(1, centre + half) }
}

/**
 * Exact (Garwood) interval for the mean of a Poisson count, in events.
 * Source: Garwood 1936, Biometrika 28; the same as R's poisson.test(k)$conf.int.
 */
export function poissonExact(events: number, confidence = 0.95): Interval {
  const tail = (1 - confidence) / 2
  return {
    low: events === 0 ? 0 : gammaQuantile(tail, events, 1),
    high: gammaQuantile(1 - tail, events + 1, 1),
  }
}

/**
 * Exact (Clopper–Pearson) interval for a proportion, as fractions.
 * Source: Clopper and Pearson 1934, Biometrika 26; the same as R's binom.test(k, n)$conf.int.
 */
export function clopperPearson(k: number, n: number, confidence = 0.95): Interval {
  const tail = (1 - confidence) / 2
  return {
    low: k === 0 ? 0 : betaQuantile(tail, k, n - k + 1),
    high: k === n ? 1 : betaQuantile(1 - tail, k + 1, n - k),
  }
}
