import { describe, expect, test } from 'vitest'
import { derivationOf, deriveMeasures } from '../../../server/domain/kernels/index.ts'
import { usualSettings } from '../../../server/domain/kernels/settings.ts'
import type { MeasureId } from '../../../server/domain/measures/index.ts'
import type { Rows } from './rows.ts'
import { allSent, asOf, march, recordsOf } from './small-prison.ts'

const measures: MeasureId[] = [
  'sol_in_place',
  'sol_starts',
  'sol_transfer_in',
  'sol_ended',
  'sol_persons',
  'sol_person_days',
]

/** February, March and April 2025 of prison A. */
function months(rows: Rows) {
  const window = { first: march - 1, months: 3 }
  const list = measures.map((id) => derivationOf(id)!)
  const made = deriveMeasures(recordsOf(rows), allSent, window, usualSettings, asOf, list)
  return Object.fromEntries(measures.map((id) => [id, [...(made.get(id)?.amounts ?? [])]]))
}

const stay = (from: string, to: string, more: object = {}) => ({
  stay_key: 's',
  person_key: 'p',
  custody_key: 'c',
  admitted_at: from,
  admission_kind: 'new_from_liberty',
  released_at: to,
  release_kind: 'end_of_sentence',
  ...more,
})
const placed = (from: string, to: string) => [
  {
    placement_id: 'x',
    stay_key: 's',
    kind: 'other',
    reason_code: 'other',
    start_at: from,
    end_at: to,
    hours_in_cell_planned: 23,
  },
]

describe('solitary that ends at a midnight ended with the day before it', () => {
  test.each([
    // Not in place at that midnight, no time in the month that begins, and so ended in the month of its last moment.
    ['at the midnight that ends March', '2025-03-21T00:00Z', '2025-04-01T00:00Z', [0, 0, 0], [0, 1, 0], [0, 11, 0]],
    ['a minute after it', '2025-03-21T00:01Z', '2025-04-01T00:01Z', [0, 1, 0], [0, 0, 1], [0, 11, 0]],
    ['a minute before it', '2025-03-20T23:59Z', '2025-03-31T23:59Z', [0, 0, 0], [0, 1, 0], [0, 11, 0]],
    ['at the midnight that ends February', '2025-02-20T00:00Z', '2025-03-01T00:00Z', [0, 0, 0], [1, 0, 0], [9, 0, 0]],
  ])('%s', (_what, from, to, inPlace, ended, days) => {
    const made = months({ stay: [stay('2025-01-02T10:00Z', '')], restrictive_placement: placed(from, to) })
    expect(made.sol_in_place).toEqual(inPlace)
    expect(made.sol_ended).toEqual(ended)
    expect(made.sol_person_days!.map(Math.round)).toEqual(days)
    // Who came into solitary and who left it make up who is in it, and nobody leaves it in a month without having been in it.
    for (const [at, now] of made.sol_in_place!.entries()) {
      const before = at === 0 ? 0 : made.sol_in_place![at - 1]!
      expect(before + made.sol_starts![at]! - made.sol_ended![at]!).toBe(now)
      expect(made.sol_ended![at]!).toBeLessThanOrEqual(made.sol_persons![at]!)
    }
  })

  test('who leaves at that moment, too, is held at the midnight and in solitary no more', () => {
    const stays = [stay('2025-01-02T10:00Z', '2025-04-01T00:00Z')]
    const made = months({ stay: stays, restrictive_placement: placed('2025-03-21T00:00Z', '2025-04-01T00:00Z') })
    expect([made.sol_in_place, made.sol_ended]).toEqual([
      [0, 0, 0],
      [0, 1, 0],
    ])
  })
})

test.each([
  ['at midnight', '2025-04-01T00:00Z'],
  ['in the night after it', '2025-04-01T02:00Z'],
])('who is moved on in solitary %s was still here when March ended', (_when, moved) => {
  const made = months({
    stay: [
      stay('2025-01-02T10:00Z', moved, { release_kind: 'transfer_out' }),
      stay(moved, '', { facility_id: 'B', stay_key: 'at-b', admission_kind: 'transfer_in' }),
    ],
    restrictive_placement: [
      ...placed('2025-03-21T00:00Z', moved),
      { ...placed(moved, '2025-04-05T00:00Z')[0]!, facility_id: 'B', placement_id: 'y', stay_key: 'at-b' },
    ],
  })
  expect(made.sol_in_place).toEqual([0, 1, 0])
  expect(made.sol_ended).toEqual([0, 0, 0])
})
