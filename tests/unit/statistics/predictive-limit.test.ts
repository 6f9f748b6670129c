import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { binomial, negativeBinomial, poisson, quantileOf } from '../../../server/domain/statistics/distribution.ts'
import { medianInterval } from '../../../server/domain/statistics/median-interval.ts'
import {
  isBeyondPrediction,
  monthlyDispersion,
  predictiveLimit,
} from '../../../server/domain/statistics/predictive-limit.ts'

const year = (events: number, base = 9000) => Array.from({ length: 12 }, () => ({ events, base }))

describe('predictiveLimit', () => {
  test('two events a month, Poisson: variance 2 × 13 / 12 for a mean known from twelve months', () => {
    expect(predictiveLimit(year(2), 9000, 1)).toBe(quantileOf(negativeBinomial(2, (2 * 13) / 12), 0.999))
    expect(predictiveLimit(year(2), 9000, 1)).toBe(8)
    // R: qnbinom(0.999, size = 200² / (200 × 3 × 13 / 12 − 200), mu = 200).
    expect(predictiveLimit(year(200), 9000, 3)).toBe(287)
  })
  test('is higher where months differ more, and follows the base', () => {
    expect(predictiveLimit(year(2), 9000, 3)!).toBeGreaterThan(predictiveLimit(year(2), 9000, 1)!)
    expect(predictiveLimit(year(2), 18_000, 1)!).toBeGreaterThan(predictiveLimit(year(2), 9000, 1)!)
  })
  test('eleven months with anybody in them, or nobody now, predict nothing', () => {
    expect(predictiveLimit(year(2).slice(1), 9000, 1)).toBeNull()
    expect(predictiveLimit([...year(2).slice(1), { events: 0, base: 0 }], 9000, 1)).toBeNull()
    expect(predictiveLimit(year(2), 0, 1)).toBeNull()
  })
  test('a year without an event expects none; five are an alert, four are not', () => {
    const limit = predictiveLimit(year(0), 9000, 2)
    expect(limit).toBe(0)
    expect(isBeyondPrediction(5, limit)).toBe(true)
    expect(isBeyondPrediction(4, limit)).toBe(false)
    expect(isBeyondPrediction(50, null)).toBe(false)
  })
})

describe('monthlyDispersion', () => {
  test('nineteen facilities do not estimate it', () => {
    expect(monthlyDispersion(Array.from({ length: 19 }, () => year(3)))).toBeNull()
  })
  test('is never under one, and empty months do not count', () => {
    expect(monthlyDispersion(Array.from({ length: 20 }, () => year(3)))).toBe(1)
    const uneven = [...year(2).slice(6), ...year(10).slice(6)]
    const many = (months: typeof uneven) => monthlyDispersion(Array.from({ length: 20 }, () => months))
    expect(many(uneven)).toBeCloseTo((12 * 16) / 6 / 11, 12)
    expect(many([...uneven, { events: 0, base: 0 }])).toBe(many(uneven))
  })
})

describe('distributions', () => {
  const spread = fc.tuple(fc.double({ min: 0.01, max: 300, noNaN: true }), fc.double({ min: 1, max: 20, noNaN: true }))
  test('the negative binomial has its mean and its variance', () => {
    fc.assert(
      fc.property(spread, ([mean, factor]) => {
        const { from, probabilities } = negativeBinomial(mean, mean * factor)
        const moment = (of: (x: number) => number) => probabilities.reduce((sum, p, at) => sum + p * of(from + at), 0)
        expect(moment((x) => x) / mean).toBeCloseTo(1, 8)
        expect(moment((x) => (x - mean) ** 2) / (mean * factor)).toBeCloseTo(1, 8)
      }),
    )
  })
  test('hardly clustered is nearly Poisson, not clustered is Poisson', () => {
    expect(negativeBinomial(4, 4)).toEqual(poisson(4))
    const [ours, theirs] = [negativeBinomial(4, 4 + 1e-12), poisson(4)]
    for (const at of [0, 4, 12]) expect(ours.probabilities[at]! / theirs.probabilities[at]!).toBeCloseTo(1, 8)
  })
  test('a quantile is the first count that reaches p', () => {
    expect(quantileOf(binomial(2, 0.5), 0.25)).toBe(0)
    expect(quantileOf(binomial(2, 0.5), 0.26)).toBe(1)
    expect(quantileOf(binomial(2, 0.5), 1)).toBe(2)
  })
})

describe('medianInterval', () => {
  test.each([
    ['nothing', [], null],
    ['one value', [4], { median: 4, interval: null }],
    ['five values', [9, 1, 3, 7, 5], { median: 5, interval: null }],
    ['six values', [9, 1, 3, 7, 5, 11], { median: 6, interval: { low: 1, high: 11 } }],
  ])('%s', (_name, values, expected) => {
    expect(medianInterval(values)).toEqual(expected)
  })
  test('the median lies within, and order does not matter', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 6, maxLength: 80 }), (values) => {
        const { median, interval } = medianInterval(values)!
        expect(interval!.low).toBeLessThanOrEqual(median)
        expect(interval!.high).toBeGreaterThanOrEqual(median)
        expect(medianInterval(values.toReversed())).toEqual({ median, interval })
      }),
    )
  })
})
