import { describe, expect, test } from 'vitest'
import english from '../../../app/messages/en/equity.json' with { type: 'json' }
import {
  equityGroups,
  equityOf,
  type GroupMonths,
  hasEquity,
  poolingOf,
  sideOf,
} from '../../../server/domain/indicators/equity.ts'
import { indicators } from '../../../server/domain/indicators/index.ts'
import { codeLists } from '../../../server/domain/records/codes.ts'
import { type FigureSeries, figureAt, stateCode } from '../../../server/domain/series.ts'
import { shownFigures } from '../../../server/domain/suppression/shown.ts'
import { type Figure, missing } from '../../../server/domain/value.ts'

const events = { kind: 'proportion', statistics: 'wilson', unit: 'percent', timeBasis: 'clock-ended' } as const
const of = (numerator: number, denominator: number): Figure => ({
  state: 'counted',
  numerator,
  denominator,
  value: (numerator / denominator) * 100,
})
const suppressed: Figure = { state: 'suppressed' }
const nobody = missing('no-base')
const months = (breakdown: string, ...figures: Figure[]): GroupMonths => ({ breakdown, figures })

function rowsOf(definition: Parameters<typeof equityOf>[0], given: GroupMonths[]) {
  const equity = equityOf(definition, given)
  if (equity.state !== 'pooled') throw new Error('nothing was pooled')
  return equity.rows
}

describe('what happened in a month', () => {
  test('is added over the months in which both sides are known', () => {
    const [women] = rowsOf(events, [
      months('sex:female', of(10, 50), of(20, 50), missing('late'), of(5, 5)),
      months('sex:male', of(10, 100), of(10, 100), of(90, 100), suppressed),
    ])
    expect(women).toMatchObject({
      id: 'women',
      group: { numerator: 30, denominator: 100 },
      others: { numerator: 20, denominator: 200 },
      used: 2,
      missing: 1,
      withheld: 1,
      disparity: { ratio: expect.closeTo(3), verdict: 'higher' },
    })
  })

  test('is added over the codes of a group, of which one that holds nobody is no gap', () => {
    const [young] = rowsOf(events, [
      months('age_group:18_20', of(1, 10), nobody),
      months('age_group:21_24', of(2, 10), of(3, 10)),
      months('age_group:25_29', of(10, 100), of(10, 100)),
      months('age_group:60_plus', { state: 'not-applicable' }, of(0, 1)),
    ])
    expect(young).toMatchObject({
      id: 'young-adults',
      group: { numerator: 6, denominator: 30 },
      others: { numerator: 20, denominator: 201 },
      used: 2,
    })
  })

  test('tells nothing of few cases', () => {
    const [women] = rowsOf(events, [months('sex:female', of(1, 4)), months('sex:male', of(1, 40))])
    expect(women?.disparity?.verdict).toBe('cannot-tell-too-few')
  })
})

test('people who are there are read in the last month alone, however surely twelve months of them would differ', () => {
  const twelve = (figure: Figure) => Array.from({ length: 12 }, () => figure)
  const stock = { ...events, timeBasis: 'last-day' } as const
  const given = [months('sex:female', ...twelve(of(12, 50))), months('sex:male', ...twelve(of(180, 1000)))]
  expect(rowsOf(stock, given)[0]).toMatchObject({
    group: { numerator: 12, denominator: 50 },
    used: 1,
    disparity: { verdict: 'no-difference-beyond-chance' },
  })
  expect(rowsOf(events, given)[0]?.disparity?.verdict).toBe('higher')
})

test.each([
  ['last-day', 1, 'last-month'],
  ['rolling-90-days', 1, 'last-month'],
  ['rolling-12-months', 12, 'last-month'],
  ['clock-ended', 12, 'last-month'],
  ['clock-ended', 1, 'added'],
  ['person-days', 1, 'added'],
] as const)('of %s over %s months: %s', (timeBasis, span, pooling) => {
  expect(poolingOf({ timeBasis, months: span })).toBe(pooling)
})

describe('everybody else', () => {
  const disabled = { breakdown: 'special_group:disability', figures: [of(8, 40)], reporting: [20] }
  const rowOf = (reporting: number) =>
    rowsOf(events, [{ breakdown: '', figures: [of(28, 240)], reporting: [reporting] }, disabled])[0]
  test('is the whole without the group', () => {
    expect(rowOf(20)).toMatchObject({ id: 'disability', others: { numerator: 20, denominator: 200 }, used: 1 })
  })
  test('is not known where the whole speaks of more facilities than the group', () => {
    expect(rowOf(21)).toMatchObject({ used: 0, missing: 1, disparity: { verdict: 'cannot-tell-no-figure' } })
  })
})

test('a group that nobody reported is named, and is not equal to anybody', () => {
  const equity = equityOf(events, [months('sex:female', of(1, 2)), months('sex:male', of(1, 2))])
  expect(equity).toMatchObject({ unreported: ['young-adults', 'foreign-nationals', 'pretrial', 'disability'] })
})

test('clusters are shown without a verdict, and figures of other arithmetic not at all', () => {
  const given = [months('sex:female', of(10, 50)), months('sex:male', of(10, 100))]
  expect(rowsOf({ ...events, kind: 'rate', statistics: 'clustered' }, given)[0]).toMatchObject({
    group: { numerator: 10 },
    disparity: undefined,
  })
  const places = [months('sex:female', of(60, 50)), months('sex:male', of(90, 100))]
  expect(equityOf({ ...events, statistics: 'complete-count' }, places)).toEqual({ state: 'no-quotient' })
})

test('a difference is to the disadvantage of a group by the direction in which the indicator is better', () => {
  expect(sideOf('higher', 'lower')).toBe('disadvantage')
  expect(sideOf('lower', 'higher')).toBe('disadvantage')
  expect(sideOf('lower', 'lower')).toBe('advantage')
  expect(sideOf('higher', 'neither')).toBe('none')
  expect(sideOf('no-difference-beyond-chance', 'lower')).toBe('none')
})

describe('an attacker who reads the sums of a year', () => {
  /** A year of a group of which some months are withheld, as its reader is shown it. */
  function shown(breakdown: string, numerators: number[], denominators: number[], hidden: number[]): GroupMonths {
    const series: FigureSeries = {
      startMonth: 0,
      numerators,
      denominators,
      figures: numerators.map((one, at) => (one / denominators[at]!) * 100),
      states: numerators.map(() => stateCode('counted')),
      reasons: numerators.map(() => -1),
      grades: numerators.map(() => 3),
    }
    const seen = shownFigures(series, { startMonth: 0, months: hidden })
    return { breakdown, figures: numerators.map((_, at) => figureAt(seen, at)) }
  }
  const year = (secret: number) => [
    shown('sex:female', [10, secret, 9, 11], [50, 40 + secret, 50, 50], [0, 1, 0, 0]),
    shown('sex:male', [20, 25, secret + 3, 22], [200, 210, 190, 205], [0, 0, 1, 0]),
    shown('', [30, 25 + secret, 12 + secret, 33], [250, 250 + secret, 240, 255], [0, 1, 1, 0]),
    shown('special_group:disability', [4, secret, 5, 6], [30, 30, 30, 30], [0, 0, 1, 0]),
  ]

  test('finds the same answer whatever the withheld counts were', () => {
    const answers = [1, 2, 3, 4].map((secret) => equityOf(events, year(secret).slice(0, 3)))
    for (const answer of answers) expect(answer).toEqual(answers[0])
    // Both sides leave out the month of either, so that no subtraction of the other months brings it back.
    expect(answers[0]).toMatchObject({
      rows: [{ group: { numerator: 21 }, others: { numerator: 42 }, used: 2, withheld: 2 }],
    })
  })

  test('finds no difference between the year and its months beyond what the months show', () => {
    for (const secret of [1, 4]) {
      const [, , , disabled] = year(secret)
      const row = rowsOf(events, [...year(secret).slice(2, 3), disabled!]).find(({ id }) => id === 'disability')
      expect(row).toMatchObject({ group: { numerator: 10, denominator: 60 }, used: 2, withheld: 2 })
    }
  })
})

describe('the groups', () => {
  test('are codes of the lists, each on one side only, with words', () => {
    for (const group of equityGroups) {
      const codes: readonly string[] = codeLists[group.dimension]
      const against: readonly string[] = 'against' in group ? group.against : []
      expect([...group.codes, ...against].filter((code) => !codes.includes(code))).toEqual([])
      expect(group.codes.filter((code) => against.includes(code))).toEqual([])
      expect(english).toHaveProperty([`equity.group.${group.id}`])
      expect(english).toHaveProperty([`equity.against.${group.id}`])
    }
  })
  test('are asked of shares and rates alone', () => {
    const ids = indicators.filter(hasEquity).map(({ id }) => id)
    expect(ids).toContain('visited-in-90-days')
    expect(ids).not.toContain('occupancy-rate')
    expect(ids).not.toContain('no-own-bed')
  })
})
