import { expect, test } from 'vitest'
import type { Unit } from '../../../server/domain/indicators/define.ts'
import { arithmeticOf } from '../../../server/domain/indicators/quotient.ts'
import type { Figure } from '../../../server/domain/value.ts'

const figure = (value: number, numerator: number, denominator: number | null) =>
  ({ state: 'counted', value, numerator, denominator }) as Extract<Figure, { state: 'counted' }>

test.each<[string, ReturnType<typeof figure>, Unit, ReturnType<typeof arithmeticOf>]>([
  ['a count has no denominator', figure(13, 13, null), 'persons', 'count'],
  ['a share is parts of a hundred', figure(25, 3, 12), 'percent', 'quotient'],
  ['a mean of days is a quotient', figure(30, 360, 12), 'days', 'quotient'],
  ['a median of days is no quotient of its number of cases', figure(61, 61, 76), 'days', 'middle'],
  ['a median of no days is the middle, not nought by the cases', figure(0, 0, 76), 'days', 'middle'],
  ['a median of another unit', figure(7, 7, 20), 'points', 'middle'],
  ['what is made by another formula is not said to be a quotient', figure(9, 3, 12), 'percent', 'own'],
  ['nothing is divided by nought', figure(9, 3, 0), 'percent', 'own'],
])('%s', (_name, given, unit, expected) => {
  expect(arithmeticOf(given, unit)).toBe(expected)
})
