import { describe, expect, test } from 'vitest'
import { daysOfYearTo, type FigureOf, twelveMonthsOf } from '../../../server/domain/population/years.ts'
import { type Figure, missing } from '../../../server/domain/value.ts'

const counted = (numerator: number, denominator: number): Figure => ({
  ...{ state: 'counted', numerator, denominator, value: numerator / denominator },
})

const figures = (given: Partial<Record<Parameters<FigureOf>[0], Figure>>): FigureOf => {
  const all = {
    'stay-in-facility': counted(36_500, 700),
    'stay-in-custody': counted(36_500, 600),
    'occupancy-rate': counted(110, 100),
    ...given,
  }
  return (id) => all[id]
}

describe('twelve months of a facility', () => {
  test.each<[name: string, given: Parameters<typeof figures>[0], withTransfers: boolean, expected: object | null]>([
    ['of a country: who came from liberty', {}, false, { personDays: 36_500, arrivals: 600, held: 110, places: 100 }],
    ['of a region: whoever arrived', {}, true, { personDays: 36_500, arrivals: 700, held: 110, places: 100 }],
    [
      'to which all come by transfer',
      { 'stay-in-custody': missing('no-base') },
      false,
      { personDays: 36_500, arrivals: 0, held: 110, places: 100 },
    ],
    ['without its admissions', { 'stay-in-custody': missing('part-missing') }, false, null],
    ['without a month of its person-days', { 'stay-in-facility': missing('part-missing') }, true, null],
    [
      'without a certificate',
      { 'occupancy-rate': missing('not-reported') },
      true,
      { personDays: 36_500, arrivals: 700, held: null, places: null },
    ],
  ])('%s', (_name, given, withTransfers, expected) => {
    expect(twelveMonthsOf(figures(given), { withTransfers })).toEqual(expected)
  })
})

test('a year with the end of February of a leap year has a day more', () => {
  expect([daysOfYearTo('2024-02'), daysOfYearTo('2025-01'), daysOfYearTo('2025-02')]).toEqual([366, 366, 365])
})
