import { describe, expect, test } from 'vitest'
import { type IndicatorCatalogue, indicatorFaults } from '../../../server/domain/catalogue/indicators.ts'
import type { Indicator, IndicatorWords } from '../../../server/domain/indicators/define.ts'
import { indicators } from '../../../server/domain/indicators/index.ts'
import { findMeasure } from '../../../server/domain/measures/index.ts'
import { coverageGaps } from '../../../server/domain/rules/coverage.ts'
import { findRule, rules } from '../../../server/domain/rules/index.ts'
import { share } from '../../../server/domain/statistics/fraction.ts'

const sound: Indicator = {
  id: 'beds-filled',
  area: 'occupancy-and-conditions',
  tier: 'core',
  kind: 'proportion',
  unit: 'percent',
  better: 'lower',
  timeBasis: 'last-day',
  frequency: 'monthly',
  madeOf: ['returns', 'events'],
  needs: { held: 'pop_closing', places: 'capacity_certified' },
  compute: ({ held, places }) => share(held ?? 0, places ?? 0),
  thresholds: [
    { level: 'within', atMost: 90, source: 'local-default' },
    { level: 'warning', above: 90, source: 'nmr-12' },
  ],
  rules: ['nmr-12.1'],
  citations: ['space-i', 'kyoto-para-72', 'br-5'],
  breakdowns: [],
  smallNumbers: 'share',
  statistics: 'wilson',
  examples: [],
  version: 1,
}

const words: IndicatorWords = { title: 'a', measures: 'b', numerator: 'c', denominator: 'd', pitfalls: 'e' }

function faultsOf(entries: readonly Indicator[], given: Partial<IndicatorCatalogue> = {}): string[] {
  return indicatorFaults({
    families: { occupancy: entries },
    words: Object.fromEntries(entries.map(({ id }) => [id, words])),
    findMeasure,
    isRule: (id) => findRule(id) !== undefined,
    ...given,
  }).map(({ file, id, fault }) => `${file} ${id} ${fault}`)
}

/** The sound definition with what a careless hand might write; types would refuse some of it, a cast would not. */
function spoilt(change: object): Indicator {
  return { ...sound, ...change } as Indicator
}

const here = 'server/domain/indicators/occupancy.ts beds-filled'

test('a sound definition has no fault', () => {
  expect(faultsOf([sound])).toEqual([])
})

describe('a fault names file and id', () => {
  test.each([
    ['an id that is none', { id: 'Beds_Filled' }, 'is no well-formed id'],
    ['a measure that nobody defined', { needs: { held: 'beds' } }, "needs the unknown measure 'beds'"],
    [
      'a group that the measure has not',
      { needs: { held: 'pop_closing@sex:green' } },
      "needs 'pop_closing@sex:green', and the measure has no such group",
    ],
    [
      'persons of a month added over months',
      { needs: { held: 'self_harm_persons' }, months: 12 },
      "adds 'self_harm_persons' over months",
    ],
    ['a rule that is none', { rules: ['nmr-123'] }, "names the unknown rule 'nmr-123'"],
    ['no rule', { rules: [] }, 'is evidence for no rule'],
    ['a text that is not listed', { citations: ['hearsay'] }, "cites the unknown 'hearsay'"],
    ['a paragraph that the Kyoto text has not', { citations: ['kyoto-para-73'] }, "cites the unknown 'kyoto-para-73'"],
    [
      'itself beside itself',
      { pairedWith: ['beds-filled'] },
      "is paired with 'beds-filled', which is no other indicator",
    ],
    [
      'a count that no return carries',
      { needs: { held: 'recs_due' } },
      'is made of returns, and needs what no return carries',
    ],
    ['silence on returns', { madeOf: ['events'] }, 'needs only what returns carry, and does not say so'],
    ['nothing at all', { madeOf: [] }, 'is made of nothing'],
  ])('%s', (_name, change, fault) => {
    const entry = spoilt(change)
    expect(faultsOf([entry])).toContain(`server/domain/indicators/occupancy.ts ${entry.id} ${fault}`)
  })

  test('a definition without its words', () => {
    expect(faultsOf([sound], { words: {} })).toEqual(['server/domain/indicators/words.en.ts beds-filled has no words'])
  })
})

describe('thresholds', () => {
  test.each([
    ['without source', [{ level: 'within' }], "has a threshold 'within' without source"],
    [
      'of an unknown source',
      [{ level: 'within', atMost: 1, source: 'nmr-200' }],
      "has a threshold 'within' of the unknown source 'nmr-200'",
    ],
    ['without bound', [{ level: 'within', source: 'local-default' }], "has a threshold 'within' without bound"],
    [
      'a breach that we made up',
      [
        { level: 'within', atMost: 0, source: 'local-default' },
        { level: 'breach', above: 0, source: 'local-default' },
      ],
      'has a breach that is only a local default',
    ],
    [
      'a gap',
      [
        { level: 'within', below: 90, source: 'local-default' },
        { level: 'serious', above: 90, source: 'local-default' },
      ],
      'has no verdict for 90',
    ],
    [
      'two verdicts at one value',
      [
        { level: 'within', atMost: 90, source: 'local-default' },
        { level: 'warning', atLeast: 90, source: 'local-default' },
      ],
      'has two verdicts for 90',
    ],
  ])('%s', (_name, thresholds, fault) => {
    expect(faultsOf([spoilt({ thresholds })])).toContain(`${here} ${fault}`)
  })

  test('critical lies inside serious, and an aspiration judges nothing', () => {
    const thresholds = [
      { level: 'within', atMost: 90, source: 'local-default' },
      { level: 'serious', above: 90, source: 'local-default' },
      { level: 'critical', above: 120, source: 'local-default' },
      { level: 'aspiration', atMost: 80, source: 'hmip-expectations' },
    ]
    expect(faultsOf([spoilt({ thresholds })])).toEqual([])
  })
})

describe('versions', () => {
  test('two indicators with one id', () => {
    expect(faultsOf([sound, spoilt({})])).toEqual([`${here} two indicators have this id`])
  })

  test('two versions in force at one time', () => {
    const entries = [spoilt({ until: '2025-07' }), spoilt({ version: 2, from: '2025-06' })]
    const told = { words: { 'beds-filled': { ...words, changed: { 2: 'a' } } } }
    expect(faultsOf(entries, told)).toEqual([`${here} has versions 1 and 2 at one time`])
  })

  const told = { words: { 'beds-filled': { ...words, changed: { 2: 'People away are left out.' } } } }

  test('a version that follows another is no fault', () => {
    expect(faultsOf([spoilt({ until: '2025-07' }), spoilt({ version: 2, from: '2025-07' })], told)).toEqual([])
  })

  test.each([
    [
      'a month between two',
      [{ until: '2025-07' }, { version: 2, from: '2025-08' }],
      'has months between versions 1 and 2 of which none speaks',
    ],
    [
      'a month of the past made by the newer',
      [{ from: '2025-07' }, { version: 2, until: '2025-07' }],
      'has version 2 in months before version 1',
    ],
    [
      'no month',
      [{ until: '2025-07' }, { version: 2, from: '2025-07', until: '2025-07' }],
      'has version 2 of no month',
    ],
    [
      'a number that was left out',
      [{ until: '2025-07' }, { version: 3, from: '2025-07' }],
      'has version 3 and none before it',
    ],
  ])('%s', (_what, entries, fault) => {
    const words3 = { words: { 'beds-filled': { ...words, changed: { 2: 'a', 3: 'b' } } } }
    expect(faultsOf(entries.map(spoilt), words3)).toEqual([`${here} ${fault}`])
  })

  test('a change that is not told', () => {
    const entries = [spoilt({ until: '2025-07' }), spoilt({ version: 2, from: '2025-07' })]
    expect(faultsOf(entries)).toEqual([`${here} has version 2 without words for what changed`])
  })
})

test('every rule that says it is watched by data is cited, and every rule cited says so', () => {
  expect(coverageGaps(rules, indicators)).toEqual([])
})
