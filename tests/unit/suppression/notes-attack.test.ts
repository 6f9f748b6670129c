import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CellId, type MeasureId, measures } from '../../../server/domain/measures/index.ts'
import { monthIndex } from '../../../server/domain/period.ts'
import { returnNotes } from '../../../server/domain/quality/return-notes.ts'
import { shownQuality } from '../../../server/domain/quality/shown-quality.ts'
import { silenceNotes } from '../../../server/domain/quality/silences.ts'
import { type MeasureSeries, stateCode } from '../../../server/domain/series.ts'
import { blockOf } from '../../../server/domain/suppression/blocks.ts'
import { personalMeasures } from '../../../server/domain/suppression/sensitive.ts'

/**
 * A note must not give back what is withheld. Whoever is shown the same notes whichever of 1 to 4 a withheld count is, learns
 * nothing of it: neither from what a note says nor from there being one.
 */
const now = monthIndex('2025-06')

/** Measures that checks hold against each other: wholes, parts, and what stands in the same sums. */
const totals = measures.filter(({ kind }) => kind === 'count').map(({ id }) => id)

function facility(before: Record<string, number>, current: Record<string, number>) {
  const counted = stateCode('counted')
  return {
    certificates: [],
    open: [],
    cells: totals.map((cell) => ({
      cell: cell as CellId,
      months: [now - 1, now],
      states: [counted, counted],
      amounts: [before[cell]!, current[cell]!],
    })),
  }
}

function seenByMinistry(secret: MeasureId, before: Record<string, number>, current: Record<string, number>) {
  const block = blockOf(secret)!.id
  const notes = returnNotes(facility(before, current), now, 1)
  return shownQuality({ notes, withheld: [block], everWithheld: [block], both: [], returnedAt: null }, 'protected')
    .notes
}

// Small numbers, so that a part often is more than a whole.
const small = fc.integer({ min: 0, max: 9 })
const shownBefore = fc.constantFrom(0, 5, 6, 7, 8, 9)
const country = fc.record({
  secret: fc.constantFrom(...personalMeasures.filter((id) => blockOf(id))),
  was: shownBefore,
  before: fc.array(small, { minLength: totals.length, maxLength: totals.length }),
  current: fc.array(small, { minLength: totals.length, maxLength: totals.length }),
})
const named = (values: readonly number[]) => Object.fromEntries(totals.map((id, at) => [id, values[at]!]))

test('the notes of a month are the same whichever small number a withheld count is', () => {
  fc.assert(
    fc.property(country, ({ secret, was, before, current }) => {
      const then = { ...named(before), [secret]: was }
      const told = [1, 2, 3, 4].map((count) => seenByMinistry(secret, then, { ...named(current), [secret]: count }))
      for (const one of told) expect(one).toEqual(told[0])
    }),
    { numRuns: 300 },
  )
})

test('what a silence is held against gives no withheld month back, however long ago', () => {
  const months = 40
  const series = (amounts: number[]): MeasureSeries => ({
    startMonth: now - months + 1,
    states: amounts.map(() => stateCode('counted')),
    reasons: amounts.map(() => -1),
    grades: amounts.map(() => 3),
    amounts,
  })
  const quiet = (count: number) =>
    new Map([
      ['complaints_received', series([count, ...Array(27).fill(9), ...Array(12).fill(0)])],
      ['person_days', series(Array(months).fill(9000))],
    ])
  const notes = [1, 4].map((count) =>
    silenceNotes(quiet(count), { complaints_received: { rate: 0.001, spread: 0 } }, now, 1),
  )
  // What was expected tells the two apart.
  expect(notes[0]![0]!.expected).not.toBe(notes[1]![0]!.expected)
  const told = notes.map(
    (all) =>
      shownQuality(
        { notes: all, withheld: [], everWithheld: [blockOf('complaints_received')!.id], both: [], returnedAt: null },
        'protected',
      ).notes,
  )
  expect(told).toEqual([[], []])
})
