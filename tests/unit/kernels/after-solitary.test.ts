import { describe, expect, test } from 'vitest'
import { derivationOf, deriveMeasures } from '../../../server/domain/kernels/index.ts'
import { usualSettings } from '../../../server/domain/kernels/settings.ts'
import type { MeasureId } from '../../../server/domain/measures/index.ts'
import { marchOf } from './march.ts'
import type { Rows } from './rows.ts'
import { allSent, asOf, march, recordsOf, smallPrison } from './small-prison.ts'

function march2025(id: MeasureId, more: Rows): number | undefined {
  const rows = { ...smallPrison }
  for (const [record, list] of Object.entries(more))
    Object.assign(rows, { [record]: [...(rows[record as keyof Rows] ?? []), ...list] })
  const window = { first: march, months: 1 }
  return marchOf(deriveMeasures(recordsOf(rows), allSent, window, usualSettings, asOf, [derivationOf(id)!]), id)
}

const placed = (stay_key: string, from: string, to: string): Rows => ({
  restrictive_placement: [
    {
      placement_id: `${stay_key} ${from}`,
      stay_key,
      kind: 'other',
      reason_code: 'other',
      start_at: `${from}T00:00Z`,
      end_at: `${to}T00:00Z`,
      hours_in_cell_planned: 23,
    },
  ],
})

describe('who left for liberty soon after solitary', () => {
  // Eve left on 20 March: 30 days before is 18 February.
  test.each([
    ['2025-03-01', '2025-03-04', 1],
    ['2025-02-01', '2025-02-19', 1],
    ['2025-02-01', '2025-02-18', 0],
  ])('solitary from %s to %s: %d', (from, to, count) => {
    expect(march2025('sol_release_direct', placed('eve', from, to))).toBe(count)
  })
})

describe('help after solitary is due on the seventh day after eight days or more', () => {
  test.each([
    ['eight days that ended ten days before the end of March', '2025-03-13', '2025-03-21', 2],
    ['seven days', '2025-03-14', '2025-03-21', 1],
    ['eight days that ended too late in March', '2025-03-18', '2025-03-26', 1],
  ])('%s', (_what, from, to, count) => {
    expect(march2025('sol_support_due', placed('cy', from, to))).toBe(count)
  })
})

test('people held for debt are not with people held for an offence, in one unit', () => {
  const civil = { legal_status_spell: [{ stay_key: 'cy', status: 'civil', start_on: '2025-02-01' }] }
  expect(march2025('civil_with_criminal', civil)).toBe(1)
})

test('a month without its sheet of staff has no figure, and is not a prison without staff', () => {
  const window = { first: march - 1, months: 1 }
  const made = deriveMeasures(recordsOf(smallPrison), allSent, window, usualSettings, asOf)
  expect(made.get('staff_total_fte')).toEqual({ amounts: Float64Array.of(Number.NaN), reasons: ['no-base'] })
})
