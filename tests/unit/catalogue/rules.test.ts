import { describe, expect, test } from 'vitest'
import { ruleFaults } from '../../../server/domain/catalogue/rules.ts'
import {
  coverageCounts,
  coverageGaps,
  indicatorsFor,
  rulesSharingIndicators,
} from '../../../server/domain/rules/coverage.ts'
import { seeAlso } from '../../../server/domain/rules/cross-references.ts'
import { rule } from '../../../server/domain/rules/define.ts'
import { findRule, ruleFamilies, rules, strategyOfParagraph } from '../../../server/domain/rules/index.ts'
import { searchRules } from '../../../server/domain/rules/search.ts'
import { ruleWords } from '../../../server/domain/rules/words.en.ts'

const numbered = (prefix: string, count: number) => Array.from({ length: count }, (_, place) => `${prefix}${place + 1}`)

test('every Mandela Rule, Bangkok Rule, Kyoto principle and strategy is there, in order', () => {
  expect(ruleFamilies['nelson-mandela'].map(({ id }) => id)).toEqual(numbered('nmr-', 122))
  expect(ruleFamilies.bangkok.map(({ id }) => id)).toEqual(numbered('br-', 70))
  expect(ruleFamilies.kyoto.map(({ id }) => id)).toEqual([
    ...numbered('kyoto-principle-', 6),
    ...numbered('kyoto-', 18),
  ])
})

test('each Kyoto strategy stands under exactly one principle', () => {
  expect(ruleFamilies.kyoto.flatMap(({ strategies = [] }) => strategies)).toEqual(numbered('kyoto-', 18))
})

test('the independent route of complaints answers for the rule on complaints', () => {
  const attested = rules.filter(({ attestedBy }) => attestedBy?.includes('complaints_independent_route'))
  expect(attested.map(({ id }) => id)).toEqual(['nmr-57', 'kyoto-6'])
})

test.each([
  [12, 'kyoto-1'],
  [39, 'kyoto-7'],
  [45, 'kyoto-9'],
  [72, 'kyoto-18'],
  [16, undefined],
  [99, undefined],
])('paragraph %s of the Kyoto text stands in %s', (paragraph, id) => {
  expect(strategyOfParagraph(paragraph)?.id).toBe(id)
})

test('references hold both ways', () => {
  expect(seeAlso('nmr-45')).toContain('br-22')
  expect(seeAlso('br-22')).toContain('nmr-45')
  expect(seeAlso('kyoto-9')).toContain('nmr-108')
  expect(seeAlso('nmr-108')).toEqual(['kyoto-9'])
})

describe('search', () => {
  const found = (query: string) => searchRules(query, ruleWords, rules).map(({ id }) => id)

  test.each([
    ['nmr 45', ['nmr-45']],
    ['NMR-45', ['nmr-45']],
    ['nmr45', ['nmr-45']],
    ['Mandela Rule 45(2)', ['nmr-45']],
    ['BR 22', ['br-22']],
    ['Bangkok 22.1', ['br-22']],
    ['kyoto 9', ['kyoto-9']],
    ['strategy 9', ['kyoto-9']],
    ['Kyoto principle 3', ['kyoto-principle-3']],
    ['rule 45', ['nmr-45', 'br-45']],
    ['Règle 45', ['nmr-45', 'br-45']],
    ['45(2)', ['nmr-45', 'br-45']],
    ['122', ['nmr-122']],
    ['nmr 500', []],
    ['zebra', []],
  ])('%s finds %j', (query, ids) => {
    expect(found(query)).toEqual(ids)
  })

  test('case, accents and the order of words do not matter', () => {
    expect(found('CONFINEMENT solitary')).toEqual(found('solitàry confinement'))
    expect(found('solitary confinement')).toContain('nmr-44')
  })

  test('a topic comes before an obligation', () => {
    const ids = found('solitary')
    expect(ids.indexOf('nmr-45')).toBeLessThan(ids.indexOf('nmr-43'))
    expect(ids).toContain('nmr-43')
  })

  test('a number in the text is found beside the rule of that number', () => {
    expect(found('15')).toEqual(expect.arrayContaining(['nmr-15', 'br-15', 'nmr-44']))
  })

  test('nothing asked finds everything', () => {
    expect(found('  ')).toHaveLength(rules.length)
  })
})

describe('coverage', () => {
  const indicators = [
    { id: 'one', rules: ['nmr-45.1', 'br-22'] },
    { id: 'two', rules: ['nmr-45', 'nmr-44', 'br-22'] },
    { id: 'three', rules: ['nmr-4'] },
  ]

  test('a paragraph counts for its rule, and rule 4 is not rule 45', () => {
    expect(indicatorsFor('nmr-45', indicators).map(({ id }) => id)).toEqual(['one', 'two'])
    expect(indicatorsFor('nmr-4', indicators).map(({ id }) => id)).toEqual(['three'])
    expect(indicatorsFor('nmr-1', indicators)).toEqual([])
  })

  test('rules with most indicators in common come first', () => {
    expect(rulesSharingIndicators('nmr-45', indicators)).toEqual(['br-22', 'nmr-44'])
  })

  test('every rule is counted', () => {
    const counts = coverageCounts(rules)
    expect(counts.strategies).toBe(6)
    expect(counts.nothing).toBe(rules.filter(({ monitoredBy }) => monitoredBy.length === 0).length)
    expect(counts.data).toBe(rules.filter(({ monitoredBy }) => monitoredBy.includes('data')).length)
  })

  test('what is said and what is cited are compared', () => {
    const some = [findRule('nmr-45')!, findRule('nmr-1')!, findRule('nmr-3')!]
    expect(coverageGaps(some, [...indicators, { id: 'four', rules: ['nmr-3'] }])).toEqual([
      { id: 'nmr-1', gap: 'no-indicator' },
      { id: 'nmr-3', gap: 'not-said' },
    ])
  })
})

describe('faults are named with file and id', () => {
  const good = rule({ id: 'nmr-1', part: 'nmr-general', monitoredBy: ['data'], appliesTo: ['everyone-held'] })
  const words = { 'nmr-1': { topic: 'Dignity', obligation: 'Treat everyone with dignity.' } }
  const faults = (families: Parameters<typeof ruleFaults>[0]['families'], more = {}) =>
    ruleFaults({ families, words, references: [], ...more })

  test('a good rule has none', () => {
    expect(faults({ 'nelson-mandela': [good] })).toEqual([])
  })

  test.each([
    [[good, good], {}, { file: 'server/domain/rules/nelson-mandela.ts', id: 'nmr-1', fault: 'two rules have this id' }],
    [[good], { words: {} }, { file: 'server/domain/rules/words.en.ts', id: 'nmr-1', fault: 'has no words' }],
    [
      [good],
      { words: { ...words, 'nmr-2': words['nmr-1'] } },
      { file: 'server/domain/rules/words.en.ts', id: 'nmr-2', fault: 'words without a definition' },
    ],
    [
      [good],
      { references: [['nmr-1', 'nmr-9']] },
      { file: 'server/domain/rules/cross-references.ts', id: 'nmr-9', fault: 'is no rule' },
    ],
    [
      [{ ...good, strategies: ['kyoto-99' as const] }],
      {},
      {
        file: 'server/domain/rules/nelson-mandela.ts',
        id: 'nmr-1',
        fault: "names the unknown strategy 'kyoto-99'",
      },
    ],
    [
      [{ ...good, documentEvidence: true as const }],
      {},
      {
        file: 'server/domain/rules/nelson-mandela.ts',
        id: 'nmr-1',
        fault: 'has document evidence but does not say so',
      },
    ],
  ])('case %#', (entries, more, fault) => {
    expect(faults({ 'nelson-mandela': entries }, more)).toEqual([fault])
  })
})
