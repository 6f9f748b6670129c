import fc from 'fast-check'
import { expect, test } from 'vitest'
import { count, rate, share } from '../../../server/domain/statistics/fraction.ts'

test('a share is per cent of its whole, a rate per what was asked', () => {
  expect(share(45, 50)).toEqual({ state: 'counted', numerator: 45, denominator: 50, value: 90 })
  expect(rate(6, 400, 1000)).toMatchObject({ value: 15 })
  expect(count(7)).toEqual({ state: 'counted', numerator: 7, denominator: null, value: 7 })
})

test('none of a hundred is nought; none of nobody is missing', () => {
  expect(share(0, 100)).toMatchObject({ state: 'counted', value: 0 })
  expect(share(0, 0)).toEqual({ state: 'missing', reason: 'no-base' })
  expect(rate(3, -1)).toEqual({ state: 'missing', reason: 'no-base' })
})

test('a part never exceeds its whole as a share', () => {
  fc.assert(
    fc.property(fc.nat(1000), fc.nat(1000), (part, rest) => {
      const figure = share(part, part + rest)
      if (figure.state === 'counted') expect(figure.value).toBeLessThanOrEqual(100)
      else expect(part + rest).toBe(0)
    }),
  )
})
