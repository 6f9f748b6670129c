import { expect, test } from 'vitest'
import { words } from '../../../server/domain/words.ts'

test('the words of a definition are found by its id', () => {
  const english = words('en')
  expect(english.indicator('occupancy-rate')?.title).toBe('Occupancy against certified capacity')
  expect(english.measure('pop_closing')?.title).toBe('Held at the end')
  expect(english.source('un-cts')).toContain('Crime Trends Survey')
  expect(english.rule('nmr-45')?.topic).toBeTruthy()
  expect(english.quietQuestion('zero-run')?.title).toBe('Noughts for a long time')
  expect(english.verdict('change', 'cannot-tell-too-few')).toBe('Cannot tell: too few cases')
  expect(english.verdict('disparity', 'cannot-tell-no-figure')).toBe('Cannot tell: no figure to compare')
  expect(english.indicator('no-such-indicator')).toBeUndefined()
})

test('the pseudo-language changes the words of definitions too', () => {
  expect(words('en-XA').indicator('occupancy-rate')?.title).toMatch(/^Öççûpåñçý.*~$/)
})
