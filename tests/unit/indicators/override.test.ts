import { describe, expect, test } from 'vitest'
import { findIndicator } from '../../../server/domain/indicators/index.ts'
import {
  faultOfOverride,
  judgeByOverrides,
  overrideSources,
  type ThresholdOverride,
} from '../../../server/domain/indicators/override.ts'
import { judge } from '../../../server/domain/indicators/verdict.ts'
import { sourceKind } from '../../../server/domain/sources/index.ts'

const occupancy = findIndicator('occupancy-rate')!
const given = {
  level: 'serious',
  source: 'national-law',
  bounds: [110, null, null, null],
  cited: 'Act, s. 4',
  signedBy: 'N',
}

const override = (change: Partial<ThresholdOverride> = {}): ThresholdOverride => ({
  id: 'one',
  indicatorId: 'occupancy-rate',
  level: 'serious',
  above: 95,
  atLeast: null,
  below: null,
  atMost: null,
  source: 'national-law',
  cited: 'Prison Act, section 4',
  from: '2024-01-01',
  until: null,
  signedBy: 'A director general',
  ...change,
})
const within = override({ id: 'two', level: 'within', above: null, atMost: 95 })
const figure = { state: 'counted', numerator: 970, denominator: 1000, value: 97 } as const

describe('a country’s own threshold', () => {
  test.each([
    ['that is whole', {}, undefined],
    ['that would move a breach', { level: 'breach' }, 'threshold.level'],
    ['in the name of a rule of the United Nations', { source: 'nmr-45' }, 'threshold.source'],
    ['in the name of the Kyoto strategies', { source: 'kyoto-10' }, 'threshold.source'],
    ['in the name of a treaty', { source: 'iccpr-9' }, 'threshold.source'],
    ['without a bound', { bounds: [null, null, null, null] }, 'threshold.bounds'],
    ['with a bound that is no number', { bounds: [Number.NaN, null, null, null] }, 'threshold.bounds'],
    ['that rests on nothing', { cited: ' ' }, 'threshold.signed'],
    ['that nobody signed', { signedBy: '' }, 'threshold.signed'],
  ])('%s', (_name, change, fault) => {
    expect(faultOfOverride(occupancy, { ...given, ...change })).toBe(fault)
  })

  test('is of an indicator that there is', () => {
    expect(faultOfOverride(undefined, given)).toBe('indicator.none')
  })

  test('never has a source of the United Nations', () => {
    expect(overrideSources.map(sourceKind).filter((kind) => kind.startsWith('un-'))).toEqual([])
    expect(overrideSources).toContain('national-law')
  })
})

describe('what a figure means by a country’s own thresholds', () => {
  test('is said beside the verdict of the catalogue, which stays', () => {
    const before = judge(occupancy, figure)
    expect(judgeByOverrides(occupancy, figure, [override(), within], '2024-03-31')).toMatchObject({
      verdict: 'concern',
      level: 'serious',
      threshold: { source: 'national-law', above: 95 },
    })
    expect(judge(occupancy, figure)).toEqual(before)
  })

  test.each([
    ['before it begins', '2023-12-31', undefined],
    ['on its first day', '2024-01-01', 'concern'],
    ['on the day before its end', '2024-05-31', 'concern'],
    ['from its end on', '2024-06-01', undefined],
  ] as const)('%s', (_name, day, verdict) => {
    const ended = override({ until: '2024-06-01' })
    expect(judgeByOverrides(occupancy, figure, [ended], day)?.verdict).toBe(verdict)
  })

  test('is not assessed where there is no figure', () => {
    const missing = { state: 'missing', reason: 'not-reported' } as const
    expect(judgeByOverrides(occupancy, missing, [override()], '2024-03-31')).toMatchObject({ verdict: 'not-assessed' })
  })
})
