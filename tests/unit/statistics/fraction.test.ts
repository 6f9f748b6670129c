import fc from 'fast-check'
import { expect, test } from 'vitest'
import { count, rate, rateRatio, share, typical } from '../../../server/domain/statistics/fraction.ts'

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

test('a group is compared with what the rate of the others would make us expect', () => {
  expect(rateRatio(6, 100, 12, 400)).toEqual({ state: 'counted', numerator: 6, denominator: 3, value: 2 })
  expect(rateRatio(0, 100, 12, 400)).toMatchObject({ state: 'counted', value: 0 })
})

test.each([
  ['a group', [0, 0, 12, 400]],
  ['others', [6, 100, 0, 0]],
  ['an event among the others', [6, 100, 0, 400]],
] as const)('without %s there is no ratio', (_name, [events, base, otherEvents, otherBase]) => {
  expect(rateRatio(events, base, otherEvents, otherBase)).toEqual({ state: 'missing', reason: 'no-base' })
})

test('a median knows how many cases stand behind it, and of none there is none', () => {
  expect(typical(4, 24)).toEqual({ state: 'counted', numerator: 4, denominator: 24, value: 4 })
  expect(typical(0, 0)).toEqual({ state: 'missing', reason: 'no-base' })
})
