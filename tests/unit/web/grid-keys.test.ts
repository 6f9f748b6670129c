import { expect, test } from 'vitest'
import { placeAfter } from '../../../app/components/grid-keys.ts'

const size = { rows: 250, columns: 6, page: 20 }
const from = { row: 100, column: 3 }

test.each([
  ['ArrowDown', false, 'ltr', { row: 101, column: 3 }],
  ['ArrowUp', false, 'ltr', { row: 99, column: 3 }],
  ['ArrowRight', false, 'ltr', { row: 100, column: 4 }],
  ['ArrowRight', false, 'rtl', { row: 100, column: 2 }],
  ['ArrowLeft', false, 'ltr', { row: 100, column: 2 }],
  ['ArrowLeft', false, 'rtl', { row: 100, column: 4 }],
  ['Home', false, 'ltr', { row: 100, column: 0 }],
  ['End', false, 'rtl', { row: 100, column: 5 }],
  ['Home', true, 'ltr', { row: 0, column: 0 }],
  ['End', true, 'ltr', { row: 249, column: 5 }],
  ['PageDown', false, 'ltr', { row: 120, column: 3 }],
  ['PageUp', false, 'ltr', { row: 80, column: 3 }],
  ['Enter', false, 'ltr', undefined],
  ['Tab', false, 'ltr', undefined],
  ['constructor', false, 'ltr', undefined],
] as const)('%s, with Control %s, %s', (key, ctrlKey, direction, to) => {
  expect(placeAfter({ key, ctrlKey }, from, size, direction)).toEqual(to)
})

test.each([
  ['ArrowUp', { row: 0, column: 0 }],
  ['ArrowLeft', { row: 0, column: 0 }],
  ['PageUp', { row: 0, column: 0 }],
] as const)('the first cell holds against %s', (key, to) => {
  expect(placeAfter({ key, ctrlKey: false }, { row: 0, column: 0 }, size, 'ltr')).toEqual(to)
})

test.each(['ArrowDown', 'ArrowRight', 'PageDown'])('the last cell holds against %s', (key) => {
  const last = { row: 249, column: 5 }
  expect(placeAfter({ key, ctrlKey: false }, last, size, 'ltr')).toEqual(last)
})
