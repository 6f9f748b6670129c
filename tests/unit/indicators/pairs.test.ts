import { expect, test } from 'vitest'
import english from '../../../app/messages/en/pair.json' with { type: 'json' }
import { findIndicator } from '../../../server/domain/indicators/index.ts'
import { pairs, pairsShown } from '../../../server/domain/indicators/pairs.ts'

test('each pair is of two known indicators, has words of its own and stands once', () => {
  const named = pairs.map(({ indicators }) => [...indicators].sort().join(' '))
  expect(new Set(named).size).toBe(pairs.length)
  expect(new Set(pairs.map(({ id }) => id)).size).toBe(pairs.length)
  for (const { id, indicators } of pairs) {
    expect(indicators[0]).not.toBe(indicators[1])
    expect(indicators.filter((one) => !findIndicator(one))).toEqual([])
    expect(english).toHaveProperty([`pair.${id}`])
  }
})

test('a pair is shown where one of its figures is known, so that the silence of the other is seen', () => {
  expect(pairsShown((id) => id === 'time-out-of-cell').map(({ id }) => id)).toEqual(['yard-and-cell'])
  expect(pairsShown(() => false)).toEqual([])
})
