import { binomial, type Distribution, hypergeometric, poisson } from './distribution.ts'

/** How likely chance alone is to give what was seen, or something as unlikely. */
export interface ExactTest {
  /** Two-sided p; with mid-P, outcomes exactly as likely as the one seen count half. */
  p: number
  /** The smallest p that any outcome with the same totals could have had. */
  leastP: number
}

/** What relative difference makes two probabilities the same one; as in R's fisher.test and binom.test. */
const tolerance = 1 + 1e-7

/**
 * Two-sided test of two proportions k1 of n1 and k2 of n2, given all margins, with mid-P.
 * Source: Fisher's exact test as R's fisher.test; mid-P after Lancaster 1961, JASA 56, because Fisher's is too cautious.
 */
export function sharesTest(k1: number, n1: number, k2: number, n2: number): ExactTest {
  return test(hypergeometric(n1, n2, k1 + k2), k1, 0.5)
}

/**
 * Two-sided test of two rates: k1 events over base1 and k2 over base2. Given the total, k1 is binomial.
 * Source: Przyborowski and Wilenski 1940, Biometrika 31; the same as R's poisson.test(c(k1, k2), c(base1, base2)).
 */
export function ratesTest(k1: number, base1: number, k2: number, base2: number): ExactTest {
  return test(binomial(k1 + k2, base1 / (base1 + base2)), k1, 1)
}

/** Two-sided test of k of n cases against a share that is known. Source: the same as R's binom.test(k, n, share). */
export function binomialTest(k: number, n: number, share: number): ExactTest {
  return test(binomial(n, share), k, 1)
}

/** Two-sided test of a count against the number expected. Source: the same as R's poisson.test(events, r = expected). */
export function poissonTest(events: number, expected: number): ExactTest {
  return test(poisson(expected), events, 1)
}

/** Fisher's exact test, two-sided and without mid-P. Source: Fisher 1935; the same as R's fisher.test. */
export function fisherTest(k1: number, n1: number, k2: number, n2: number): ExactTest {
  return test(hypergeometric(n1, n2, k1 + k2), k1, 1)
}

function test({ from, probabilities }: Distribution, seen: number, ofEqual: number): ExactTest {
  const twoSided = (likelihood: number) => {
    let p = 0
    for (const other of probabilities) {
      if (other * tolerance < likelihood) p += other
      else if (other <= likelihood * tolerance) p += other * ofEqual
    }
    return Math.min(1, p)
  }
  const ends = [probabilities[0] ?? 0, probabilities.at(-1) ?? 0]
  return { p: twoSided(probabilities[seen - from] ?? 0), leastP: Math.min(...ends.map(twoSided)) }
}
