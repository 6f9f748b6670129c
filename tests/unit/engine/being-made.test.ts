import { describe, expect, test } from 'vitest'
import { type BeingMade, beingMadeWhat, mayStillChange, monthsBeingMade } from '../../../server/domain/being-made.ts'
import { type Month, monthIndex } from '../../../server/domain/period.ts'

const span = (first: Month, last: Month) => ({ first: monthIndex(first), last: monthIndex(last) })

describe('of which months figures are being made anew', () => {
  const shown = span('2022-01', '2024-06')
  test.each([
    ['some', span('2023-02', '2023-04'), { from: '2023-02', to: '2023-04' }],
    ['as far as there is anything to show', span('2020-01', '2023-04'), { from: '2022-01', to: '2023-04' }],
    ['a month that has nothing to show yet', span('2024-07', '2024-08'), { from: '2024-06', to: '2024-06' }],
    ['everything', { first: 0, last: monthIndex('9999-12') }, 'all'],
  ])('%s', (_what, made, told) => {
    expect(monthsBeingMade(made, shown)).toEqual(told)
  })

  test('where nothing was made before, all of it is', () => {
    expect(monthsBeingMade(span('2023-02', '2023-02'), undefined)).toBe('all')
  })
})

const making = (months: BeingMade['months'], keys: string[] | null = ['a']): BeingMade => ({
  facilities: keys?.length ?? 40,
  of: 50,
  keys,
  since: new Date('2024-06-15T12:00:00Z'),
  months,
})

describe('a page of a month is told that it may still change', () => {
  test.each<[string, Month, boolean]>([
    ['of its own month', '2023-02', true],
    ['of a later month, whose windows look back and whose page shows the year before', '2024-04', true],
    ['of a month before', '2023-01', false],
    ['of a month that nothing reaches', '2025-04', false],
  ])('%s', (_what, month, is) => {
    expect(mayStillChange(making({ from: '2023-02', to: '2023-03' }), month)).toBe(is)
  })

  test('of every month where all are made anew', () => {
    expect(mayStillChange(making('all'), '1999-01')).toBe(true)
  })
})

describe('what a page tells of', () => {
  test.each([
    ['of a facility that is still to come', ['a', 'b'], 'a', 'facility'],
    ['of a facility while others are made', ['b'], 'a', 'sums'],
    ['of a facility while many are made', null, 'a', 'facilities'],
    ['of the country', ['a', 'b'], undefined, 'facilities'],
    ['of the country when the facilities are done', [], undefined, 'sums'],
  ] as const)('a page %s', (_what, keys, facility, told) => {
    expect(beingMadeWhat(making('all', keys && [...keys]), facility)).toBe(told)
  })
})
