import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judgeChanges } from '../../../server/domain/statistics/change.ts'
import { ratesTest, sharesTest } from '../../../server/domain/statistics/exact-test.ts'
import { benjaminiHochberg } from '../../../server/domain/statistics/false-discovery.ts'

const of = (numerator: number, denominator: number) => ({ numerator, denominator })
const one = (
  kind: 'share' | 'rate',
  better: 'lower' | 'higher' | 'neither',
  before: ReturnType<typeof of> | null,
  after: ReturnType<typeof of> | null,
) => judgeChanges(kind, better, [{ before, after }])[0]

describe('judgeChanges', () => {
  test.each([
    ['a fall where lower is better', 'lower', of(90, 300), of(40, 300), 'better'],
    ['a rise where lower is better', 'lower', of(40, 300), of(90, 300), 'worse'],
    ['a rise where higher is better', 'higher', of(40, 300), of(90, 300), 'better'],
    ['a rise where neither is', 'neither', of(40, 300), of(90, 300), 'different'],
    ['a little', 'lower', of(40, 300), of(45, 300), 'no-difference-beyond-chance'],
    ['all of few', 'lower', of(0, 2), of(2, 2), 'cannot-tell-too-few'],
    ['nothing to compare with', 'lower', null, of(2, 20), 'cannot-tell-no-figure'],
    ['no base', 'lower', of(0, 0), of(2, 20), 'cannot-tell-no-figure'],
    ['none in both', 'lower', of(0, 100), of(0, 100), 'cannot-tell-too-few'],
  ] as const)('%s', (_name, better, before, after, verdict) => {
    expect(one('share', better, before, after)?.verdict).toBe(verdict)
  })
  test('a rate is tested on its events, whatever the unit of its base', () => {
    expect(one('rate', 'lower', of(5, 1000), of(25, 1000))?.verdict).toBe('worse')
    expect(one('rate', 'lower', of(5, 1), of(25, 1))?.p).toBeCloseTo(
      one('rate', 'lower', of(5, 1000), of(25, 1000))?.p ?? -1,
      12,
    )
    expect(one('rate', 'lower', of(0, 1000), of(2, 1000))?.verdict).toBe('cannot-tell-too-few')
  })
  test('what is significant alone may be chance among many', () => {
    const borderline = { before: of(40, 300), after: of(59, 300) }
    const still = { before: of(40, 300), after: of(41, 300) }
    expect(judgeChanges('share', 'lower', [borderline])[0]?.verdict).toBe('worse')
    const among = judgeChanges('share', 'lower', [borderline, ...Array.from({ length: 30 }, () => still)])
    expect(among[0]?.verdict).toBe('no-difference-beyond-chance')
  })
  test('facilities that cannot tell do not make it harder for the others', () => {
    const clear = { before: of(40, 300), after: of(59, 300) }
    const silent = Array.from({ length: 30 }, () => ({ before: of(0, 2), after: of(1, 2) }))
    expect(judgeChanges('share', 'lower', [clear, ...silent])[0]?.verdict).toBe('worse')
  })
})

describe('exact tests', () => {
  const counted = fc
    .integer({ min: 1, max: 400 })
    .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)))
  test('give a p between 0 and 1, the same in either order', () => {
    fc.assert(
      fc.property(counted, counted, ([k1, n1], [k2, n2]) => {
        const { p, leastP } = sharesTest(k1, n1, k2, n2)
        expect(p).toBeGreaterThanOrEqual(0)
        expect(p).toBeLessThanOrEqual(1)
        expect(leastP).toBeLessThanOrEqual(p + 1e-12)
        expect(sharesTest(k2, n2, k1, n1).p).toBeCloseTo(p, 9)
        expect(ratesTest(k2, n2, k1, n1).p).toBeCloseTo(ratesTest(k1, n1, k2, n2).p, 9)
      }),
    )
  })
  test('a farther split is never likelier', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 0, max: 200 }), (base, more) => {
        expect(ratesTest(base, 1, base + more + 1, 1).p).toBeLessThanOrEqual(
          ratesTest(base, 1, base + more, 1).p + 1e-12,
        )
      }),
    )
  })
  test('hold for counts of a whole country without overflow', () => {
    expect(sharesTest(400_000, 1_000_000, 401_000, 1_000_000).p).toBeCloseTo(0.1489, 3)
  })
})

describe('benjaminiHochberg', () => {
  const family = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 60 })
  test('never makes a p smaller, keeps the order and stays within 1', () => {
    fc.assert(
      fc.property(family, (ps) => {
        const qs = benjaminiHochberg(ps) as number[]
        const byP = ps.map((p, at) => ({ p, q: qs[at]! })).sort((a, b) => a.p - b.p || a.q - b.q)
        byP.forEach(({ p, q }, at) => {
          expect(q).toBeGreaterThanOrEqual(p - 1e-15)
          expect(q).toBeLessThanOrEqual(1)
          if (at > 0) expect(q).toBeGreaterThanOrEqual(byP[at - 1]!.q)
        })
      }),
    )
  })
  test('leaves out the tests that were not made', () => {
    expect(benjaminiHochberg([0.01, null, 0.04])).toEqual([0.02, null, 0.04])
  })
})
