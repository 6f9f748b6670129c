import { describe, expect, test } from 'vitest'
import {
  countOutcomes,
  findingOf,
  inOrder,
  type Outcome,
  registerOrder,
  sortable,
} from '../../../app/compare/outcome.ts'
import type { Verdict } from '../../../server/domain/indicators/verdict.ts'
import { missing } from '../../../server/domain/value.ts'

const facility = (name: string, region: string | null, outcome: Outcome) => ({ name, region, outcome })
const register = [
  facility('Beech', 'East', 'within'),
  facility('Ash', 'East', 'below-998'),
  facility('Elm', 'West', 'none'),
  facility('Cedar', null, 'above-998'),
]
const names = (column: string, order: 'ascending' | 'descending') =>
  inOrder(register, { column, order }, 'en').map((row) => row.name)

describe('the order of a comparison', () => {
  test('is that of the register unless a reader asks for another', () => {
    expect(inOrder(register, registerOrder, 'en')).toEqual(register)
  })

  test('may follow names, regions and outcomes, and nothing that would make a ranking of values', () => {
    expect(sortable).toEqual(['name', 'region', 'outcome'])
    expect(names('name', 'ascending')).toEqual(['Ash', 'Beech', 'Cedar', 'Elm'])
  })

  test('puts the surest differences first, and those without a figure last in both directions', () => {
    expect(names('outcome', 'ascending')).toEqual(['Cedar', 'Ash', 'Beech', 'Elm'])
    expect(names('outcome', 'descending')).toEqual(['Beech', 'Ash', 'Cedar', 'Elm'])
  })
})

test('outcomes are counted, those that nobody has as nought', () => {
  expect(countOutcomes(register)).toMatchObject({ within: 1, 'above-998': 1, 'below-998': 1, none: 1, few: 0 })
})

const figure = { state: 'counted', numerator: 1, denominator: 100, value: 1 } as const
const threshold = { level: 'within', atMost: 1, source: 'local-default' } as const
const within: Verdict = { verdict: 'within', threshold, withinChance: false }
const concern: Verdict = { verdict: 'concern', level: 'serious', threshold, withinChance: false }
const unjudged: Verdict = { verdict: 'not-assessed', why: 'no-threshold' }
const silent = {
  outcome: 'none',
  figure: missing('not-reported'),
  verdict: { verdict: 'not-assessed', why: 'missing' },
} as const

describe('what a comparison has found', () => {
  test('is nothing where no facility has a figure', () => {
    expect(findingOf([silent])).toEqual({ kind: 'nothing' })
  })

  test('is who differs; too few cases and silence are compared with nobody', () => {
    const rows = (['above-998', 'below-998', 'above-95', 'within', 'few'] as const).map((outcome) => ({
      outcome,
      figure,
      verdict: within,
    }))
    expect(findingOf([...rows, silent])).toEqual({ kind: 'differ', outliers: 2, compared: 4 })
  })

  test('is what the thresholds say of figures that have no limits of chance', () => {
    const rows = [within, concern, unjudged].map((verdict) => ({ outcome: 'no-limits' as const, figure, verdict }))
    expect(findingOf([...rows, silent])).toEqual({ kind: 'thresholds', outside: 1, judged: 2 })
  })

  test('is in how many facilities people are beyond a hard limit, which is no target', () => {
    const breach: Verdict = {
      verdict: 'breach',
      people: 3,
      threshold: { level: 'breach', above: 0, source: 'nmr-43.1' },
    }
    const rows = [breach, within, concern].map((verdict) => ({ outcome: 'no-limits' as const, figure, verdict }))
    expect(findingOf([...rows, silent])).toEqual({ kind: 'beyond', facilities: 1, judged: 3 })
  })

  test('judges nobody where there is no threshold', () => {
    expect(findingOf([{ outcome: 'no-limits', figure, verdict: unjudged }])).toEqual({ kind: 'unjudged', figures: 1 })
  })
})
