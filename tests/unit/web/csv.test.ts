import { expect, test } from 'vitest'
import { csv } from '../../../app/csv.ts'

test('a file begins with its mark and ends each row as the standard says', () => {
  expect(
    csv([
      ['a', 'b'],
      ['c', 1.5],
    ]),
  ).toBe('\ufeffa,b\r\nc,1.5\r\n')
})

test('no value is an empty cell, and nought is a nought', () => {
  expect(csv([[null, 0, '']])).toBe('\ufeff,0,\r\n')
})

test.each([
  ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  // Some spreadsheets drop blanks before it, and read the wide signs of East Asian keyboards as the narrow ones.
  ['  =1', "'  =1"],
  ['\u00a0=1', "'\u00a0=1"],
  ['＝1', "'＝1"],
  ['＠SUM(A1)', "'＠SUM(A1)"],
])('a text that a spreadsheet would run is made a text: %s', (text, written) => {
  expect(csv([[text]])).toBe(`\ufeff${written}\r\n`)
})

test('a number below nought stays a number', () => {
  expect(csv([[-1.5]])).toBe('\ufeff-1.5\r\n')
})

test('commas, quotes and breaks are kept inside a cell', () => {
  expect(csv([['a,b', 'say "x"', 'one\ntwo']])).toBe('\ufeff"a,b","say ""x""","one\ntwo"\r\n')
})
