import { describe, expect, test } from 'vitest'
import { figureSeries } from '../../../server/domain/engine/figure-series.ts'
import { type Formula, formulasOf } from '../../../server/domain/engine/formulas.ts'
import { findIndicator } from '../../../server/domain/indicators/index.ts'
import { readingAt } from '../../../server/domain/indicators/reading.ts'
import type { CellId } from '../../../server/domain/measures/index.ts'
import { type MeasureSeries, stateCode } from '../../../server/domain/series.ts'

function of(id: string) {
  const definition = findIndicator(id)
  if (!definition) throw new Error(`no indicator ${id}`)
  return definition
}

function formula(id: string, breakdown: string): Formula | undefined {
  return formulasOf([of(id)]).find((entry) => entry.breakdown === breakdown)
}

function cells(entry: Formula | undefined) {
  return entry && Object.fromEntries(entry.needs.map(({ name, cell }) => [name, cell]))
}

/** A measure that was counted in each of the given months, from month 600 on. */
function counts(amounts: number[]): MeasureSeries {
  return {
    startMonth: 600,
    amounts,
    states: amounts.map(() => stateCode('counted')),
    reasons: amounts.map(() => -1),
    grades: amounts.map(() => 3),
  }
}

describe('the formula for a group', () => {
  test('takes every need from the group', () => {
    expect(cells(formula('no-contact-90d', 'sex:female'))).toEqual({
      none: 'persons_no_contact_90d@sex:female',
      present: 'persons_present_90d@sex:female',
    })
  })

  test('leaves whole those against whom the group is compared', () => {
    expect(cells(formula('solitary-disparity', 'legal_status:pretrial'))).toEqual({
      starts: 'sol_starts@legal_status:pretrial',
      personDays: 'person_days@legal_status:pretrial',
      allStarts: 'sol_starts',
      allPersonDays: 'person_days',
    })
  })

  test('is not there where a need is a group already, or has no such breakdown', () => {
    expect(formula('women-men-parity', 'sex:female')).toBeUndefined()
    expect(formula('solitary-disparity', 'age_group:18_20')).toBeUndefined()
  })
})

describe('a comparison over twelve months', () => {
  const year = (a: number) => new Array<number>(12).fill(a)
  const measures = new Map<CellId, MeasureSeries>([
    ['sol_starts@sex:female', counts(year(1))],
    ['person_days@sex:female', counts(year(300))],
    ['sol_starts', counts(year(3))],
    ['person_days', counts(year(2100))],
  ])

  test('adds up the months before it compares', () => {
    const entry = formula('solitary-disparity', '')
    const series = entry && figureSeries(entry, measures)
    // 12 starts against 24 of six times the days: 4 expected.
    expect(series?.numerators[11]).toBe(12)
    expect(series?.denominators[11]).toBeCloseTo(4, 10)
    expect(series?.figures[11]).toBeCloseTo(3, 10)
  })

  test('is missing while a month of the window is not there', () => {
    const entry = formula('solitary-disparity', '')
    expect(readingAt(of('solitary-disparity'), entry && figureSeries(entry, measures), 610).figure).toMatchObject({
      state: 'missing',
      reason: 'part-missing',
    })
  })
})

describe('what only records can show', () => {
  test('is not called unreported of a facility that sends returns', () => {
    const reading = readingAt(of('solitary-cumulative-90d'), undefined, 600)
    expect(reading.figure).toEqual({ state: 'missing', reason: 'not-from-returns' })
    expect(reading.verdict).toEqual({ verdict: 'not-assessed', why: 'missing' })
  })

  test('nor where a return carries its other part', () => {
    const entry = formula('separated-contact-2h', '')
    const series = entry && figureSeries(entry, new Map([['sep_person_days', counts([300])]]))
    expect(readingAt(of('separated-contact-2h'), series, 600).figure).toEqual({
      state: 'missing',
      reason: 'not-from-returns',
    })
  })

  test('and what a return should carry is', () => {
    expect(readingAt(of('no-contact-90d'), undefined, 600).figure).toMatchObject({ reason: 'not-reported' })
  })
})
