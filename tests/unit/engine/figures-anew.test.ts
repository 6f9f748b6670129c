import fc from 'fast-check'
import { expect, test } from 'vitest'
import { figureSeries, figuresAnew } from '../../../server/domain/engine/figure-series.ts'
import { formulas } from '../../../server/domain/engine/formulas.ts'
import { changedMonths, reachedMonths } from '../../../server/domain/engine/measure-change.ts'
import type { CellId } from '../../../server/domain/measures/index.ts'
import { type MeasureSeries, stateCode } from '../../../server/domain/series.ts'

const [first, length] = [24_276, 30]

/** A month's value: a count, or one of the ways in which there is none. */
const value = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 0, max: 50 }).map((amount) => ({ amount, state: 'counted' as const })) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('missing', 'nothing-to-report', 'not-applicable')
      .map((state) => ({ amount: null, state })),
  },
)

function seriesOf(values: readonly { amount: number | null; state: string }[]): MeasureSeries {
  return {
    startMonth: first,
    amounts: values.map((one) => one.amount),
    states: values.map((one) => stateCode(one.state as 'counted')),
    reasons: values.map((one) => (one.state === 'missing' ? 0 : -1)),
    grades: values.map((one) => (one.state === 'missing' ? 0 : 3)),
  }
}

/** One formula of each window of months. */
const windows = [...new Map(formulas.map((formula) => [formula.definition.months ?? 1, formula])).values()]

test.each(windows.map((formula) => [formula.definition.months ?? 1, formula.definition.id, formula] as const))(
  'over %i months (%s): made anew in the months that a change reaches, it is the series made whole',
  (_months, _id, formula) => {
    const cells = [...new Set(formula.needs.map((need) => need.cell))]
    const counts = fc.tuple(...cells.map(() => fc.array(value, { minLength: length, maxLength: length })))
    const change = fc.record({ cell: fc.nat(cells.length - 1), place: fc.nat(length - 1), value })
    fc.assert(
      fc.property(counts, fc.array(change, { minLength: 1, maxLength: 3 }), (before, changes) => {
        const after = before.map((values) => [...values])
        for (const { cell, place, value: now } of changes) after[cell]![place] = now
        const measures = (all: typeof before) =>
          new Map<CellId, MeasureSeries>(cells.map((cell, at) => [cell, seriesOf(all[at]!)]))
        const [was, is] = [measures(before), measures(after as typeof before)]
        const changed = new Map(
          cells.flatMap((cell) => {
            const span = changedMonths(was.get(cell), is.get(cell)!)
            return span ? [[cell, span] as const] : []
          }),
        )
        const months = reachedMonths(formula, changed)
        const kept = figureSeries(formula, was)!
        const made = months ? figuresAnew(formula, is, kept, months) : kept
        expect(made).toEqual(figureSeries(formula, is))
        expect(kept).toEqual(figureSeries(formula, was))
      }),
    )
  },
)
