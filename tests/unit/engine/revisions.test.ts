import { expect, test } from 'vitest'
import { comesOrGoes } from '../../../server/domain/engine/revisions.ts'
import { type FigureSeries, stateCode } from '../../../server/domain/series.ts'

const codes = { c: stateCode('counted'), n: stateCode('nothing-to-report'), m: stateCode('missing') }

/** A series of which only the states matter, one letter a month. */
function saying(letters: string, startMonth = 0): FigureSeries {
  const states = [...letters].map((letter) => codes[letter as keyof typeof codes])
  const none = states.map(() => null)
  const arrays = { numerators: none, denominators: none, figures: none, lows: none, highs: none }
  return { startMonth, states, reasons: states, grades: states, ...arrays }
}

test.each([
  ['ccm', 'ccm', false],
  ['cmn', 'cnm', false],
  ['ccm', 'ccc', true],
  ['ccc', 'cmc', true],
  ['cn', 'cnmm', false],
  ['cn', 'cnmc', true],
  ['cnc', 'cn', true],
])('months told as %s and then as %s: some came or went is %s', (before, after, expected) => {
  expect(comesOrGoes(saying(before), saying(after))).toBe(expected)
})

test('a series that begins earlier or later is held against the same months', () => {
  expect(comesOrGoes(saying('ccc', 5), saying('mccc', 4))).toBe(false)
  expect(comesOrGoes(saying('ccc', 5), saying('ccc', 4))).toBe(true)
  expect(comesOrGoes(undefined, saying('mm'))).toBe(false)
  expect(comesOrGoes(undefined, saying('mc'))).toBe(true)
  expect(comesOrGoes(saying('c'), undefined)).toBe(true)
})
