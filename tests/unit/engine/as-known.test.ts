import { describe, expect, test } from 'vitest'
import { windowsAsKnown } from '../../../server/domain/engine/as-known.ts'
import { endOf, sideAsKnown } from '../../../server/domain/engine/side-as-known.ts'
import { stateCode } from '../../../server/domain/series.ts'

const written = (from: string, until: string | null, recordedAt: number) => ({ from, until, recordedAt })

describe('versions as they stood at a moment', () => {
  test.each([
    ['one that is there', [written('2020-01-01', null, 5)], [['2020-01-01', null]]],
    ['none before it was written down', [written('2020-01-01', null, 15)], []],
    [
      'the older one runs on until its successor is known',
      [written('2020-01-01', '2022-01-01', 5), written('2022-01-01', null, 15)],
      [['2020-01-01', null]],
    ],
    [
      'a successor that is known ends it',
      [written('2020-01-01', '2022-01-01', 5), written('2022-01-01', null, 8)],
      [
        ['2020-01-01', '2022-01-01'],
        ['2022-01-01', null],
      ],
    ],
    [
      'one put in between later is not there, and the next known one ends the first',
      [written('2020-01-01', '2021-01-01', 5), written('2021-01-01', '2022-01-01', 15), written('2022-01-01', null, 6)],
      [
        ['2020-01-01', '2022-01-01'],
        ['2022-01-01', null],
      ],
    ],
    [
      'one that was withdrawn later still stood',
      [written('2020-01-01', '2020-01-01', 5), written('2020-01-01', null, 15)],
      [['2020-01-01', null]],
    ],
    [
      'of two of one day the later that is known',
      [written('2020-01-01', '2020-01-01', 5), written('2020-01-01', null, 8)],
      [['2020-01-01', null]],
    ],
    [
      'an end without a successor was always known',
      [written('2020-01-01', '2022-01-01', 5)],
      [['2020-01-01', '2022-01-01']],
    ],
  ])('%s', (_name, all, expected) => {
    expect(windowsAsKnown(all, 10).map(({ from, until }) => [from, until])).toEqual(expected)
  })
})

describe('a figure as it was known', () => {
  const side = (numerator: number | null, state = 'counted') => ({
    state: stateCode(state as 'counted'),
    numerator,
    denominator: numerator === null ? null : 10,
  })
  const revision = (day: string, old: number | null) => ({
    at: new Date(`${day}T12:00:00Z`),
    oldState: stateCode(old === null ? 'missing' : 'counted'),
    oldNumerator: old,
    oldDenominator: old === null ? null : 10,
  })
  const now = { state: 'counted', numerator: 4, denominator: 10, value: 40 } as const
  const since = new Date('2024-01-10T12:00:00Z')
  // Missing at first, then 2, then 3, then 4.
  const revisions = [revision('2024-04-01', 3), revision('2024-03-01', 2), revision('2024-02-01', null)]

  test.each([
    ['before the month was reached', '2024-01-09', side(null, 'missing')],
    ['before the first revision', '2024-01-31', side(null, 'missing')],
    ['on the day of a revision it is what it became', '2024-02-01', side(2)],
    ['between two', '2024-03-20', side(3)],
    ['after the last', '2024-05-01', side(4)],
  ] as const)('%s', (_name, day, expected) => {
    expect(sideAsKnown(now, revisions, { since, until: endOf(day) })).toEqual(expected)
  })

  test('is missing where nothing ever reached the month', () => {
    expect(sideAsKnown(now, [], { since: null, until: endOf('2024-05-01') })).toEqual(side(null, 'missing'))
  })
})
