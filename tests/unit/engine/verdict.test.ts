import { describe, expect, test } from 'vitest'
import { findIndicator } from '../../../server/domain/indicators/index.ts'
import { intervalOf, judge } from '../../../server/domain/indicators/verdict.ts'
import type { Figure } from '../../../server/domain/value.ts'

function of(id: string) {
  const definition = findIndicator(id)
  if (!definition) throw new Error(`no indicator ${id}`)
  return definition
}

function share(numerator: number, denominator: number): Figure {
  return { state: 'counted', numerator, denominator, value: (numerator / denominator) * 100 }
}

describe('the verdict on a figure', () => {
  test.each([
    ['at the target', 90, { verdict: 'within' }],
    ['just above the target', 90.0001, { verdict: 'concern', level: 'warning' }],
    ['full', 100, { verdict: 'concern', level: 'warning' }],
    ['over its places', 100.01, { verdict: 'concern', level: 'serious' }],
    ['at 120', 120, { verdict: 'concern', level: 'serious' }],
    ['over 120', 120.01, { verdict: 'concern', level: 'critical' }],
  ])('occupancy %s', (_name, value, expected) => {
    expect(judge(of('occupancy-rate'), { state: 'counted', numerator: 1, denominator: 1, value })).toMatchObject(
      expected,
    )
  })

  test('the worst line is named with whose it is', () => {
    const verdict = judge(of('occupancy-rate'), share(130, 100))
    expect(verdict).toMatchObject({ threshold: { level: 'critical', source: 'local-default' } })
  })

  test('one person without a bed is a breach, as a count of people with its rule', () => {
    const verdict = judge(of('no-own-bed'), { state: 'counted', numerator: 1, denominator: null, value: 1 })
    expect(verdict).toMatchObject({ verdict: 'breach', people: 1, threshold: { source: 'nmr-21' } })
  })

  test.each([
    [{ state: 'missing', reason: 'not-reported' }, 'missing'],
    [{ state: 'missing', reason: 'late' }, 'late'],
    [{ state: 'suppressed' }, 'suppressed'],
    [{ state: 'not-applicable' }, 'not-applicable'],
    [{ state: 'nothing-to-report' }, 'nothing-to-report'],
  ] as [Figure, string][])('%o is not assessed, and says why', (figure, why) => {
    expect(judge(of('occupancy-rate'), figure)).toEqual({ verdict: 'not-assessed', why })
  })

  test('a share of nine cases is not assessed; of ten it is', () => {
    expect(judge(of('crowded-cells-share'), share(0, 9))).toEqual({ verdict: 'not-assessed', why: 'too-few' })
    expect(judge(of('crowded-cells-share'), share(0, 10))).toMatchObject({ verdict: 'within' })
  })

  test('an indicator without a threshold has no verdict', () => {
    expect(judge(of('women-share'), share(40, 588))).toEqual({ verdict: 'not-assessed', why: 'no-threshold' })
  })

  test('a verdict that chance could turn says so', () => {
    expect(judge(of('unsentenced-share'), share(26, 100))).toMatchObject({ verdict: 'concern', withinChance: true })
    expect(judge(of('unsentenced-share'), share(3500, 10_000))).toMatchObject({
      verdict: 'concern',
      withinChance: false,
    })
  })
})

describe('the interval of a figure', () => {
  test('a share has the Wilson interval in percent', () => {
    const interval = intervalOf(of('unsentenced-share'), share(3, 12))
    expect(interval?.low).toBeCloseTo(8.9, 1)
    expect(interval?.high).toBeCloseTo(53.2, 1)
  })

  test('a complete count has none', () => {
    expect(intervalOf(of('occupancy-rate'), share(61_230, 50_931))).toBeUndefined()
  })
})
