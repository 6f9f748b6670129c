import { describe, expect, test } from 'vitest'
import { gapsOf } from '../../../server/domain/indicators/group-gaps.ts'
import type { Figure } from '../../../server/domain/value.ts'

const share = { kind: 'proportion', statistics: 'wilson', unit: 'percent' } as const
const of = (numerator: number, denominator: number): Figure => ({
  state: 'counted',
  numerator,
  denominator,
  value: (numerator / denominator) * 100,
})
const suppressed: Figure = { state: 'suppressed' }

describe('groups that hold everybody once', () => {
  test('each is held against the other groups that are shown', () => {
    const gaps = gapsOf(share, of(90, 500), [
      { breakdown: 'sex:female', figure: of(30, 100) },
      { breakdown: 'sex:male', figure: of(60, 400) },
    ])
    expect(gaps?.get('sex:female')).toMatchObject({ ratio: 2, verdict: 'higher' })
    expect(gaps?.get('sex:male')).toMatchObject({ ratio: 0.5, verdict: 'lower' })
  })
  test('a withheld group is in no rest, nor taken off the whole', () => {
    const gaps = gapsOf(share, of(93, 510), [
      { breakdown: 'sex:female', figure: of(30, 100) },
      { breakdown: 'sex:male', figure: of(60, 400) },
      { breakdown: 'sex:other_or_unspecified', figure: suppressed },
    ])
    expect(gaps?.get('sex:female')?.ratio).toBe(2)
    expect(gaps?.has('sex:other_or_unspecified')).toBe(false)
  })
  test('alone among withheld groups it cannot be told', () => {
    const gaps = gapsOf(share, of(93, 510), [
      { breakdown: 'sex:female', figure: of(30, 100) },
      { breakdown: 'sex:male', figure: suppressed },
    ])
    expect(gaps?.get('sex:female')?.verdict).toBe('cannot-tell-no-figure')
  })
})

describe('groups that overlap', () => {
  const disability = { breakdown: 'special_group:disability', figure: of(30, 100) }
  test.each([
    ['everybody else', of(90, 500), 2, 'higher'],
    ['nobody, where the whole is withheld', suppressed, null, 'cannot-tell-no-figure'],
    ['nobody, where the whole is less', of(20, 90), null, 'cannot-tell-no-figure'],
    ['nobody, where there is no whole', undefined, null, 'cannot-tell-no-figure'],
  ] as const)('are held against %s', (_name, whole, ratio, verdict) => {
    const gaps = gapsOf(share, whole, [disability, { breakdown: 'special_group:pregnant', figure: of(1, 2) }])
    expect(gaps?.get('special_group:disability')).toMatchObject({ ratio, verdict })
  })
})

test('all breakdowns shown are one family of tests', () => {
  const borderline = [
    { breakdown: 'sex:female', figure: of(24, 100) },
    { breakdown: 'sex:male', figure: of(58, 400) },
  ]
  const ages = ['18_20', '21_24', '25_29', '30_39', '40_49', '50_59', '60_plus', 'unknown']
  const still = ages.map((age) => ({ breakdown: `age_group:${age}`, figure: of(15, 100) }))
  expect(gapsOf(share, undefined, borderline)?.get('sex:female')?.verdict).toBe('higher')
  expect(gapsOf(share, undefined, [...borderline, ...still])?.get('sex:female')?.verdict).toBe(
    'no-difference-beyond-chance',
  )
})

test.each([
  ['a complete count', { ...share, statistics: 'complete-count' } as const, of(30, 100)],
  ['counts that come in clusters', { ...share, statistics: 'clustered' } as const, of(30, 100)],
  ['a plain count', { ...share, kind: 'count' } as const, { ...of(3, 1), denominator: null } as Figure],
  ['nothing', share, suppressed],
])('%s is not tested', (_name, definition, figure) => {
  expect(gapsOf(definition, undefined, [{ breakdown: 'sex:female', figure }])).toBeUndefined()
})
