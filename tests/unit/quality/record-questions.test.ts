import { describe, expect, test } from 'vitest'
import { columnsBuilder } from '../../../server/domain/kernels/columns.ts'
import type { Coverage } from '../../../server/domain/kernels/coverage.ts'
import { usualSettings } from '../../../server/domain/kernels/settings.ts'
import { recordNotes } from '../../../server/domain/quality/event-notes.ts'
import { allSent, asOf, march } from '../kernels/small-prison.ts'

const hourMs = 3_600_000

/** Notes of March's questions about placements that began so many days apart, each of so many days and planned hours. */
function asked(
  placements: { begun: string; days: number; hours: number }[],
  coverage: Coverage = allSent,
  questions = 1,
) {
  const builder = columnsBuilder('A', 'UTC')
  placements.forEach(({ begun, days, hours }, at) => {
    builder.add('restrictive_placement', {
      id: `placement ${at}`,
      facility_id: 'A',
      placement_id: `x${at}`,
      stay_key: `s${at}`,
      start_at: begun,
      end_at: new Date(Date.parse(begun) + days * 24 * hourMs).toISOString(),
      hours_in_cell_planned: hours,
      recorded_at: begun,
    })
  })
  const around = { window: { first: march, months: 1 }, settings: usualSettings, asOf, asked: questions }
  return recordNotes(builder.done(), coverage, around)
    .filter(({ level }) => level === 'question')
    .map(({ checkId, subject, count, found, expected, probability }) => ({
      checkId,
      subject,
      count,
      found,
      expected,
      probability,
    }))
}

const many = (count: number, begun: string, days: number, hours = 16) =>
  Array.from({ length: count }, () => ({ begun, days, hours }))

describe('just under a limit, over the twelve months that end with the month', () => {
  test('placements that end on the fourteenth day, with how likely that is', () => {
    const [note] = asked([
      ...many(11, '2024-10-01T10:00Z', 14),
      ...many(3, '2025-03-02T10:00Z', 14),
      ...many(2, '2025-01-02T10:00Z', 16),
    ])
    expect(note).toMatchObject({
      checkId: 'just-under-a-limit',
      subject: 'restrictive_placement.end_at',
      count: 14,
      found: 14,
    })
    expect(note!.expected).toBeCloseTo(16 / 3)
    expect(note!.probability).toBeLessThan(0.001)
  })

  test('placements that are planned for 21.5 hours', () => {
    expect(asked(many(14, '2025-03-02T10:00Z', 3, 21.5))).toMatchObject([
      { checkId: 'just-under-a-limit', subject: 'restrictive_placement.hours_in_cell_planned', found: 14 },
    ])
  })

  test('not lengths that become rarer at a steady pace, nor a month that adds nothing to the year before', () => {
    const steady = [
      ...many(9, '2025-03-02T10:00Z', 12),
      ...many(7, '2025-03-02T10:00Z', 14),
      ...many(5, '2025-03-02T10:00Z', 16),
    ]
    expect(asked(steady)).toEqual([])
    expect(asked(many(14, '2024-10-01T10:00Z', 14))).toEqual([])
  })

  test('not what is rare for one question and not for all that are asked, nor of records that were not sent', () => {
    const placements = [...many(11, '2025-03-02T10:00Z', 14), ...many(2, '2025-03-02T10:00Z', 16)]
    expect(asked(placements).length).toBe(1)
    expect(asked(placements, allSent, 10_000)).toEqual([])
    const { restrictive_placement: _, ...without } = allSent
    expect(asked(placements, without)).toEqual([])
  })
})
