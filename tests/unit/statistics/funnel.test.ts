import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type FunnelPlace, funnel, funnelLimits } from '../../../server/domain/statistics/funnel.ts'
import { binomialQuantile } from '../../../server/domain/statistics/quantile.ts'

const alike: FunnelPlace[] = Array.from({ length: 24 }, (_, at) => ({
  id: `p${at}`,
  numerator: 30 + (at % 3),
  denominator: 100,
}))
const options = { tooFewBelow: 10 }

function judged(places: FunnelPlace[], kind: 'share' | 'rate' = 'share') {
  const result = funnel(kind, places, options)
  if (result.state !== 'limits') throw new Error(result.why)
  return { ...result, of: (id: string) => result.verdicts.find((verdict) => verdict.id === id) }
}

describe('funnel', () => {
  test('facilities that differ by chance are within both limits', () => {
    for (const verdict of judged(alike).verdicts) {
      expect(verdict).toMatchObject({ state: 'judged', at95: 'within-limits', at998: 'within-limits' })
    }
  })
  test('a far facility is outside both limits, a near one outside the inner only', () => {
    const result = judged([...alike, place('far', 62, 100), place('near', 42, 100), place('low', 8, 100)])
    expect(result.of('far')).toMatchObject({ at95: 'above-limits', at998: 'above-limits' })
    expect(result.of('near')).toMatchObject({ at95: 'above-limits', at998: 'within-limits' })
    expect(result.of('low')).toMatchObject({ at95: 'below-limits', at998: 'below-limits' })
  })
  test('a small facility that only looks extreme is within; nine people are too few', () => {
    const result = judged([...alike, place('small', 7, 12), place('nine', 9, 9), place('empty', 0, 0)])
    expect(result.of('small')).toMatchObject({ at998: 'within-limits' })
    expect(result.of('nine')).toEqual({ id: 'nine', state: 'too-few' })
    expect(result.of('empty')).toEqual({ id: 'empty', state: 'too-few' })
  })
  test('a rate is judged by its events: few expected and few seen are too few', () => {
    const result = judged([...alike, place('quiet', 1, 4), place('loud', 14, 4)], 'rate')
    expect(result.of('quiet')).toEqual({ id: 'quiet', state: 'too-few' })
    expect(result.of('loud')).toMatchObject({ at998: 'above-limits' })
  })
  test('complete counts, few facilities and no base have no limits', () => {
    expect(funnel('complete-count', alike, options)).toEqual({ state: 'no-limits', why: 'complete-count' })
    expect(funnel('share', alike.slice(0, 7), options)).toEqual({ state: 'no-limits', why: 'too-few-facilities' })
    expect(funnel('share', [place('a', 0, 0)], options)).toEqual({ state: 'no-limits', why: 'no-base' })
  })
  test('over-dispersion is taken from twenty facilities or more, and widens the limits', () => {
    const spread = Array.from({ length: 20 }, (_, at) => place(`p${at}`, 10 + 3 * at, 100))
    expect(judged(spread).overDispersion).toBeGreaterThan(5)
    expect(judged(spread.slice(0, 19)).overDispersion).toBe(1)
    expect(judged(alike).overDispersion).toBe(1)
  })
  test('a target of none keeps everyone without cases within', () => {
    const none = alike.map((one) => ({ ...one, numerator: 0 }))
    expect(judged(none).verdicts[0]).toMatchObject({ at998: 'within-limits' })
  })
})

describe('funnelLimits', () => {
  const base = fc.integer({ min: 1, max: 20_000 })
  const target = fc.double({ min: 0.01, max: 0.99, noNaN: true })

  test.each(['share', 'rate'] as const)('of a %s stand in order and widen by over-dispersion', (kind) => {
    fc.assert(
      fc.property(target, base, (at, size) => {
        const { low998, low95, high95, high998 } = funnelLimits(kind, at, size)
        expect(low998).toBeLessThanOrEqual(low95)
        expect(low95).toBeLessThanOrEqual(high95)
        expect(high95).toBeLessThanOrEqual(high998)
        expect(low998).toBeGreaterThanOrEqual(0)
        expect(funnelLimits(kind, at, size, 4).high998).toBeGreaterThanOrEqual(high998)
      }),
    )
  })
  test('narrow as facilities grow', () => {
    const width = (size: number) => funnelLimits('share', 0.4, size).high998 - funnelLimits('share', 0.4, size).low998
    expect(width(100)).toBeGreaterThan(width(400))
    expect(width(400) / width(1600)).toBeCloseTo(2, 1)
  })
  test('past the exact range the normal approximation joins without a step', () => {
    const share = 0.5
    const [exact, approximate] = [binomialQuantile(399_000, share)(0.999), binomialQuantile(401_000, share)(0.999)]
    expect(approximate - exact).toBeGreaterThan(1000)
    expect(approximate - exact).toBeLessThan(1003)
  })
})

function place(id: string, numerator: number, denominator: number): FunnelPlace {
  return { id, numerator, denominator }
}
