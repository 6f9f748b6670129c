import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isContradicted } from '../../../server/domain/engine/contradiction.ts'
import { figureSeries } from '../../../server/domain/engine/figure-series.ts'
import { formulas } from '../../../server/domain/engine/formulas.ts'
import { measureSeries } from '../../../server/domain/engine/measure-series.ts'
import { addShare, emptySums, placeSeries, shareOf } from '../../../server/domain/engine/place-sums.ts'
import type { CellId } from '../../../server/domain/measures/index.ts'
import { monthIndex } from '../../../server/domain/period.ts'
import { figureAt, stateCode } from '../../../server/domain/series.ts'

const of = (id: string) => formulas.find((one) => one.definition.id === id && one.breakdown === '')!
const onTime = of('assessment-on-time')
const month = monthIndex('2025-02')

function facility(counts: Record<string, number>) {
  const cells = Object.entries(counts).map(([cell, amount]) => ({
    cell: cell as CellId,
    months: [month],
    states: [stateCode('counted')],
    amounts: [amount],
  }))
  return measureSeries({ cells, certificates: [], open: [{ from: '2000-01-01', until: null }] })
}
const figureOf = (done: number, due: number) =>
  figureAt(figureSeries(onTime, facility({ assess_done: done, assess_due: due }))!, month)

describe('a share of which the part is more than the whole', () => {
  test('is missing because its counts contradict each other, and meets no target', () => {
    expect(figureOf(17, 16)).toEqual({ state: 'missing', reason: 'inconsistent' })
  })

  test('all of the whole is no contradiction, and none of none has nothing to divide by', () => {
    expect(figureOf(16, 16)).toMatchObject({ state: 'counted', value: 100 })
    expect(figureOf(0, 0)).toEqual({ state: 'missing', reason: 'no-base' })
  })

  test('goes into no sum: neither of its counts does, and the facility is counted as not reporting', () => {
    const sums = emptySums(onTime, month, month)
    for (const counts of [
      [17, 16],
      [9, 10],
      [8, 10],
      [10, 10],
    ] as const) {
      const measures = facility({ assess_done: counts[0], assess_due: counts[1] })
      addShare(sums, month, shareOf(onTime, measures, month, true), true)
    }
    const series = placeSeries(sums, 'country', [4])
    expect(figureAt(series, month)).toMatchObject({ numerator: 27, denominator: 30 })
    expect([series.reporting, series.expected]).toEqual([[3], [4]])
  })
})

test('more people than places is no contradiction: they are no part of them', () => {
  const occupancy = of('occupancy-rate')
  expect(isContradicted(occupancy, [180, 100])).toBe(false)
})

test('of no share of the catalogue that is tested as one is there a figure above its whole', () => {
  const shares = formulas.filter((one) => one.definition.statistics === 'wilson')
  const amounts = fc.array(fc.nat(40), { minLength: 6, maxLength: 6 })
  const draws = fc.array(amounts, { minLength: 20, maxLength: 20 })
  fc.assert(
    fc.property(fc.constantFrom(...shares), draws, (one, all) => {
      for (const drawn of all) {
        const counts = one.needs.map((_, at) => drawn[at] ?? 0)
        if (isContradicted(one, counts)) continue
        const figure = one.definition.compute(Object.fromEntries(one.needs.map(({ name }, at) => [name, counts[at]!])))
        if (figure.state !== 'counted' || figure.denominator === null) continue
        expect(figure.numerator).toBeLessThanOrEqual(figure.denominator)
        expect(figure.numerator).toBeGreaterThanOrEqual(0)
      }
    }),
    { numRuns: shares.length * 3 },
  )
})
