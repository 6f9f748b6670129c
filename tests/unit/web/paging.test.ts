import { expect, test } from 'vitest'
import { pageFrom, pageIn, rowsAPage } from '../../../app/paging.ts'

const rows = Array.from({ length: 2 * rowsAPage + 1 }, (_, at) => at)
const asked = (address: string) => pageFrom(rows, pageIn(new URLSearchParams(address)))

test('a page holds its own rows and no others', () => {
  expect(asked('page=2')).toEqual({ shown: rows.slice(rowsAPage, 2 * rowsAPage), page: 2, pages: 3 })
})

test.each(['', 'page=x', 'page=0', 'page=-3'])('no sensible page is the first (%s)', (address) => {
  expect(asked(address).page).toBe(1)
})

test('beyond the last page stands the last', () => {
  expect(asked('page=99')).toEqual({ shown: [2 * rowsAPage], page: 3, pages: 3 })
})

test('all rows on one page leave nothing out', () => {
  expect(asked('rows=all')).toMatchObject({ shown: rows, pages: 1 })
})

test('an empty table has one page', () => {
  expect(pageFrom([], { page: 1, isWhole: false })).toEqual({ shown: [], page: 1, pages: 1 })
})
