import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clopperPearson, poissonExact, wilson } from '../../../server/domain/statistics/interval.ts'

const countOf = fc.integer({ min: 1, max: 3000 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)))

describe('worked examples of the catalogue', () => {
  test.each([
    [0, 15, 0, 20.4],
    [3, 12, 8.9, 53.2],
    [45, 50, 78.6, 95.7],
    [180, 200, 85.1, 93.4],
  ])('%i of %i is between %f and %f per cent', (k, n, low, high) => {
    expect(wilson(k, n).low * 100).toBeCloseTo(low, 1)
    expect(wilson(k, n).high * 100).toBeCloseTo(high, 1)
  })
  test.each([
    [0, 0, 3.69],
    [4, 1.09, 10.24],
    [10, 4.8, 18.39],
  ])('%i events are between %f and %f', (events, low, high) => {
    expect(poissonExact(events).low).toBeCloseTo(low, 2)
    expect(poissonExact(events).high).toBeCloseTo(high, 2)
  })
})

describe.each([
  ['wilson', wilson],
  ['clopperPearson', clopperPearson],
])('%s', (_name, interval) => {
  test('holds its estimate and stays within 0 and 1', () => {
    fc.assert(
      fc.property(countOf, ([k, n]) => {
        const { low, high } = interval(k, n)
        expect(low).toBeLessThanOrEqual(k / n)
        expect(high).toBeGreaterThanOrEqual(k / n)
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
      }),
    )
  })
  test('is wider at higher confidence, and of the rest it is the mirror', () => {
    fc.assert(
      fc.property(countOf, ([k, n]) => {
        const [usual, wide, rest] = [interval(k, n), interval(k, n, 0.998), interval(n - k, n)]
        expect(wide.high - wide.low).toBeGreaterThan(usual.high - usual.low)
        expect(rest.low).toBeCloseTo(1 - usual.high, 9)
      }),
    )
  })
})

test('one more event moves both ends of a Poisson interval up', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5000 }), (events) => {
      const [here, next] = [poissonExact(events), poissonExact(events + 1)]
      expect(here.low).toBeLessThanOrEqual(events)
      expect(here.high).toBeGreaterThan(events)
      expect(next.low).toBeGreaterThan(here.low)
      expect(next.high).toBeGreaterThan(here.high)
    }),
  )
})

test('nobody of nobody has no interval', () => {
  expect(() => wilson(0, 0)).toThrow(RangeError)
})
