import { describe, expect, test } from 'vitest'
import { dayNumber } from '../../../server/domain/kernels/columns.ts'
import { deriveMeasures } from '../../../server/domain/kernels/index.ts'
import { usualSettings } from '../../../server/domain/kernels/settings.ts'
import { touchedMonths } from '../../../server/domain/kernels/touched.ts'
import { type Month, monthIndex } from '../../../server/domain/period.ts'
import type { RecordId } from '../../../server/domain/records/index.ts'
import { allSent, asOf, january, recordsOf, smallPrison } from './small-prison.ts'

const today = dayNumber('2025-06-10')

test.each([
  ['force_use', '2025-03-07', '2025-03-07', '2025-03', '2025-03'],
  ['contact_event', '2025-01-05', '2025-01-05', '2025-01', '2025-04'],
  ['contact_event', '2025-05-05', '2025-05-05', '2025-05', '2025-06'],
  ['restrictive_placement', '2025-03-01', '2025-03-20', '2025-02', '2025-06'],
  ['placement_day', '2025-03-10', '2025-03-20', '2025-03', '2025-06'],
] as [RecordId, string, string, Month, Month][])('%s of %s to %s touches %s to %s', (record, first, last, from, to) => {
  const span = { first: dayNumber(first), last: dayNumber(last) }
  expect(touchedMonths(record, span, usualSettings, today)).toEqual({ first: monthIndex(from), last: monthIndex(to) })
})

describe('no month outside those touched changes when a record is taken away', () => {
  const window = { first: january - 3, months: 8 }
  const derive = (rows: typeof smallPrison) => deriveMeasures(recordsOf(rows), allSent, window, usualSettings, asOf)
  const whole = derive(smallPrison)

  test.each([
    ['contact_event', 0, '2025-03-05', '2025-03-05'],
    ['complaint', 2, '2025-03-30', '2025-03-30'],
    ['force_use', 0, '2025-03-07', '2025-03-07'],
    ['restrictive_placement', 1, '2025-03-13', '2025-03-20'],
    ['followup', 0, '2024-12-10', '2025-03-12'],
    ['health_request', 0, '2025-03-10', '2025-03-12'],
  ] as [RecordId, number, string, string][])('%s %d', (record, place, first, last) => {
    const rows = smallPrison[record]!.filter((_, row) => row !== place)
    const less = derive({ ...smallPrison, [record]: rows })
    const { first: from, last: to } = touchedMonths(
      record,
      { first: dayNumber(first), last: dayNumber(last) },
      usualSettings,
      today,
    )
    const changed = [...whole].flatMap(([cell, { amounts }]) =>
      [...amounts].flatMap((amount, month) =>
        Object.is(amount, less.get(cell)?.amounts[month] ?? 0) ? [] : [window.first + month],
      ),
    )
    expect(changed.length).toBeGreaterThan(0)
    expect(changed.filter((month) => month < from || month > to)).toEqual([])
  })
})
