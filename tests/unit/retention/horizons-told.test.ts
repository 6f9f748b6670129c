import { expect, test } from 'vitest'
import { horizonWords } from '../../../server/cli/horizon-words.ts'
import { dayNumber } from '../../../server/domain/kernels/columns.ts'
import { horizonsOf } from '../../../server/domain/retention/horizons-told.ts'

const gone = new Map([
  ['b', dayNumber('2023-04-10')],
  ['a', dayNumber('2023-04-28')],
  ['c', dayNumber('2022-11-02')],
])

test('where records are gone is told month by month, with the facilities', () => {
  expect(horizonsOf(gone, (id) => id.toUpperCase())).toEqual([
    { until: '2022-11', places: ['C'] },
    { until: '2023-04', places: ['A', 'B'] },
  ])
  expect(horizonsOf(new Map(), String)).toEqual([])
})

test('in words: up to which month, where, and that figures stand as they were frozen', () => {
  expect(horizonWords([])).toBe('')
  expect(horizonWords(horizonsOf(gone, String))).toMatch(
    /^Stopped at 2022-11 in c: records were deleted by law[^\n]*frozen\nStopped at 2023-04 in a, b: /,
  )
  const many = Array.from({ length: 13 }, (_, at) => `f${at}`)
  expect(horizonWords([{ until: '2023-04' as never, places: many }])).toContain('f9 and 3 more: ')
})
