import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formulas } from '../../../server/domain/engine/formulas.ts'
import { measureSeries } from '../../../server/domain/engine/measure-series.ts'
import { mergeSeries } from '../../../server/domain/engine/merge.ts'
import { addShare, emptySums, placeSeries, shareOf } from '../../../server/domain/engine/place-sums.ts'
import { monthIndex } from '../../../server/domain/period.ts'
import { figureAt, stateCode } from '../../../server/domain/series.ts'
import { type MissingReason, missingReasons } from '../../../server/domain/value.ts'

const occupancy = formulas.find((one) => one.definition.id === 'occupancy-rate' && one.breakdown === '')
if (!occupancy) throw new Error('the catalogue has no occupancy rate')
const month = monthIndex('2020-02')
const open = [{ from: '2000-01-01', until: null }]

function facility(held: number | undefined, places: number | undefined) {
  const cell = (id: 'pop_closing' | 'capacity_certified', amount: number | undefined) =>
    amount === undefined ? [] : [{ cell: id, months: [month], states: [stateCode('counted')], amounts: [amount] }]
  return measureSeries({
    cells: [...cell('pop_closing', held), ...cell('capacity_certified', places)],
    certificates: [],
    open,
  })
}

function countryOf(facilities: ReturnType<typeof facility>[]) {
  const sums = emptySums(occupancy!, month, month)
  for (const measures of facilities) addShare(sums, month, shareOf(sums.formula, measures, month, true), true)
  return placeSeries(sums, 'country', [facilities.length])
}

describe('the figure of a country', () => {
  test('is made of sums, not of ratios', () => {
    const series = countryOf([facility(90, 100), facility(30, 10), facility(80, 90)])
    expect(figureAt(series, month)).toEqual({ state: 'counted', numerator: 200, denominator: 200, value: 100 })
  })

  test('leaves out a facility of which one part is missing from both parts, and says of how many it speaks', () => {
    const series = countryOf([facility(90, 100), facility(30, undefined), facility(80, 90), facility(10, 10)])
    expect(figureAt(series, month)).toMatchObject({ numerator: 180, denominator: 200 })
    expect([series.reporting, series.expected]).toEqual([[3], [4]])
  })

  test('is not given on fewer than three facilities while others are missing', () => {
    const series = countryOf([facility(90, 100), facility(30, 10), facility(undefined, undefined)])
    expect(figureAt(series, month)).toEqual({ state: 'missing', reason: 'too-few-reporting' })
  })

  test('is given for a country that has no more than two', () => {
    expect(figureAt(countryOf([facility(90, 100), facility(30, 20)]), month)).toMatchObject({ value: 100 })
  })

  test('is missing, not nought, when nobody reported', () => {
    expect(figureAt(countryOf([facility(undefined, undefined)]), month)).toEqual({
      state: 'missing',
      reason: 'not-reported',
    })
  })

  test('says of a figure that only records give why nobody gives it', () => {
    const match = formulas.find((one) => one.definition.id === 'risk-match' && one.breakdown === '')!
    const missingOf = (reason: MissingReason) =>
      new Map(
        match.needs.map(({ cell }) => [
          cell,
          {
            startMonth: month,
            amounts: [null],
            states: [stateCode('missing')],
            reasons: [missingReasons.indexOf(reason)],
            grades: [0],
          },
        ]),
      )
    const sums = emptySums(match, month, month)
    for (const reason of ['records-not-sent', 'records-too-short'] as const)
      addShare(sums, month, shareOf(match, missingOf(reason), month, true), true)
    const of = (series: ReturnType<typeof placeSeries>) => figureAt(series, month)
    expect(of(placeSeries(sums, 'country', [2]))).toEqual({ state: 'missing', reason: 'records-too-short' })
    // Facilities that send none of it have no series at all.
    expect(of(placeSeries(emptySums(match, month, month), 'country', [2]))).toEqual({
      state: 'missing',
      reason: 'not-from-returns',
    })
  })

  test('does not depend on the order of facilities', () => {
    const amount = fc.option(fc.integer({ min: 0, max: 3000 }), { nil: undefined })
    fc.assert(
      fc.property(
        fc.array(fc.tuple(amount, amount), { minLength: 1, maxLength: 12 }),
        fc.func(fc.integer()),
        (list, order) => {
          const one = countryOf(list.map(([held, places]) => facility(held, places)))
          const shuffled = list.map((entry, index) => ({ entry, at: order(index) })).sort((a, b) => a.at - b.at)
          const other = countryOf(shuffled.map(({ entry: [held, places] }) => facility(held, places)))
          expect(other).toEqual(one)
        },
      ),
    )
  })
})

describe('merging a window of months into a series', () => {
  const of = (first: number, values: number[]) => {
    const sums = emptySums(occupancy!, first, first + values.length - 1)
    return { ...placeSeries(sums, 'country', values), figures: values, states: values.map(() => 1) }
  }

  test('replaces the months of the window and keeps the others', () => {
    const merged = mergeSeries(of(month, [1, 2, 3]), of(month + 1, [20]))
    expect(merged.figures).toEqual([1, 20, 3])
    expect(merged.startMonth).toBe(month)
  })

  test('fills a gap between the two with missing months', () => {
    const merged = mergeSeries(of(month, [1]), of(month + 2, [3]))
    expect(merged.figures).toEqual([1, null, 3])
    expect(figureAt(merged, month + 1)).toEqual({ state: 'missing', reason: 'not-reported' })
  })

  test('reaches back before its start', () => {
    expect(mergeSeries(of(month, [5]), of(month - 1, [4])).figures).toEqual([4, 5])
  })
})
