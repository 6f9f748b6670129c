import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  changeKind,
  changesTold,
  countsOf,
  lookedForChange,
  type TwoPeriods,
} from '../../../server/domain/indicators/changes.ts'
import type { Figure } from '../../../server/domain/value.ts'

const figure = (numerator: number, denominator: number | null): Figure => ({
  state: 'counted',
  numerator,
  denominator,
  value: denominator ? numerator / denominator : numerator,
})
const share = { id: 'unsentenced-share', statistics: 'wilson', better: 'lower' } as const
const rate = { id: 'new-placements', statistics: 'poisson', better: 'lower' } as const
const whole = { id: 'occupancy-rate', statistics: 'complete-count', better: 'lower' } as const

const pair = (
  definition: TwoPeriods<string>['definition'],
  place: string,
  before: Figure,
  after: Figure,
): TwoPeriods<string> => ({ definition, place, before, after })

describe('what changed', () => {
  const silent: Figure = { state: 'missing', reason: 'not-reported' }
  const hidden: Figure = { state: 'suppressed' }
  const asked = [
    pair(share, 'much', figure(90, 300), figure(40, 300)),
    pair(share, 'little', figure(40, 300), figure(44, 300)),
    pair(share, 'few', figure(0, 2), figure(2, 2)),
    pair(share, 'silent', silent, figure(40, 300)),
    pair(share, 'hidden', figure(40, 300), hidden),
    pair(rate, 'more', figure(4, 9000), figure(31, 9000)),
    pair(whole, 'full', figure(90, 100), figure(180, 100)),
  ]

  test('is told by name, and the rest is counted by what may be said of it', () => {
    const { told, ...rest } = changesTold(asked)
    expect(told.map(({ place, verdict }) => [place, verdict])).toEqual([
      ['much', 'better'],
      ['more', 'worse'],
    ])
    expect(rest).toEqual({ same: 1, tooFew: 1, noFigure: 2 })
  })

  test('a complete count is not asked: there is no chance in it', () => {
    expect(changesTold(asked.slice(-1))).toEqual({ told: [], same: 0, tooFew: 0, noFigure: 0 })
  })

  test('one list is one family: what would stand alone may fall among many', () => {
    const borderline = pair(share, 'a', figure(40, 300), figure(59, 300))
    const still = Array.from({ length: 30 }, (_, at) => pair(rate, `b${at}`, figure(40, 9000), figure(41, 9000)))
    expect(changesTold([borderline]).told).toHaveLength(1)
    expect(changesTold([borderline, ...still]).told).toHaveLength(0)
  })

  test('everything that can be tested is told or counted, once', () => {
    const counts = fc.tuple(fc.nat(50), fc.nat(50)).map(([k, more]) => figure(k, k + more))
    const drawn = fc.oneof(counts, fc.constant(silent), fc.constant(hidden))
    const pairs = fc.array(
      fc.record({ definition: fc.constantFrom(share, rate), place: fc.string(), before: drawn, after: drawn }),
      { maxLength: 30 },
    )
    fc.assert(
      fc.property(pairs, (drawnPairs) => {
        const { told, same, tooFew, noFigure } = changesTold(drawnPairs)
        expect(told.length + same + tooFew + noFigure).toBe(drawnPairs.length)
      }),
    )
  })
})

test('a large country looks at its headlines alone, and nobody at what no test applies to', () => {
  const [small, large] = [lookedForChange(30), lookedForChange(2000)].map((all) => all.map(({ id }) => id))
  expect(small).toContain('health-screening-24h')
  expect(large).not.toContain('health-screening-24h')
  expect(large).toContain('no-contact-90d')
  expect(small).not.toContain('occupancy-rate')
})

test.each([
  ['wilson', 'share'],
  ['poisson', 'rate'],
  ['complete-count', undefined],
] as const)('%s is tested as %s', (statistics, kind) => {
  expect(changeKind({ statistics })).toBe(kind)
})

test.each<[Figure | undefined, unknown]>([
  [figure(3, 7), { numerator: 3, denominator: 7 }],
  [figure(3, null), null],
  [{ state: 'nothing-to-report' }, null],
  [undefined, null],
])('counts of %j', (given, counts) => {
  expect(countsOf(given)).toEqual(counts)
})
