import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hasPassed, isAllowedTerm, monthsLater, passedBefore } from '../../../server/domain/retention/term.ts'

const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('whether a term has passed', () => {
  test.each([
    ['the last day of the term still counts', { isOpen: false, lastDay: '2023-05-10' }, '2025-05-10', false],
    ['the day after it has passed', { isOpen: false, lastDay: '2023-05-10' }, '2025-05-11', true],
    ['a leap day ends with its month', { isOpen: false, lastDay: '2024-02-29' }, '2026-03-01', true],
    ['whoever is held is kept', { isOpen: true, lastDay: '1990-01-01' }, '2025-05-11', false],
    ['a day that is still to come has not passed', { isOpen: false, lastDay: '9999-12-31' }, '2025-05-11', false],
  ])('%s', (_name, held, today, expected) => {
    expect(hasPassed(held, { months: 24 }, today)).toBe(expected)
  })

  test('everybody whose term has passed lies before the day that the database is asked for', () => {
    fc.assert(
      fc.property(day, day, fc.integer({ min: 1, max: 240 }), (lastDay, today, months) => {
        if (hasPassed({ isOpen: false, lastDay }, { months }, today))
          expect(lastDay < passedBefore({ months }, today)).toBe(true)
      }),
    )
  })

  test('a month that is too short ends with its last day', () => {
    expect(monthsLater('2023-08-31', 6)).toBe('2024-02-29')
    expect(monthsLater('2023-01-31', -2)).toBe('2022-11-30')
  })
})

test.each([
  ['the usual term', { months: 24, basis: '' }, true],
  ['another without a law', { months: 36, basis: ' ' }, false],
  ['another with the law that says so', { months: 36, basis: 'Prison records act, section 12' }, true],
  ['half a month', { months: 24.5, basis: 'x' }, false],
  ['no term at all', { months: 0, basis: 'x' }, false],
  ['longer than anybody lives', { months: 241, basis: 'x' }, false],
])('%s may or may not be set', (_name, term, expected) => {
  expect(isAllowedTerm(term)).toBe(expected)
})
