import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { bcaInterval, percentileInterval } from '../../../server/domain/statistics/bootstrap.ts'
import { cumulativeIncidence, type Wait } from '../../../server/domain/statistics/cumulative-incidence.ts'
import { negativeBinomial, quantileOf } from '../../../server/domain/statistics/distribution.ts'
import { binomialTest, fisherTest, poissonTest } from '../../../server/domain/statistics/exact-test.ts'
import { medianInterval } from '../../../server/domain/statistics/median-interval.ts'
import { type History, monthlyDispersion } from '../../../server/domain/statistics/predictive-limit.ts'
import { rateRatioInterval, riskRatioInterval } from '../../../server/domain/statistics/ratio-interval.ts'
import { standardisedRatio } from '../../../server/domain/statistics/standardise.ts'
import { kaplanMeier, medianDuration } from '../../../server/domain/statistics/survival.ts'
import { toSixDigits } from './near.ts'

interface Curve {
  entered: number[]
  until: number[]
  ended: boolean[]
  time: number[]
  survival: number[]
  low: (number | null)[]
  high: (number | null)[]
  median: number | null
  medianLow: number | null
  medianHigh: number | null
}
interface TwoCounts {
  k1: number
  n1: number
  k2: number
  n2: number
}
interface Fixture {
  spells: Curve[]
  odd: Curve[]
  waits: { time: number[]; end: Wait['end'][]; share: number[]; error: number[]; low: number[]; high: number[] }[]
  bootstrap: {
    replicates: number[]
    estimate: number
    without: number[]
    percentile: [number, number]
    bca: [number, number]
  }
  koopman: (TwoCounts & { low: number; high: number | 'infinite' })[]
  rateRatios: { k1: number; base1: number; k2: number; base2: number; low: number; high: number }[]
  ranks: { n: number; rank: number }[]
  binomial: { k: number; n: number; share: number; p: number }[]
  poisson: { events: number; expected: number; p: number }[]
  fisher: (TwoCounts & { p: number })[]
  negativeBinomial: { mean: number; variance: number; limit: number; probabilities: number[] }[]
  negativeBinomialTails: {
    mean: number
    variance: number
    above: number
    limit: number
    tail: number
    none: number
  }[]
  standardised: { observed: number; expected: number; ratio: number; low: number; high: number }[]
  dispersion: { facilities: { events: number[]; base: number[] }[]; factor: number }
}

const r: Fixture = JSON.parse(readFileSync(new URL('../../fixtures/r/survival.json', import.meta.url), 'utf8'))

describe('survival::survfit', () => {
  const curves = [...r.spells, ...r.odd].map((curve, at) => [at + 1, curve] as const)
  test.each(curves)('curve %i, step by step and its median', (_at, curve) => {
    const steps = kaplanMeier(
      curve.until.map((seenUntil, at) => ({ entered: curve.entered[at]!, seenUntil, ended: curve.ended[at]! })),
    )
    expect(steps.map((step) => step.time)).toEqual(curve.time)
    for (const [at, step] of steps.entries()) {
      toSixDigits(step.survival, curve.survival[at]!)
      toSixDigits(step.low, curve.low[at]!)
      toSixDigits(step.high, curve.high[at]!)
    }
    const { median, low, high } = medianDuration(steps)
    toSixDigits(median, curve.median)
    toSixDigits(low, curve.medianLow)
    toSixDigits(high, curve.medianHigh)
  })
  test.each(r.waits)('competing ends of $time.length waits', ({ time, end, share, error, low, high }) => {
    const waits = time.map((one, at) => ({ time: one, end: end[at]! }))
    for (const [at, until] of [45, 90].entries()) {
      const ours = cumulativeIncidence(waits, until)
      toSixDigits(ours?.share, share[at]!)
      toSixDigits(ours?.error, error[at]!)
      toSixDigits(ours?.interval?.low, low[at]!)
      toSixDigits(ours?.interval?.high, high[at]!)
    }
  })
})

describe('boot::boot.ci', () => {
  const { replicates, estimate, without, percentile, bca } = r.bootstrap
  test('percentile', () => {
    const { low, high } = percentileInterval(replicates)
    toSixDigits(low, percentile[0])
    toSixDigits(high, percentile[1])
  })
  test('bca', () => {
    const ours = bcaInterval(replicates, estimate, without)
    toSixDigits(ours?.low, bca[0])
    toSixDigits(ours?.high, bca[1])
  })
})

describe('ratios', () => {
  test.each(r.koopman)('score interval of $k1/$n1 against $k2/$n2', ({ k1, n1, k2, n2, low, high }) => {
    const ours = riskRatioInterval(k1, n1, k2, n2)
    toSixDigits(ours?.low, low)
    if (high === 'infinite') expect(ours?.high).toBe(Number.POSITIVE_INFINITY)
    else toSixDigits(ours?.high, high)
  })
  test.each(r.rateRatios)('poisson.test of $k1/$base1 against $k2/$base2', ({ k1, base1, k2, base2, low, high }) => {
    const ours = rateRatioInterval(k1, base1, k2, base2)
    toSixDigits(ours?.low, low)
    toSixDigits(ours?.high, high)
  })
  test.each(r.standardised)(
    'poisson.test of $observed against $expected',
    ({ observed, expected, ratio, low, high }) => {
      const ours = standardisedRatio([
        { events: observed, base: expected * 600, referenceRate: 0.001 },
        { events: 0, base: expected * 50, referenceRate: 0.008 },
      ])
      toSixDigits(ours?.ratio, ratio)
      toSixDigits(ours?.interval.low, low)
      toSixDigits(ours?.interval.high, high)
    },
  )
})

describe('exact tests', () => {
  test.each(r.binomial)('binom.test of $k in $n against $share', ({ k, n, share, p }) => {
    toSixDigits(binomialTest(k, n, share).p, p)
  })
  test.each(r.poisson)('poisson.test of $events against $expected', ({ events, expected, p }) => {
    toSixDigits(poissonTest(events, expected).p, p)
  })
  test.each(r.fisher)('fisher.test of $k1/$n1 against $k2/$n2', ({ k1, n1, k2, n2, p }) => {
    toSixDigits(fisherTest(k1, n1, k2, n2).p, p)
  })
})

test.each(r.ranks)('the median of $n values lies between ranks by qbinom', ({ n, rank }) => {
  const ranks = Array.from({ length: n }, (_, at) => at + 1)
  expect(medianInterval(ranks)?.interval).toEqual({ low: rank, high: n + 1 - rank })
})

describe('dnbinom, pnbinom and qnbinom', () => {
  test.each(r.negativeBinomial)('mean $mean, variance $variance', ({ mean, variance, limit, probabilities }) => {
    const ours = negativeBinomial(mean, variance)
    for (const [events, probability] of probabilities.entries())
      toSixDigits(ours.probabilities[events - ours.from] ?? 0, probability)
    expect(quantileOf(ours, 0.999)).toBe(limit)
  })
  test.each(r.negativeBinomialTails)('far out: mean $mean, variance $variance, above $above', (theirs) => {
    const ours = negativeBinomial(theirs.mean, theirs.variance)
    toSixDigits(ours.probabilities[-ours.from] ?? 0, theirs.none)
    const beyond = ours.probabilities.slice(theirs.above + 1 - ours.from)
    toSixDigits(
      beyond.reduceRight((sum, probability) => sum + probability, 0),
      theirs.tail,
    )
    expect(quantileOf(ours, 0.999)).toBe(theirs.limit)
  })
})

test("dispersion of months: Pearson's chi-square of a Poisson glm with a rate for each facility", () => {
  const histories = r.dispersion.facilities.map(
    ({ events, base }): History => events.map((one, at) => ({ events: one, base: base[at]! })),
  )
  toSixDigits(monthlyDispersion(histories), r.dispersion.factor)
})
