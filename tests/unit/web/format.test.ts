import { expect, test } from 'vitest'
import { formatIn } from '../../../app/format.ts'

const format = formatIn('en')

test('numbers are grouped and cut after one digit', () => {
  expect(format.number(61230)).toBe('61,230')
  expect(format.number(1.26)).toBe('1.3')
  expect(format.number(1.26, 0)).toBe('1')
  expect(format.number(0)).toBe('0')
})

test('a share is of a hundred already, and keeps its digit so that columns stand under one another', () => {
  expect(format.percent(93.25)).toBe('93.3%')
  expect(format.percent(120)).toBe('120.0%')
})

test('a figure is written in its unit', () => {
  expect(format.figure(120.2214, 'percent-of-places')).toBe('120.2%')
  expect(format.figure(1234, 'persons')).toBe('1,234')
  expect(format.figure(2.34, 'hours-per-day')).toBe('2.3')
})

test('a change carries its sign, and none is none', () => {
  expect(format.change(1.5)).toBe('+1.5')
  expect(format.change(-1.5)).toBe('-1.5')
  expect(format.change(0)).toBe('0')
})

test('months and days are named, whatever the zone of the computer', () => {
  expect(format.month('2020-02')).toBe('February 2020')
  expect(format.monthShort('2020-02')).toBe('Feb 2020')
  expect(format.day('2020-02-29')).toBe('29 February 2020')
})

test('words make a list', () => {
  expect(format.list(['A', 'B', 'C'])).toBe('A, B and C')
})

test('the formatter of a language is made once', () => {
  expect(formatIn('en')).toBe(format)
})
