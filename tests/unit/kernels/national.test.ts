import { describe, expect, test } from 'vitest'
import { formulas } from '../../../server/domain/engine/formulas.ts'
import { type NationalRecords, nationalParts, type Statement } from '../../../server/domain/kernels/national.ts'
import { usualSettings } from '../../../server/domain/kernels/settings.ts'
import { type CellId, measureOf } from '../../../server/domain/measures/index.ts'
import { type Month, monthIndex } from '../../../server/domain/period.ts'
import { rules } from '../../../server/domain/rules/index.ts'
import { valueAt } from '../../../server/domain/series.ts'

const months = { first: monthIndex('2025-01'), last: monthIndex('2025-12') }
const nothing: NationalRecords = { justice: [], cohorts: [], statements: [] }
const partsOf = (given: Partial<NationalRecords>) => nationalParts({ ...nothing, ...given }, months, usualSettings)
const own = (given: Partial<NationalRecords>) => partsOf(given).find(({ region }) => region === undefined)?.measures
const at = (measures: ReadonlyMap<CellId, Parameters<typeof valueAt>[0]> | undefined, cell: CellId, month: Month) =>
  valueAt(measures?.get(cell), monthIndex(month))

test('what no facility counts is made for every formula that reads it', () => {
  const cohort = {
    to: '2023-06-30',
    definition: 'reimprisonment_new_sentence',
    months: 24,
    start: 'release_from_prison',
    atRisk: 9,
    withEvent: 3,
    unlinked: 1,
  }
  const ofCountry = [...new Set(formulas.flatMap(({ needs }) => needs.map(({ cell }) => cell)))].filter(
    (cell) => measureOf(cell)?.place === 'country',
  )
  const justice = ofCountry.map((measure) => ({ region: 'A', quarter: '2025-Q1', measure, value: 1 }))
  const made = partsOf({ justice, cohorts: [cohort], statements: [signed({})] }).flatMap(({ measures }) => [
    ...measures.keys(),
  ])
  expect(ofCountry.filter((cell) => !made.includes(cell))).toEqual([])
})

describe('figures of the justice system', () => {
  const justice = [
    { region: 'A', quarter: '2025-Q1', measure: 'rj_referrals', value: 12 },
    { region: 'A', quarter: '2025-Q3', measure: 'rj_referrals', value: 0 },
    { region: 'B', quarter: '2025Q1', measure: 'rj_referrals', value: 7 },
    { region: 'B', quarter: 'spring', measure: 'rj_started', value: 7 },
    { region: 'B', quarter: '2025-Q1', measure: 'em_persons', value: 7 },
  ]
  const [a, b] = partsOf({ justice }).map(({ measures }) => measures)

  test.each([
    ['stands in the last month of its quarter', '2025-03', { state: 'counted', value: 12 }],
    ['nought is counted', '2025-09', { state: 'counted', value: 0 }],
    ['a month between is not late', '2025-04', { state: 'missing', reason: 'between-returns' }],
    ['a quarter that did not come is missing', '2025-06', { state: 'missing', reason: 'national-not-sent' }],
  ] as const)('%s', (_what, month, value) => {
    expect(at(a, 'rj_referrals', month)).toEqual(value)
  })

  test('each region is a part of its own; what names no quarter and what nobody reads is left out', () => {
    expect([...b!.keys()]).toEqual(['rj_referrals'])
    expect(at(b, 'rj_referrals', '2025-03')).toEqual({ state: 'counted', value: 7 })
  })
})

test('a cohort stands in the last month of its two years, under one definition alone', () => {
  const cohort = {
    to: '2023-06-30',
    definition: 'reimprisonment_new_sentence',
    months: 24,
    start: 'release_from_prison',
    atRisk: 2000,
    withEvent: 570,
    unlinked: 100,
  }
  const others = [
    { ...cohort, definition: 'rearrest', atRisk: 1 },
    { ...cohort, months: 12, atRisk: 2 },
    { ...cohort, start: 'start_of_community_sentence', atRisk: 3 },
  ]
  const measures = own({ cohorts: [...others, cohort, ...others] })
  expect(at(measures, 'cohort_at_risk', '2025-06')).toEqual({ state: 'counted', value: 2000 })
  expect(at(measures, 'cohort_with_event', '2025-06')).toEqual({ state: 'counted', value: 570 })
  expect(at(measures, 'cohort_unlinked', '2025-07')).toEqual({ state: 'missing', reason: 'between-returns' })
  expect(own({ cohorts: others })).toBeUndefined()
})

function signed(given: Partial<Statement>): Statement {
  return {
    measure: 'reoffending_strategy',
    value: 'yes',
    hasEvidence: true,
    signedOn: '2025-03-10',
    expiresOn: '2026-03-10',
    verifiedOn: '2025-04-20',
    ...given,
  }
}

describe('statements of the country', () => {
  const strategy =
    (...statements: Statement[]) =>
    (month: Month) => {
      const value = at(own({ statements }), 'strategy_statements', month)
      return value.state === 'counted' ? value.value : value.state
    }

  test.each([
    ['before anything was signed nothing is known', signed({}), '2025-02', 'missing'],
    ['not verified yet', signed({}), '2025-03', 0],
    ['verified', signed({}), '2025-04', 1],
    ['expired', signed({ expiresOn: '2025-06-30' }), '2025-06', 0],
    ['still in force on the last day', signed({ expiresOn: '2025-07-01' }), '2025-06', 1],
    ['a yes without evidence', signed({ hasEvidence: false }), '2025-12', 0],
    ['partly', signed({ value: 'partly' }), '2025-12', 0],
    ['of something else', signed({ measure: 'diversion_guidelines' }), '2025-12', 0],
  ] as const)('%s', (_what, statement, month, gives) => {
    expect(strategy(statement)(month)).toBe(gives)
  })

  test('the one that was signed last holds', () => {
    const all = strategy(signed({}), signed({ signedOn: '2025-08-02', value: 'no' }))
    expect([all('2025-07'), all('2025-08')]).toEqual([1, 0])
  })

  test('of the Kyoto strategies all statements are asked for that answer for one', () => {
    const asked = new Set(rules.flatMap(({ part, attestedBy = [] }) => (part === 'kyoto-strategy' ? attestedBy : [])))
    const measures = own({ statements: [signed({}), signed({ measure: 'diversion_guidelines', verifiedOn: null })] })
    expect(at(measures, 'kyoto_statements', '2025-12')).toEqual({ state: 'counted', value: asked.size })
    expect(at(measures, 'kyoto_statements_in_force', '2025-12')).toEqual({ state: 'counted', value: 2 })
    expect(at(measures, 'kyoto_statements_verified', '2025-12')).toEqual({ state: 'counted', value: 1 })
  })
})
