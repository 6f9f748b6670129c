import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formulaTexts } from '../../../server/domain/engine/catalogue-version.ts'
import { figureSeries, figuresAnew } from '../../../server/domain/engine/figure-series.ts'
import { formulasOf } from '../../../server/domain/engine/formulas.ts'
import { reachedMonths } from '../../../server/domain/engine/measure-change.ts'
import { shiftMonth } from '../../../server/domain/engine/place-shift.ts'
import { addShare, emptySums, placeSeries, shareOf } from '../../../server/domain/engine/place-sums.ts'
import type { Indicator } from '../../../server/domain/indicators/define.ts'
import { findIndicator } from '../../../server/domain/indicators/index.ts'
import { readingAt } from '../../../server/domain/indicators/reading.ts'
import { newestOf, versionAt } from '../../../server/domain/indicators/versions.ts'
import type { CellId } from '../../../server/domain/measures/index.ts'
import { monthIndex } from '../../../server/domain/period.ts'
import { figureAt, type MeasureSeries, stateCode } from '../../../server/domain/series.ts'
import { share } from '../../../server/domain/statistics/fraction.ts'

const [january, july] = [monthIndex('2025-01'), monthIndex('2025-07')]
const months = 12

/** People per certified place until June; from July on people per bed, with those in other places taken off. */
const first = { ...findIndicator('occupancy-rate')!, until: '2025-07' } as Indicator
const second = {
  ...first,
  version: 2,
  from: '2025-07',
  until: undefined,
  needs: { held: 'pop_closing', away: 'adm_all', places: 'cells_occupied' },
  compute: ({ held, away, places }: Record<string, number>) => share(held! - away!, places!),
  thresholds: [{ level: 'serious', above: 10, source: 'local-default' }],
  breakdowns: [],
} as unknown as Indicator
const changed = newestOf([first, second])[0]!

const lineOf = (definition: Indicator) => formulasOf([definition]).find(({ breakdown }) => breakdown === '')!

function counts(amounts: (number | null)[]): MeasureSeries {
  return {
    startMonth: january,
    amounts,
    states: amounts.map((amount) => stateCode(amount === null ? 'missing' : 'counted')),
    reasons: amounts.map((amount) => (amount === null ? 0 : -1)),
    // A sum cannot be moved when its worst grade went away; that is tested elsewhere.
    grades: amounts.map(() => 0),
  }
}

const each = (amount: number) => new Array<number>(months).fill(amount)
const cells = ['pop_closing', 'capacity_certified', 'adm_all', 'cells_occupied'] as const
const measuresOf = (all: readonly (number | null)[][]) =>
  new Map<CellId, MeasureSeries>(cells.map((cell, at) => [cell, counts(all[at]!)]))
const measures = measuresOf([each(90), each(100), each(10), each(40)])

const amounts = fc.array(fc.option(fc.integer({ min: 0, max: 400 }), { freq: 8 }), {
  minLength: months,
  maxLength: months,
})
const facility = fc.tuple(amounts, amounts, amounts, amounts).map(measuresOf)

describe('a definition that changed', () => {
  test('is one indicator, whose version goes by the month', () => {
    expect(newestOf([first, second]).map(({ version }) => version)).toEqual([2])
    expect(
      (['2020-01', '2025-06', '2025-07', '2030-01'] as const).map((at) => versionAt(changed, monthIndex(at))?.version),
    ).toEqual([1, 1, 2, 2])
  })

  test('makes the figures from its beginning on, and leaves the months before as they were', () => {
    const line = figureSeries(lineOf(changed), measures)!
    expect(figureAt(line, july - 1)).toMatchObject({ numerator: 90, denominator: 100 })
    expect(figureAt(line, july)).toMatchObject({ numerator: 80, denominator: 40 })
    const before = figureSeries(lineOf(first), measures)!
    expect(line.figures.slice(0, 6)).toEqual(before.figures.slice(0, 6))
  })

  test('asks in each month only for what its version needs', () => {
    const without = (cell: CellId) => new Map([...measures].filter(([id]) => id !== cell))
    const noBeds = figureSeries(lineOf(changed), without('cells_occupied'))!
    expect([july - 1, july].map((at) => figureAt(noBeds, at).state)).toEqual(['counted', 'missing'])
    const noPlaces = figureSeries(lineOf(changed), without('capacity_certified'))!
    expect([july - 1, july].map((at) => figureAt(noPlaces, at).state)).toEqual(['missing', 'counted'])
  })

  test('is judged by the thresholds of the month', () => {
    const line = figureSeries(lineOf(changed), measures)
    expect(readingAt(changed, line, july - 1).verdict.verdict).toBe('within')
    expect(readingAt(changed, line, july).verdict).toMatchObject({ verdict: 'concern', level: 'serious' })
  })

  test('does not apply before it began, nor after it ended, nor to a group that it does not know', () => {
    const ended = newestOf([{ ...second, until: '2025-10' } as Indicator])[0]!
    const line = figureSeries(lineOf(ended), measures)!
    expect([july - 1, july, july + 3].map((at) => figureAt(line, at).state)).toEqual([
      'not-applicable',
      'counted',
      'not-applicable',
    ])
    const group = formulasOf([changed]).find(({ breakdown }) => breakdown === 'sex:female')!
    const women = new Map<CellId, MeasureSeries>(group.needs.map(({ cell }) => [cell, counts(each(5))]))
    const ofWomen = figureSeries(group, women)!
    expect([july - 1, july].map((at) => figureAt(ofWomen, at).state)).toEqual(['counted', 'not-applicable'])
  })

  test('is another catalogue when a version, or its window, is another', () => {
    const later = newestOf([
      { ...first, until: '2025-08' },
      { ...second, from: '2025-08' },
    ] as Indicator[])[0]!
    const texts = [[first], [changed], [later]].map((all) => JSON.stringify(formulaTexts(formulasOf(all))))
    expect(new Set(texts).size).toBe(3)
  })
})

describe('the sums of a place', () => {
  const line = lineOf(changed)

  function sumOf(facilities: readonly ReadonlyMap<CellId, MeasureSeries>[], definition = changed) {
    const sums = emptySums(lineOf(definition), january, january + months - 1)
    for (const one of facilities)
      for (let at = january; at < january + months; at++) addShare(sums, at, shareOf(sums.formula, one, at, true), true)
    return placeSeries(sums, 'region', new Array<number>(months).fill(facilities.length))
  }

  test('are in each month the sums of its version alone', () => {
    fc.assert(
      fc.property(fc.array(facility, { minLength: 1, maxLength: 4 }), (facilities) => {
        const [made, old, now] = [changed, first, { ...second, from: undefined } as Indicator].map((one) =>
          sumOf(facilities, one),
        )
        for (let at = january; at < january + months; at++) {
          const alone = at < july ? old! : now!
          expect(figureAt(made!, at)).toEqual(figureAt(alone, at))
          expect(made!.reporting[at - january]).toBe(alone.reporting[at - january])
        }
      }),
    )
  })

  test('move by the difference to what they are made anew', () => {
    fc.assert(
      fc.property(facility, facility, facility, (stays, before, after) => {
        const moved = sumOf([stays, before])
        for (let at = 0; at < months; at++) {
          const shares = {
            before: shareOf(line, before, january + at, true),
            after: shareOf(line, after, january + at, true),
          }
          expect(shiftMonth(moved, line, 'region', at, shares)).toBe(true)
        }
        expect(sumOf([stays, after])).toEqual(moved)
      }),
    )
  })
})

test('a change of a count makes anew what any version reads of it', () => {
  fc.assert(
    fc.property(facility, fc.constantFrom(...cells), fc.nat(months - 1), (before, cell, place) => {
      const series = before.get(cell)!
      const after = new Map(before).set(cell, counts(series.amounts.with(place, 7)))
      const reached = reachedMonths(
        lineOf(changed),
        new Map([[cell, { first: january + place, last: january + place }]]),
      )!
      const kept = figureSeries(lineOf(changed), before)!
      expect(figuresAnew(lineOf(changed), after, kept, reached)).toEqual(figureSeries(lineOf(changed), after))
    }),
  )
})
