import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { derivationOf, derivations, deriveMeasures } from '../../../server/domain/kernels/index.ts'
import { usualSettings } from '../../../server/domain/kernels/settings.ts'
import { findMeasure, type MeasureId } from '../../../server/domain/measures/index.ts'
import { findRecord } from '../../../server/domain/records/index.ts'
import { allCells, marchOf } from './march.ts'
import { februaryFigures, marchFigures } from './march-figures.ts'
import { allSent, asOf, january, march, recordsOf, smallPrison } from './small-prison.ts'

const derive = (rows = smallPrison, window = { first: march, months: 1 }) =>
  deriveMeasures(recordsOf(rows), allSent, window, usualSettings, asOf)

describe('every derivation', () => {
  test.each(derivations.map((entry) => [entry.measure, entry] as const))(
    '%s: its measure and records exist',
    (id, entry) => {
      expect(findMeasure(id)?.place).toBe('facility')
      expect(entry.needs.map((need) => findRecord(need)?.madeOf.includes('events'))).toEqual(
        entry.needs.map(() => true),
      )
      expect(derivations.filter(({ measure }) => measure === id)).toEqual([entry])
    },
  )

  test('has its worked figure', () => {
    expect(derivations.map(({ measure }) => measure).filter((id) => !(id in marchFigures))).toEqual([])
  })
})

test.each(Object.entries(marchFigures) as [MeasureId, number][])('%s of March is %d', (id, figure) => {
  expect(marchOf(derive(), id)).toBeCloseTo(figure, 9)
})

test.each(Object.entries(februaryFigures) as [MeasureId, number][])('%s of February is %d', (id, figure) => {
  expect(derive(smallPrison, { first: march - 1, months: 1 }).get(id)?.amounts[0]).toBe(figure)
})

describe('what is not sent is missing, with its reason, and never nought', () => {
  const cases = derivations.flatMap(({ measure, needs }) => needs.map((need) => [measure, need] as const))

  test.each(cases)('%s without %s', (measure, need) => {
    const { [need]: _left, ...sent } = allSent
    const only = [derivationOf(measure)!]
    const made = deriveMeasures(recordsOf(smallPrison), sent, { first: march, months: 1 }, usualSettings, asOf, only)
    expect(made.get(measure)).toEqual({ amounts: Float64Array.of(Number.NaN), reasons: ['records-not-sent'] })
  })

  test('records that begin in March do not know the 90 days before; those of the month itself are counted', () => {
    const sent = { ...allSent, contact_event: [{ from: march }] }
    const made = deriveMeasures(recordsOf(smallPrison), sent, { first: march - 1, months: 5 }, usualSettings, asOf)
    expect(made.get('persons_visited_90d')?.reasons).toEqual([
      'records-not-sent',
      'records-too-short',
      'records-too-short',
      undefined,
      'late',
    ])
    expect(made.get('visits_done')?.reasons).toEqual(['records-not-sent', undefined, undefined, undefined, 'late'])
  })

  test('a breakdown needs the records that tell the groups apart; the whole does not', () => {
    const { person: _left, ...sent } = allSent
    const made = deriveMeasures(recordsOf(smallPrison), sent, { first: march, months: 1 }, usualSettings, asOf)
    expect(marchOf(made, 'pop_closing')).toBe(4)
    expect([...made.keys()].filter((cell) => cell.startsWith('pop_closing@sex'))).toEqual([])
  })

  test('without a certificate in force no day is over capacity, and none is under it', () => {
    const made = derive({ ...smallPrison, capacity_certificate: [] })
    expect(made.get('days_over_capacity')).toEqual({ amounts: Float64Array.of(Number.NaN), reasons: ['no-base'] })
  })

  test('where everything is sent and nothing happened, nothing is a count', () => {
    expect(marchOf(derive({}), 'force_uses')).toBe(0)
  })
})

describe('the groups of a breakdown', () => {
  const made = derive()

  test.each([
    ['pop_closing@sex:female', 1],
    ['pop_closing@age_group:under_18', 1],
    ['pop_closing@legal_status:sentenced_final', 2],
    ['pop_closing@legal_status:other', 1],
    ['pop_closing@special_group:pregnant', 1],
    ['pop_closing@sex_x_legal_status:male_x_pretrial', 1],
    ['person_days@legal_status:pretrial', 39],
    ['sol_person_days@sex:female', 18],
    ['complaints_received@sex:other_or_unspecified', 1],
  ] as const)('%s is %d', (cell, figure) => {
    expect(made.get(cell)?.amounts[0]).toBe(figure)
  })

  test('add up to the whole, but for special groups, to which one may belong or not', () => {
    for (const { measure } of derivations) {
      const { breakdowns } = findMeasure(measure)!
      for (const dimension of breakdowns.filter((name) => name !== 'special_group')) {
        const groups = [...made].filter(([cell]) => cell.startsWith(`${measure}@${dimension}:`))
        const sum = groups.reduce((total, [, { amounts }]) => total + amounts[0]!, 0)
        expect([measure, dimension, sum]).toEqual([
          measure,
          dimension,
          expect.closeTo(made.get(measure)!.amounts[0]!, 9),
        ])
      }
    }
  })
})

test('any order of rows gives the same bytes', () => {
  const known = allCells(derive())
  fc.assert(
    fc.property(fc.infiniteStream(fc.nat()), (chance) => {
      const shuffled = Object.entries(smallPrison).map(([recordId, rows]) => [
        recordId,
        rows
          .map((row) => ({ row, by: chance.next().value as number }))
          .sort((a, b) => a.by - b.by)
          .map(({ row }) => row),
      ])
      expect(allCells(derive(Object.fromEntries(shuffled)))).toEqual(known)
    }),
    { numRuns: 50 },
  )
})

test('a month alone gives the same as the month in a longer window', () => {
  const [first, months] = [january - 2, 7]
  const whole = derive(smallPrison, { first, months })
  for (let place = 0; place < months; place++) {
    const alone = derive(smallPrison, { first: first + place, months: 1 })
    for (const [cell, { amounts, reasons }] of whole) {
      const one = alone.get(cell)
      // A group that is left out had nobody in it.
      expect([cell, place, one?.amounts[0] ?? 0, one?.reasons[0]]).toEqual([
        cell,
        place,
        amounts[place],
        one && reasons[place],
      ])
    }
  }
})
