import { expect, test } from 'vitest'
import { chance } from '../../../seeds/synthetic/chance.ts'
import { partOf, spread, sum } from '../../../seeds/synthetic/counts.ts'

const many = Array.from({ length: 4000 })

function mean(draw: () => number): number {
  return many.reduce((total: number) => total + draw(), 0) / many.length
}

test('one seed and label always draw the same, another label draws otherwise', () => {
  const drawn = (label: string) => {
    const source = chance(7, label)
    return Array.from({ length: 5 }, () => source.next())
  }
  expect(drawn('a')).toEqual(drawn('a'))
  expect(drawn('a')).not.toEqual(drawn('b'))
})

test.each([
  [10, 0.2],
  [10, 0.9],
  [400, 0.02],
  [400, 0.4],
])('%i people at %f are hit as often as expected', (count, probability) => {
  const draw = chance(1, 'binomial', count)
  const found = mean(() => draw.binomial(count, probability))
  // Four standard errors.
  expect(Math.abs(found - count * probability)).toBeLessThan(4 * Math.sqrt((count * probability) / many.length))
})

test.each([0.5, 4, 80])('%f events are drawn as often as expected', (expected) => {
  const draw = chance(1, 'poisson', expected)
  expect(Math.abs(mean(() => draw.poisson(expected)) - expected)).toBeLessThan(4 * Math.sqrt(expected / many.length))
})

test('nothing is drawn from nobody, and everybody at certainty', () => {
  const draw = chance(1)
  expect(draw.binomial(0, 0.5)).toBe(0)
  expect(draw.binomial(9, 0)).toBe(0)
  expect(draw.binomial(9, 1)).toBe(9)
  expect(draw.binomial(9, 1e-18)).toBe(0)
  expect(draw.poisson(0)).toBe(0)
})

test('what is spread adds up and stays under its caps', () => {
  const draw = chance(3)
  for (let total = 0; total <= 12; total++) {
    const cells = spread(draw, total, { a: 10, b: 1, c: 1 }, { a: 2, b: 5, c: 5 })
    expect(sum(cells)).toBe(total)
    expect(cells.a).toBeLessThanOrEqual(2)
  }
})

test('a part divides as its whole and is nowhere larger', () => {
  const whole = { total: 30, by: { sex: { female: 10, male: 20 }, legal_status: { pretrial: 29, sentenced_final: 1 } } }
  const part = partOf(chance(4), whole, 0.9, ['legal_status'])
  expect(sum(part.by.sex)).toBe(part.total)
  expect(sum(part.by.legal_status!)).toBe(part.total)
  expect(part.by.legal_status!.sentenced_final).toBeLessThanOrEqual(1)
})
