import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Column, returnColumns } from '../../../seeds/synthetic/columns.ts'
import { facilities } from '../../../seeds/synthetic/facilities.ts'
import { columnsOfPart, type DrawnReturn, drawReturns, parts } from '../../../seeds/synthetic/returns.ts'
import { fillIn } from '../../../seeds/synthetic/sections/index.ts'
import type { Answer } from '../../../seeds/synthetic/sheet.ts'
import { partChecks } from '../../../server/domain/imports/part-checks.ts'
import type { Month } from '../../../server/domain/period.ts'
import { daysIn } from '../../../server/domain/period.ts'

const columns = returnColumns('all')
const checkParts = partChecks(columns.map((column) => column.name))
const last: Month = '2024-06'

/** Four months of the thirty facilities before any scenario that files otherwise, drawn with some seed. */
function returnsOf(seed: number, first: Month = '2024-03') {
  return [...drawReturns({ seed, facilities, first, last })].map(readable)
}

function readable(drawn: DrawnReturn) {
  // Asked of the sheet itself: what a facility keeps silent about is still drawn.
  const sheet = fillIn(drawn.at)
  const values = columns.map((column) => sheet.answer(column))
  const byName = new Map(columns.map((column, at) => [column.name, values[at]]))
  const number = (name: string) => {
    const value = byName.get(name)
    return typeof value === 'number' ? value : 0
  }
  return { ...drawn, values, number, place: `${drawn.at.facility.key} ${drawn.at.month}` }
}

function isAnswer(value: Answer | undefined, { measure }: Column): boolean {
  if (typeof value !== 'number') return value === 'n/a' || value === 'none'
  return value >= 0 && (measure.kind === 'number' || Number.isInteger(value))
}

const anySeed = fc.integer({ min: 0, max: 2 ** 31 })

describe('whatever the seed', () => {
  const check = (holds: (returns: ReturnType<typeof returnsOf>) => void) =>
    fc.assert(
      fc.property(anySeed, (seed) => holds(returnsOf(seed, '2024-05'))),
      // The first was found wrong once: one person was in solitary twice at the same time.
      { numRuns: 4, examples: [[1644788359]] },
    )

  test('every column of every return is answered, counts in whole numbers', () => {
    check((returns) => {
      const faults = returns.flatMap(({ values, place }) =>
        values.flatMap((value, at) =>
          isAnswer(value, columns[at]!) ? [] : [`${place} ${columns[at]!.name}: ${value}`],
        ),
      )
      expect(faults).toEqual([])
    })
  })

  test('no part is larger than its whole, by the checks of the import', () => {
    check((returns) => {
      for (const { values, place } of returns) {
        const fault = checkParts(values.map((value) => (typeof value === 'number' ? value : Number.NaN)))
        expect(fault, place).toBeUndefined()
      }
    })
  })

  test('who was there, plus who came, less who left, is who is there; and next month opens with them', () => {
    check((returns) => {
      const before = new Map<string, number>()
      for (const { number, at, place } of returns) {
        const came = number('adm_new') + number('adm_transfer_in') + number('adm_return_escape')
        const left = ['rel_liberty', 'rel_transfer_out', 'escapes', 'deaths_custody'].map(number)
        const gone = left.reduce((sum, one) => sum + one, 0)
        expect(number('pop_opening') + came - gone, place).toBe(number('pop_closing'))
        expect(number('pop_opening'), place).toBe(before.get(at.facility.key) ?? number('pop_opening'))
        before.set(at.facility.key, number('pop_closing'))
      }
    })
  })

  test('over the country, as many are transferred in as out', () => {
    check((returns) => {
      const total = (name: string) => returns.reduce((sum, { number }) => sum + number(name), 0)
      expect(total('adm_transfer_in')).toBe(total('rel_transfer_out'))
    })
  })

  test('the groups of each dimension add up to their total', () => {
    check((returns) => {
      for (const { number, place } of returns) {
        for (const dimension of ['sex', 'age_group', 'legal_status', 'nationality_group', 'sex_x_legal_status']) {
          const groups = columns.filter(
            (column) => column.dimension === dimension && column.measure.id === 'pop_closing',
          )
          expect(
            groups.reduce((sum, column) => sum + number(column.name), 0),
            `${place} ${dimension}`,
          ).toBe(number('pop_closing'))
        }
      }
    })
  })

  test('days, peaks and solitary agree with each other', () => {
    check((returns) => {
      for (const { number, at, place } of returns) {
        expect(number('pop_peak'), place).toBeGreaterThanOrEqual(number('pop_closing'))
        expect(number('person_days'), place).toBeLessThanOrEqual(number('pop_peak') * daysIn(at.month))
        expect(number('sol_over15') > 0, place).toBe(number('sol_longest_days') > 15)
        const bands = ['upto_3d', '4_7d', '8_15d', 'over_15d'].map((band) => number(`sol_ended_${band}`))
        expect(
          bands.reduce((sum, one) => sum + one, 0),
          place,
        ).toBe(number('sol_ended'))
        const waits = ['upto_90d', '91_180d', '181_365d', 'over_365d'].map((band) => number(`pretrial_${band}`))
        expect(
          waits.reduce((sum, one) => sum + one, 0),
          place,
        ).toBe(number('pretrial_closing'))
      }
    })
  })
})

test('the same number gives the same country, another number another', () => {
  const answers = (seed: number) => returnsOf(seed, '2024-05').map(({ values }) => values)
  expect(answers(7)).toEqual(answers(7))
  expect(answers(7)).not.toEqual(answers(8))
})

test('each column of the return stands in exactly one part of it', () => {
  const names = parts.flatMap((part) => columnsOfPart(part).map((column) => column.name))
  expect([...names].sort()).toEqual(columns.map((column) => column.name).sort())
})

test('people who cannot be there are not applicable, and not nought', () => {
  const [first] = returnsOf(7, last).filter(({ at }) => at.facility.kind === 'closed')
  const value = (name: string) => first!.values[columns.findIndex((column) => column.name === name)]
  expect(value('pregnant_closing')).toBe('n/a')
  expect(value('persons_visited_90d@sex:female')).toBe('n/a')
  expect(value('pop_closing@age_group:under_18')).toBe('n/a')
  // Nobody of that sex is held: that is counted.
  expect(value('pop_closing@sex:female')).toBe(0)
})
