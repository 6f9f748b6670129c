import { describe, expect, test } from 'vitest'
import { formulas } from '../../../server/domain/engine/formulas.ts'
import { changedCells, changedMonths, reachedMonths, spanOf } from '../../../server/domain/engine/measure-change.ts'
import { isSameShare, shiftMonth } from '../../../server/domain/engine/place-shift.ts'
import { emptySums, placeSeries, type Share } from '../../../server/domain/engine/place-sums.ts'
import type { MeasureSeries } from '../../../server/domain/series.ts'
import { figureAt } from '../../../server/domain/series.ts'
import { type MissingReason, missingReasons } from '../../../server/domain/value.ts'

const found = (id: string) => formulas.find((one) => one.definition.id === id && one.breakdown === '')!
const month = 24_240
const nothing: Share = {
  amounts: undefined,
  isExpected: true,
  grade: 0,
  reason: missingReasons.indexOf('not-reported'),
}
const gives = (...amounts: number[]): Share => ({ amounts, isExpected: true, grade: 3, reason: -1 })

function measure(startMonth: number, amounts: (number | null)[]): MeasureSeries {
  const each = (value: number) => amounts.map(() => value)
  return { startMonth, amounts, states: each(1), reasons: each(-1), grades: each(3) }
}

describe('the months in which a measure changed', () => {
  test.each([
    ['nothing', measure(10, [1, 2, 3]), undefined],
    ['one month', measure(10, [1, 5, 3]), { first: 11, last: 11 }],
    ['months that came', measure(10, [1, 2, 3, 4, 5]), { first: 13, last: 14 }],
    ['months before', measure(9, [0, 1, 2, 3]), { first: 9, last: 9 }],
  ])('%s', (_what, after, span) => {
    expect(changedMonths(measure(10, [1, 2, 3]), after)).toEqual(span)
  })

  test('reach forward as far as the window of the formula', () => {
    const rate = found('deaths-rate')
    const changed = new Map([[rate.needs[0]!.cell, { first: 10, last: 10 }]])
    expect(reachedMonths(rate, changed)).toEqual({ first: 10, last: 10 + (rate.definition.months ?? 1) - 1 })
  })
})

describe('the sum of a place', () => {
  test('moves by what one facility gave and gives', () => {
    const series = placeSeries(emptySums(found('occupancy-rate'), month, month), 'region', [2])
    const shift = (before: Share, after: Share) =>
      shiftMonth(series, found('occupancy-rate'), 'region', 0, { before, after })
    expect(shift(nothing, gives(90, 100))).toBe(true)
    expect(shift(nothing, gives(30, 50))).toBe(true)
    expect(shift(gives(90, 100), gives(60, 100))).toBe(true)
    expect(figureAt(series, month)).toMatchObject({ numerator: 90, denominator: 150, value: 60 })
    expect([series.reporting, series.expected]).toEqual([[2], [2]])
  })

  test('says why nobody gives anything, and moves that too', () => {
    const series = placeSeries(emptySums(found('occupancy-rate'), month, month), 'region', [2])
    const without = (reason: MissingReason): Share => ({ ...nothing, reason: missingReasons.indexOf(reason) })
    const shift = (before: Share, after: Share) =>
      shiftMonth(series, found('occupancy-rate'), 'region', 0, { before, after })
    shift({ ...nothing, reason: -1 }, without('not-reported'))
    shift({ ...nothing, reason: -1 }, without('records-too-short'))
    expect(figureAt(series, month)).toEqual({ state: 'missing', reason: 'records-too-short' })
    expect(isSameShare(without('not-reported'), without('records-too-short'))).toBe(false)
    shift(without('records-too-short'), without('records-not-sent'))
    expect(figureAt(series, month)).toEqual({ state: 'missing', reason: 'records-not-sent' })
    shift(without('records-not-sent'), gives(1, 2))
    shift(gives(1, 2), without('not-reported'))
    expect(figureAt(series, month)).toEqual({ state: 'missing', reason: 'not-reported' })
  })

  test('cannot be told when its largest part went away', () => {
    const longest = formulas.find((one) => one.needs[0]!.cell === 'sol_longest_days')!
    const series = placeSeries(emptySums(longest, month, month), 'region', [2])
    const shift = (before: Share, after: Share) => shiftMonth(series, longest, 'region', 0, { before, after })
    expect(shift(nothing, gives(20))).toBe(true)
    expect(shift(nothing, gives(9))).toBe(true)
    expect(shift(gives(9), gives(12))).toBe(true)
    expect(shift(gives(20), gives(3))).toBe(false)
  })
})

test('a share is the same when it gives the same amounts of the same grade', () => {
  expect(isSameShare(gives(1, 2), gives(1, 2))).toBe(true)
  expect(isSameShare(gives(1, 2), gives(1, 3))).toBe(false)
  expect(isSameShare(gives(0), nothing)).toBe(false)
  expect(isSameShare(gives(1), { ...gives(1), grade: 2 })).toBe(false)
})

test('a measure that is gone has changed in all its months', () => {
  const series = { startMonth: 100, amounts: [1, 2], states: [1, 1], reasons: [-1, -1], grades: [1, 1] }
  const change = { before: new Map([['escapes' as const, series]]), after: new Map() }
  const changed = changedCells(change)
  expect([...changed]).toEqual([['escapes', { first: 100, last: 101 }]])
  expect(spanOf([...changed.values()])).toEqual({ first: 100, last: 101 })
})
