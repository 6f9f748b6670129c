import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Going } from '../../../server/domain/retention/going.ts'
import { shownGoing, shownRuns } from '../../../server/domain/retention/shown.ts'

type Cell = [facility: string, record: Going['recordId'], rows: number]
const goingOf = (cells: readonly Cell[]): Going[] =>
  cells.map(([facilityId, recordId, rows]) => ({ facilityId, recordId, rows, sha256: '' }))
const shown = (cells: readonly Cell[]) => shownGoing({ persons: 9, going: goingOf(cells) }, String, String)
const pairs = (rows: readonly { name: string; rows: number | null }[]) => rows.map((row) => [row.name, row.rows])

describe('what goes is told by facility and by record type', () => {
  test('as it is where every count is large', () => {
    const { facilities, records } = shown([
      ['a', 'stay', 30],
      ['b', 'stay', 20],
      ['b', 'complaint', 7],
    ])
    expect(pairs(facilities)).toEqual([
      ['a', 30],
      ['b', 27],
    ])
    expect(pairs(records)).toEqual([
      ['complaint', 7],
      ['stay', 50],
    ])
  })

  test('a small count takes the next larger with it: its list and the other have the same sum', () => {
    const { facilities, records } = shown([
      ['a', 'stay', 30],
      ['b', 'stay', 20],
      ['c', 'stay', 3],
    ])
    expect(pairs(facilities)).toEqual([
      ['a', 30],
      ['b', null],
      ['c', null],
    ])
    expect(pairs(records)).toEqual([['stay', 53]])
  })

  test('no count at all where the sum would give every one of them', () => {
    // Five with one each: whoever knows the sum of five knows each.
    const each = ['a', 'b', 'c', 'd', 'e'].map((facility): Cell => [facility, 'stay', 1])
    const { facilities, records } = shown(each)
    expect([...facilities, ...records].map(({ rows }) => rows)).toEqual(Array(6).fill(null))
    const [run] = shownRuns([
      { runId: 'r', at: new Date(0), termMonths: 24, persons: 5, going: goingOf(each), end: 'whole' },
    ])
    expect(run).toMatchObject({ persons: 5, rows: null })
  })

  test('a single small count, which is the sum itself, is told nowhere', () => {
    const { facilities, records, persons } = shownGoing(
      { persons: 2, going: goingOf([['a', 'stay', 3]]) },
      String,
      String,
    )
    expect([facilities[0]!.rows, records[0]!.rows, persons]).toEqual([null, null, null])
  })
})

/** Whether a hidden count of a list could be any of 1 to 4, as far as its reader can tell who knows the sum of the list. */
function couldBeAny(rows: readonly { rows: number | null }[], sum: number | null): boolean {
  const hidden = rows.filter((row) => row.rows === null).length
  if (hidden === 0 || sum === null) return true
  const left = sum - rows.reduce((all, row) => all + (row.rows ?? 0), 0)
  // One of them is any of 1 to 4, and the others share what is left, at least one each.
  return hidden >= 2 && [1, 2, 3, 4].every((one) => left - one >= hidden - 1)
}

test('whatever goes: nobody who adds and takes away finds a count below five', () => {
  const cell = fc.tuple(
    fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    fc.constantFrom(...(['stay', 'complaint', 'incident', 'absence', 'assessment'] as const)),
    fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 60 })),
  )
  const property = fc.property(fc.uniqueArray(cell, { minLength: 1, selector: ([a, b]) => `${a} ${b}` }), (cells) => {
    const { facilities, records } = shown(cells as Cell[])
    const [run] = shownRuns([
      { runId: 'r', at: new Date(0), termMonths: 24, persons: 9, going: goingOf(cells as Cell[]), end: 'whole' },
    ])
    const whole = [facilities, records].find((rows) => rows.every((row) => row.rows !== null))
    const sum = run!.rows ?? whole?.reduce((all, row) => all + row.rows!, 0) ?? null
    expect(couldBeAny(facilities, sum) && couldBeAny(records, sum)).toBe(true)
    for (const { rows } of [...facilities, ...records]) expect(rows === null || rows >= 5).toBe(true)
  })
  fc.assert(property, { numRuns: 500 })
})

test('a run is made of its pieces, and says how it ended', () => {
  const [first, second] = [new Date('2025-01-01'), new Date('2025-01-02')]
  const going = goingOf([
    ['a', 'stay', 6],
    ['b', 'stay', 9],
  ])
  const piece = { runId: 'one', termMonths: 24, persons: 6, going, end: null }
  expect(
    shownRuns([
      { ...piece, at: second, end: 'whole', persons: 0, going: [] },
      { ...piece, at: first },
      { ...piece, runId: 'other', at: first },
    ]),
  ).toEqual([
    { id: 'one', at: second, termMonths: 24, persons: 6, rows: 15, end: 'whole' },
    { id: 'other', at: first, termMonths: 24, persons: 6, rows: 15, end: null },
  ])
})
