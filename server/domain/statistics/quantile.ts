import normalQuantile from '@stdlib/stats-base-dists-normal-quantile'
import { binomial, type Distribution, poisson } from './distribution.ts'

/** Above this variance (in events squared) the exact count and its normal approximation differ by under 0.5 % of a standard deviation. */
const exactUpTo = 100_000

/** The count below which chance stays with probability `p`, in events. */
export type CountQuantile = (p: number) => number

/**
 * Quantiles of a binomial(n, share) count, interpolated between whole counts so that the answer moves smoothly with n; they
 * may lie under nought where even no event is likelier than `p`. Where the variance is above 100,000: the normal approximation.
 * Source: Spiegelhalter 2005, Statistics in Medicine 24, appendix A.1.1.
 */
export function binomialQuantile(n: number, share: number): CountQuantile {
  const variance = n * share * (1 - share)
  return variance > exactUpTo ? normal(n * share, variance) : interpolated(binomial(n, share))
}

/** The same for a Poisson count with this mean. Source: Spiegelhalter 2005, appendix A.1.2. */
export function poissonQuantile(mean: number): CountQuantile {
  return mean > exactUpTo ? normal(mean, mean) : interpolated(poisson(mean))
}

function normal(mean: number, variance: number): CountQuantile {
  return (p) => mean + normalQuantile(p, 0, 1) * Math.sqrt(variance)
}

function interpolated({ from, probabilities }: Distribution): CountQuantile {
  // A certain count has nothing to interpolate.
  if (probabilities.length === 1) return () => from
  return (p) => {
    let reached = 0
    for (const [step, probability] of probabilities.entries()) {
      reached += probability
      if (reached >= p) return from + step - (reached - p) / probability
    }
    return from + probabilities.length - 1
  }
}
