import { expect, test } from 'vitest'
import { monthIndex } from '../../../server/domain/period.ts'
import { transferNotes } from '../../../server/domain/quality/transfers.ts'
import { type MeasureSeries, stateCode } from '../../../server/domain/series.ts'

const march = monthIndex('2025-03')

/** A facility's transfers in March; undefined where none was reported. */
function facility(came: number | undefined, left: number | undefined, isExpected = true) {
  const series = (amount: number | undefined): MeasureSeries => ({
    startMonth: march,
    states: [stateCode(amount === undefined ? 'missing' : 'counted')],
    reasons: [amount === undefined ? 0 : -1],
    grades: [3],
    amounts: [amount ?? null],
  })
  return {
    watched: new Map([
      ['adm_transfer_in', series(came)],
      ['rel_transfer_out', series(left)],
    ]),
    isExpected: () => isExpected,
  }
}

const told = (...facilities: ReturnType<typeof facility>[]) => {
  const found = transferNotes(new Map(facilities.map((one, at) => [`f${at}`, one])), { first: march, last: march })
  return [...found].flatMap(([id, notes]) =>
    notes.map(({ checkId, level, found, expected }) => [id, checkId, level, found, expected]),
  )
}

test('transfers that do not balance over the country are told to every facility that had some, in the sums of the country', () => {
  expect(told(facility(4, 30), facility(20, 1), facility(0, 0), facility(2, 0))).toEqual([
    ['f0', 'X05', 'error', 26, 31],
    ['f1', 'X05', 'error', 26, 31],
    ['f3', 'X05', 'error', 26, 31],
  ])
})

test('two days of transfers may be on the way', () => {
  expect(told(facility(10, 31), facility(20, 1), facility(0, 0))).toEqual([])
})

test('nothing is said before all have reported, nor where a facility could take its own off a sum of two', () => {
  expect(told(facility(4, 30), facility(20, 1), facility(undefined, undefined))).toEqual([])
  expect(told(facility(4, 30), facility(20, 1), facility(undefined, undefined, false))).toEqual([])
  expect(told(facility(4, 30), facility(20, 1), facility(2, 0), facility(undefined, undefined, false)).length).toBe(3)
})
