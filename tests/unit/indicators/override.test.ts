import { describe, expect, test } from 'vitest'
import { findIndicator } from '../../../server/domain/indicators/index.ts'
import {
  faultOfOverride,
  followsOn,
  judgeByOverrides,
  type OverridePlace,
  overrideSources,
  overridesAt,
  type ThresholdOverride,
  thresholdChanges,
} from '../../../server/domain/indicators/override.ts'
import { overriddenLevels } from '../../../server/domain/indicators/override-bounds.ts'
import { judge } from '../../../server/domain/indicators/verdict.ts'
import type { Day } from '../../../server/domain/period.ts'
import { sourceKind } from '../../../server/domain/sources/index.ts'

const occupancy = findIndicator('occupancy-rate')!
const none = { above: null, atLeast: null, below: null, atMost: null }
const given = {
  ...none,
  level: 'serious',
  source: 'national-law',
  above: 110,
  cited: 'Act, s. 4',
  signedBy: 'N',
  signedFor: 'Ministry of Justice',
  from: '2024-01-01',
  until: null,
} as const

const country = { kind: 'country', id: 'c' } as const
const north = { kind: 'region', id: 'n' } as const
const prison = { kind: 'facility', id: 'p' } as const

const override = (change: Partial<ThresholdOverride> = {}): ThresholdOverride => ({
  id: 'one',
  indicatorId: 'occupancy-rate',
  place: country,
  level: 'serious',
  ...none,
  above: 95,
  source: 'national-law',
  cited: 'Prison Act, section 4',
  reason: 'The act was changed',
  from: '2024-01-01',
  until: null,
  signedBy: 'A director general',
  signedFor: 'Ministry of Justice',
  endedBy: null,
  withdrawn: null,
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
    ['without a bound', { above: null }, 'threshold.bounds'],
    ['with a bound that is no number', { above: Number.NaN }, 'threshold.bounds'],
    ['that rests on nothing', { cited: ' ' }, 'threshold.signed'],
    ['that nobody signed', { signedBy: '' }, 'threshold.signed'],
    ['that was signed for nobody', { signedFor: ' ' }, 'threshold.signed'],
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

describe('beside a hard limit of a rule', () => {
  const alone = findIndicator('solitary-over-15-days')!
  const longest = findIndicator('solitary-longest')!

  test('the definitions have one', () => {
    expect(alone.thresholds).toContainEqual(expect.objectContaining({ level: 'breach', above: 0 }))
    expect(longest.thresholds).toContainEqual(expect.objectContaining({ level: 'breach', above: 15 }))
  })

  test.each([
    ['a target that a breach would meet', alone, { level: 'within', above: null, atMost: 5 }, 'threshold.hard-limit'],
    ['a target open to one side', alone, { level: 'within', above: null, atLeast: 0 }, 'threshold.hard-limit'],
    ['a breach called a warning', alone, { level: 'warning', above: 0 }, 'threshold.hard-limit'],
    ['a breach called serious', longest, { level: 'serious', atLeast: 15.5, above: null }, 'threshold.hard-limit'],
    ['a stricter line before the breach', longest, { level: 'serious', above: 10 }, undefined],
    ['a target up to the limit', longest, { level: 'within', above: null, atMost: 15 }, undefined],
    ['a target of none', alone, { level: 'within', above: null, atMost: 0 }, undefined],
  ] as const)('%s', (_name, definition, change, fault) => {
    expect(faultOfOverride(definition, { ...given, ...change })).toBe(fault)
  })

  test.each(overriddenLevels)('what breaks the rule stays a breach with its people, whatever is called %s', (level) => {
    const people = { state: 'counted', numerator: 3, denominator: null, value: 3 } as const
    const all = [override({ level, above: null, atLeast: 0 })]
    expect(judgeByOverrides(alone, people, all)).toMatchObject({ verdict: 'breach', people: 3 })
  })
})

describe('one after the other', () => {
  const next = (change: Partial<ThresholdOverride> = {}) => override({ from: '2025-01-01', ...change })

  test.each([
    ['the first of all', [], next(), { replaces: undefined }],
    ['one that follows replaces the one that runs', [override()], next(), { replaces: 'one' }],
    ['one of another level replaces none', [override()], next({ level: 'warning' }), { replaces: undefined }],
    ['one of another place replaces none', [override()], next({ place: north }), { replaces: undefined }],
    ['one after one that ended', [override({ until: '2025-01-01' })], next(), { replaces: undefined }],
    [
      'one that reaches back into one that ended',
      [override({ until: '2025-01-02' })],
      next(),
      { fault: 'threshold.overlap', from: '2024-01-01' },
    ],
    ['one of the same day', [override()], override({ above: 96 }), { fault: 'threshold.overlap', from: '2024-01-01' }],
    [
      'one in the place of one that was withdrawn',
      [override({ withdrawn: { at: new Date(0), by: 'N', why: 'a slip' } })],
      override(),
      { replaces: undefined },
    ],
  ] as const)('%s', (_name, existing, one, follows) => {
    expect(followsOn(existing, one)).toEqual(follows)
  })
})

describe('where thresholds hold', () => {
  const ofCountry = override({ id: 'country' })
  const lower = override({ id: 'warning', level: 'warning' })
  const ofNorth = override({ id: 'north', place: north, above: 80 })
  const ofPrison = override({ id: 'prison', place: prison, from: '2025-01-01' })
  const all = [ofCountry, lower, ofNorth, ofPrison]
  const ids = (places: readonly OverridePlace[], day: Day) => overridesAt(all, places, day).map(({ id }) => id)

  test('is by each level the nearest place that has one in force', () => {
    expect(ids([country], '2024-06-30')).toEqual(['warning', 'country'])
    expect(ids([north, country], '2024-06-30')).toEqual(['warning', 'north'])
    expect(ids([prison, north, country], '2024-06-30')).toEqual(['warning', 'north'])
    expect(ids([prison, north, country], '2025-06-30')).toEqual(['warning', 'prison'])
    expect(ids([{ kind: 'region', id: 'south' }, country], '2025-06-30')).toEqual(['warning', 'country'])
  })

  test.each([
    ['before it begins', '2023-12-31', false],
    ['on its first day', '2024-01-01', true],
    ['on the day before its end', '2024-05-31', true],
    ['from its end on', '2024-06-01', false],
  ] as const)('%s', (_name, day, holds) => {
    expect(overridesAt([override({ until: '2024-06-01' })], [country], day)).toHaveLength(holds ? 1 : 0)
  })

  test('is nowhere for one that was withdrawn', () => {
    const withdrawn = override({ withdrawn: { at: new Date(0), by: 'N', why: 'a slip' } })
    expect(overridesAt([withdrawn], [country], '2024-06-30')).toEqual([])
  })
})

describe('what a figure means by a country’s own thresholds', () => {
  test('is said beside the verdict of the catalogue, which stays', () => {
    const before = judge(occupancy, figure)
    expect(judgeByOverrides(occupancy, figure, [override(), within])).toMatchObject({
      verdict: 'concern',
      level: 'serious',
      threshold: { source: 'national-law', above: 95 },
    })
    expect(judge(occupancy, figure)).toEqual(before)
  })

  test('is nothing where none holds', () => {
    expect(judgeByOverrides(occupancy, figure, [])).toBeUndefined()
  })

  test('is not assessed where there is no figure', () => {
    const missing = { state: 'missing', reason: 'not-reported' } as const
    expect(judgeByOverrides(occupancy, missing, [override()])).toMatchObject({ verdict: 'not-assessed' })
  })
})

describe('the days on which other thresholds came to hold', () => {
  const year = { from: '2024-01-01', to: '2024-12-31' } as const
  const changes = (all: readonly ThresholdOverride[], places: readonly OverridePlace[] = [country]) =>
    thresholdChanges(all, places, year).map(({ on, began, ended }) => [
      on,
      began.map(({ id }) => id),
      ended.map(({ id }) => id),
    ])

  test('one that began, one that took its place, and an end that nobody followed', () => {
    const first = override({ id: 'first', from: '2024-03-01', until: '2024-06-15' })
    const second = override({ id: 'second', from: '2024-06-15', until: '2024-10-01' })
    expect(changes([first, second])).toEqual([
      ['2024-03-01', ['first'], []],
      ['2024-06-15', ['second'], ['first']],
      ['2024-10-01', [], ['second']],
    ])
  })

  test('what a nearer place covers changes nothing there, and what was withdrawn never held', () => {
    const ofCountry = override({ id: 'country', from: '2024-05-01' })
    const ofNorth = override({ id: 'north', place: north, from: '2023-01-01' })
    const mistake = override({ from: '2024-04-01', withdrawn: { at: new Date(0), by: 'N', why: 'a slip' } })
    expect(changes([ofCountry, ofNorth, mistake], [north, country])).toEqual([])
    expect(changes([ofCountry, ofNorth, mistake])).toEqual([['2024-05-01', ['country'], []]])
  })

  test('what held from the first day on is no change, nor is what comes after the last', () => {
    expect(changes([override({ from: '2024-01-01' }), override({ level: 'warning', from: '2025-01-01' })])).toEqual([])
  })
})
