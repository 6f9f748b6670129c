import { describe, expect, test } from 'vitest'
import { findIndicator } from '../../../server/domain/indicators/index.ts'
import { pooled } from '../../../server/domain/indicators/pooled.ts'
import type { Verdict } from '../../../server/domain/indicators/verdict.ts'
import { partnerStandings, readyTogether, transitionSteps } from '../../../server/domain/transition/steps.ts'
import { type Figure, missing } from '../../../server/domain/value.ts'

const home = findIndicator('release-item-home')!
const threshold = home.thresholds[0]!
const share = (numerator: number, denominator: number): Figure => ({
  ...{ state: 'counted', numerator, denominator, value: (100 * numerator) / denominator },
})

test.each([readyTogether, ...transitionSteps.map((step) => step.indicator)])(
  '%s is a share of flows, of which months have no people in common',
  (id) => {
    expect(findIndicator(id)).toMatchObject({ kind: 'proportion', unit: 'percent', statistics: 'wilson' })
    expect(['clock-ended', 'cohort']).toContain(findIndicator(id)!.timeBasis)
  },
)

describe('several months together', () => {
  test('add up before they are divided; a month without a figure is left out', () => {
    const { figure, months } = pooled(home, [share(1, 2), missing('not-reported'), share(8, 8)])
    expect({ figure, months }).toEqual({ figure: share(9, 10), months: 2 })
  })
  test('without any figure say why there is none', () => {
    expect(pooled(home, [missing('late'), { state: 'suppressed' }])).toEqual({
      ...{ figure: { state: 'suppressed' }, months: 0 },
    })
    expect(pooled(home, []).figure).toEqual(missing('not-reported'))
  })
  test('in which nobody left have no base', () => {
    const nobody: Figure = { state: 'counted', numerator: 0, denominator: 0, value: 0 }
    expect(pooled(home, [nobody]).figure).toEqual(missing('no-base'))
  })
})

test('a partner fails by a concern that chance does not explain; what is not known is not well done', () => {
  const concern = (withinChance: boolean): Verdict => ({
    verdict: 'concern',
    level: 'serious',
    threshold,
    withinChance,
  })
  const step = (indicator: string, verdict: Verdict, partner = 'housing-agency' as const) => ({
    ...{ indicator, partner, reading: { verdict } },
  })
  expect(
    partnerStandings([
      step('a', concern(false)),
      step('b', concern(true)),
      step('c', { verdict: 'not-assessed', why: 'missing' }),
      step('d', { verdict: 'within', threshold, withinChance: false }),
    ]),
  ).toEqual([{ partner: 'housing-agency', failing: ['a'], unknown: ['c'] }])
})
