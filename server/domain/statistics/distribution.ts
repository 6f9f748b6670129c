/** The probabilities of a whole-number count, from `from` upwards, where they matter. */
export interface Distribution {
  from: number
  probabilities: number[]
}

/**
 * Counts under this share of the likeliest one's probability are left out. Their whole tail is below any p that is ever
 * shown, and they would only cost time.
 */
const negligible = 1e-40

/** The smallest count that chance stays at or under with probability `p`; the same as R's qbinom, qpois and qnbinom. */
export function quantileOf({ from, probabilities }: Distribution, p: number): number {
  let reached = 0
  for (const [step, probability] of probabilities.entries()) {
    reached += probability
    if (reached >= p) return from + step
  }
  return from + probabilities.length - 1
}

/** How likely a count of `least` or more is, summed from the far end, so that a small probability keeps its digits. */
export function atLeast({ from, probabilities }: Distribution, least: number): number {
  return probabilities.slice(Math.max(0, least - from)).reduceRight((sum, probability) => sum + probability, 0)
}

/** How many of `n` are cases, when each is one with probability `share`. */
export function binomial(n: number, share: number): Distribution {
  if (share <= 0 || share >= 1) return { from: share <= 0 ? 0 : n, probabilities: [1] }
  const odds = share / (1 - share)
  return outwards(0, n, Math.floor((n + 1) * share), (x) => ((n - x) / (x + 1)) * odds)
}

/** How many events there are, when `mean` are expected. */
export function poisson(mean: number): Distribution {
  if (mean <= 0) return { from: 0, probabilities: [1] }
  return outwards(0, Number.POSITIVE_INFINITY, Math.floor(mean), (x) => mean / (x + 1))
}

/**
 * How many events there are, when `mean` are expected and they cluster: `variance` in events squared; where it is not above
 * the mean, nothing clusters and the count is Poisson. The same as R's dnbinom(size = mean² / (variance − mean), mu = mean).
 */
export function negativeBinomial(mean: number, variance: number): Distribution {
  if (mean <= 0 || variance <= mean) return poisson(mean)
  const size = (mean * mean) / (variance - mean)
  const mode = Math.max(0, Math.floor(mean - variance / mean + 1))
  return outwards(0, Number.POSITIVE_INFINITY, mode, (x) => ((x + size) / (size + mean)) * (mean / (x + 1)))
}

/** How many of `cases` fall to the first of two groups of n1 and n2 people, when all splits are equally likely. */
export function hypergeometric(n1: number, n2: number, cases: number): Distribution {
  const mode = Math.floor(((n1 + 1) * (cases + 1)) / (n1 + n2 + 2))
  const ratio = (x: number) => ((n1 - x) * (cases - x)) / ((x + 1) * (n2 - cases + x + 1))
  return outwards(Math.max(0, cases - n2), Math.min(n1, cases), mode, ratio)
}

/**
 * Built outwards from its mode by the ratio of neighbours P(x + 1) / P(x), so that nothing over- or underflows. Why not a
 * library's: @stdlib's Poisson cdf differs from R's in the fifth digit at a mean of 9,000.
 */
function outwards(low: number, high: number, mode: number, ratio: (x: number) => number): Distribution {
  const start = Math.min(high, Math.max(low, mode))
  const below: number[] = []
  const above: number[] = []
  for (let x = start - 1, weight = 1 / ratio(x); x >= low && weight > negligible; weight /= ratio(--x))
    below.push(weight)
  for (let x = start, weight = ratio(x); x < high && weight > negligible; weight *= ratio(++x)) above.push(weight)
  const weights = [...below.reverse(), 1, ...above]
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return { from: start - below.length, probabilities: weights.map((weight) => weight / sum) }
}
