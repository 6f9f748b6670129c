import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rateRatioInterval, riskRatioInterval } from '../../../server/domain/statistics/ratio-interval.ts'

const counted = fc.integer({ min: 1, max: 500 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)))

describe('riskRatioInterval', () => {
  test('holds the ratio seen, and is turned over when the groups are', () => {
    fc.assert(
      fc.property(counted, counted, ([k1, n1], [k2, n2]) => {
        fc.pre(k1 + k2 > 0)
        const { low, high } = riskRatioInterval(k1, n1, k2, n2)!
        const seen = k1 / n1 / (k2 / n2)
        expect(low).toBeGreaterThanOrEqual(0)
        expect(low).toBeLessThanOrEqual(seen * (1 + 1e-9))
        expect(high).toBeGreaterThanOrEqual(seen * (1 - 1e-9))
        const turned = riskRatioInterval(k2, n2, k1, n1)!
        expect(turned.low * high).toSatisfy(isOneOrUndefined)
        expect(turned.high * low).toSatisfy(isOneOrUndefined)
      }),
    )
  })
  test('is wider when it must be surer, and narrower with ten times the people', () => {
    fc.assert(
      fc.property(counted, counted, ([k1, n1], [k2, n2]) => {
        fc.pre(k1 > 0 && k2 > 0)
        const usual = riskRatioInterval(k1, n1, k2, n2)!
        const surer = riskRatioInterval(k1, n1, k2, n2, 0.998)!
        const more = riskRatioInterval(10 * k1, 10 * n1, 10 * k2, 10 * n2)!
        expect(surer.low).toBeLessThan(usual.low)
        expect(surer.high).toBeGreaterThan(usual.high)
        expect(more.low).toBeGreaterThan(usual.low)
        expect(more.high).toBeLessThan(usual.high)
      }),
    )
  })
  test.each([
    ['none in the first group: from nought', 0, 20, 5, 25, 0, 0.8617],
    ['none in the second: without an upper end', 5, 25, 0, 20, 1.1606, Number.POSITIVE_INFINITY],
    ['all in both: about one', 20, 20, 25, 25, 0.8389, 1.1537],
    ['all against none', 25, 25, 0, 20, 6.2064, Number.POSITIVE_INFINITY],
  ] as const)('%s', (_name, k1, n1, k2, n2, low, high) => {
    const interval = riskRatioInterval(k1, n1, k2, n2)!
    expect(interval.low).toBeCloseTo(low, 4)
    if (Number.isFinite(high)) expect(interval.high).toBeCloseTo(high, 4)
    else expect(interval.high).toBe(high)
  })
  test('all of one against all of a million: only the million can give way, by z² / 1,000,000', () => {
    expect(riskRatioInterval(1, 1, 1_000_000, 1_000_000)!.high).toBeCloseTo(1 + 3.8415e-6, 9)
  })
  test('without a case, or without a group, nothing is known', () => {
    expect(riskRatioInterval(0, 20, 0, 25)).toBeNull()
    expect(riskRatioInterval(0, 0, 3, 25)).toBeNull()
    expect(riskRatioInterval(3, 25, 0, 0)).toBeNull()
  })
  test('covers the true ratio in about 95 of 100 draws, with few cases too', () => {
    const [n1, p1, n2, p2] = [30, 0.1, 60, 0.05]
    let covered = 0
    for (let k1 = 0; k1 <= n1; k1++)
      for (let k2 = 0; k2 <= n2; k2++) {
        const interval = riskRatioInterval(k1, n1, k2, n2)
        const covers = interval === null || (interval.low <= p1 / p2 && interval.high >= p1 / p2)
        if (covers) covered += probability(k1, n1, p1) * probability(k2, n2, p2)
      }
    expect(covered).toBeGreaterThan(0.93)
    expect(covered).toBeLessThan(0.97)
  })
})

describe('rateRatioInterval', () => {
  test('holds the ratio seen, whatever the unit of the bases', () => {
    fc.assert(
      fc.property(counted, counted, ([k1, base1], [k2, base2]) => {
        fc.pre(k1 + k2 > 0)
        const { low, high } = rateRatioInterval(k1, base1, k2, base2)!
        expect(low).toBeLessThanOrEqual(k1 / base1 / (k2 / base2))
        expect(high).toBeGreaterThanOrEqual(k1 / base1 / (k2 / base2))
        expect(rateRatioInterval(k1, base1 * 30, k2, base2 * 30)!.low).toBeCloseTo(low, 9)
      }),
    )
  })
  test('without an event, or without a base, nothing is known', () => {
    expect(rateRatioInterval(0, 100, 0, 100)).toBeNull()
    expect(rateRatioInterval(2, 0, 1, 100)).toBeNull()
  })
})

/** Nought times infinity is no number: there the ends are checked by their examples. */
function isOneOrUndefined(product: number): boolean {
  return Number.isNaN(product) || Math.abs(product - 1) < 1e-9
}

function probability(k: number, n: number, p: number): number {
  let ways = 1
  for (let i = 0; i < k; i++) ways *= (n - i) / (i + 1)
  return ways * p ** k * (1 - p) ** (n - k)
}
