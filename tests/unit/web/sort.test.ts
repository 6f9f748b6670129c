import { expect, test } from 'vitest'
import { sorted, sortIn } from '../../../app/sort.ts'

const usual = { column: 'name', order: 'ascending' } as const
const rows = [
  { name: 'Wing 10', value: 3 },
  { name: 'wing 2', value: undefined },
  { name: 'Älv', value: 0 },
]
const names = (column: string, order: 'ascending' | 'descending') =>
  sorted(rows, { column, order }, (row, by) => (by === 'name' ? row.name : row.value), 'en').map((row) => row.name)

test('the address says how a table is sorted; what it cannot be sorted by is not followed', () => {
  expect(sortIn(new URLSearchParams('sort=value&order=descending'), ['value'], usual)).toEqual({
    column: 'value',
    order: 'descending',
  })
  expect(sortIn(new URLSearchParams('sort=secret'), ['value'], usual)).toBe(usual)
  expect(sortIn(new URLSearchParams('sort=value&order=up'), ['value'], usual).order).toBe('ascending')
})

test('names sort as people read them', () => {
  expect(names('name', 'ascending')).toEqual(['Älv', 'wing 2', 'Wing 10'])
})

test('a row without a value stands last in both orders', () => {
  expect(names('value', 'ascending')).toEqual(['Älv', 'Wing 10', 'wing 2'])
  expect(names('value', 'descending')).toEqual(['Wing 10', 'Älv', 'wing 2'])
})
