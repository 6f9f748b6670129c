import { expect, test } from 'vitest'
import type { Going } from '../../../server/domain/retention/going.ts'
import { shownGoing, shownRuns } from '../../../server/domain/retention/shown.ts'

const going: Going[] = [
  { facilityId: 'a', recordId: 'stay', rows: 3, sha256: '' },
  { facilityId: 'a', recordId: 'complaint', rows: 4, sha256: '' },
  { facilityId: 'b', recordId: 'stay', rows: 2, sha256: '' },
]

test('what goes is told by facility and by record type, and a small count only as such', () => {
  expect(shownGoing({ persons: 4, going }, String, String)).toEqual({
    persons: null,
    isNothing: false,
    facilities: [
      { name: 'a', rows: 7 },
      { name: 'b', rows: null },
    ],
    records: [
      { name: 'complaint', rows: null },
      { name: 'stay', rows: 5 },
    ],
  })
})

test('a run is made of its pieces, and says how it ended', () => {
  const [first, second] = [new Date('2025-01-01'), new Date('2025-01-02')]
  const piece = { runId: 'one', termMonths: 24, persons: 6, going, end: null }
  expect(
    shownRuns([
      { ...piece, at: second, end: 'whole', persons: 0, going: [] },
      { ...piece, at: first },
      { ...piece, runId: 'other', at: first },
    ]),
  ).toEqual([
    { id: 'one', at: second, termMonths: 24, persons: 6, rows: 9, end: 'whole' },
    { id: 'other', at: first, termMonths: 24, persons: 6, rows: 9, end: null },
  ])
})
