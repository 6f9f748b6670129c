import { describe, expect, test } from 'vitest'
import { type Column, returnColumns } from '../../../seeds/synthetic/columns.ts'
import { demonstrationPlan } from '../../../seeds/synthetic/demonstration-files.ts'
import { drawReturns } from '../../../seeds/synthetic/returns.ts'
import { scenarios } from '../../../seeds/synthetic/scenarios.ts'
import { addMonths, type Month, monthsFrom } from '../../../server/domain/period.ts'

const columns = new Map<string, Column>(returnColumns('all').map((column) => [column.name, column]))
const drawn = new Map(
  [...drawReturns(demonstrationPlan)].map((one) => [`${one.at.facility.key} ${one.at.month}`, one] as const),
)

function value(key: string, month: Month, name: string): number {
  const answer = drawn.get(`${key} ${month}`)!.answer(columns.get(name)!)
  return typeof answer === 'number' ? answer : Number.NaN
}

function values(key: string, from: Month, to: Month, name: string): number[] {
  return monthsFrom(from, to).map((month) => value(key, month, name))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

/** One part of another over a stretch of months. */
function ratio(key: string, from: Month, to: Month, part: string, whole: string): number {
  return sum(values(key, from, to, part)) / sum(values(key, from, to, whole))
}

/** What a reader must be able to see in the figures, for each scenario. */
const marks: Record<string, () => void> = {
  decline: () => {
    const held = (month: Month) => value('KEL-01', month, 'pop_closing') / value('KEL-01', month, 'staff_custodial_fte')
    expect(held('2026-02')).toBeGreaterThan(1.3 * held('2024-10'))
    const hours = (from: Month, to: Month) => ratio('KEL-01', from, to, 'out_of_cell_hours_sum', 'person_days')
    expect(hours('2025-12', '2026-02')).toBeLessThan(0.65 * hours('2024-03', '2024-05'))
    expect(sum(values('KEL-01', '2025-09', '2026-02', 'assaults_pp'))).toBeGreaterThan(
      1.4 * sum(values('KEL-01', '2023-09', '2024-02', 'assaults_pp')),
    )
  },
  'clock-reset': () => {
    for (const key of ['OST-01', 'OST-02']) {
      // Whoever was past the line when it began has left by autumn.
      expect(values(key, '2024-09', '2026-02', 'sol_over15')).toEqual(Array(18).fill(0))
      expect(
        values(key, '2024-09', '2026-02', 'sol_longest_days').filter((days) => days === 15).length,
      ).toBeGreaterThan(12)
    }
  },
  'too-quiet': () => {
    const quiet = ['assaults_pp', 'self_harm_events', 'force_uses', 'complaints_received', 'disc_cases']
    for (const name of quiet) expect(sum(values('SUL-01', '2025-03', '2026-02', name)), name).toBe(0)
    // Four a month were usual, so that a year of noughts is no luck.
    expect(sum(values('SUL-01', '2024-03', '2025-02', 'assaults_pp'))).toBeGreaterThan(24)
  },
  'copied-forward': () => {
    const all = [...columns.keys()]
    const said = (month: Month) => all.map((name) => drawn.get(`TIR-03 ${month}`)!.answer(columns.get(name)!))
    for (const month of monthsFrom('2025-09', '2025-12')) expect(said(month)).toEqual(said('2025-08'))
    expect(value('TIR-03', '2025-09', 'pop_opening')).not.toBe(value('TIR-03', '2025-08', 'pop_closing'))
    expect(said('2026-01')).not.toEqual(said('2025-12'))
  },
  'capacity-without-area': () => {
    const full = (month: Month) => value('TIR-01', month, 'pop_closing') / value('TIR-01', month, 'capacity_certified')
    expect(full('2025-06')).toBeGreaterThan(1)
    expect(full('2025-08')).toBeLessThan(1)
    const cramped = (from: Month, to: Month) => ratio('TIR-01', from, to, 'persons_below_4m2', 'pop_closing')
    expect(cramped('2025-07', '2026-02')).toBeGreaterThan(0.6 * cramped('2024-07', '2025-06'))
  },
  'late-return': () => expect(drawn.get('OST-04 2026-01')!.filing?.filing).toBe('late'),
  'missing-return': () => expect(drawn.get('QUE-04 2026-02')!.filing?.filing).toBe('never'),
  'gap-in-the-past': () => {
    for (const month of ['2024-07', '2024-08'] as const)
      expect(drawn.get(`TIR-04 ${month}`)!.filing?.filing).toBe('never')
  },
  'real-outlier': () => {
    for (const name of ['assaults_pp', 'force_uses', 'unit_days_lockdown', 'rel_transfer_out']) {
      const usual = Math.max(...values('DOR-02', '2025-03', '2025-09', name))
      expect(value('DOR-02', '2025-10', name), name).toBeGreaterThan(1.5 * usual)
    }
  },
  'small-and-extreme': () => {
    const rates = ['DOR-05', 'KEL-05', 'SUL-05', 'QUE-03'].map((key) =>
      Math.max(
        ...monthsFrom('2025-03', '2026-02').map(
          (month) => value(key, month, 'persons_no_contact_90d') / value(key, month, 'persons_present_90d'),
        ),
      ),
    )
    const country = [...drawn.values()].filter(({ at }) => at.month >= '2025-03' && at.facility.kind === 'closed')
    const shares = country.map(
      ({ at }) =>
        value(at.facility.key, at.month, 'persons_no_contact_90d') /
        value(at.facility.key, at.month, 'persons_present_90d'),
    )
    expect(Math.max(...rates)).toBeGreaterThan(3 * (sum(shares) / shares.length))
  },
  'disparity-women': () => {
    const hours = (sex: string) =>
      ratio('KEL-03', '2025-03', '2026-02', `purposeful_hours@sex:${sex}`, `pop_closing@sex:${sex}`)
    expect(hours('female')).toBeLessThan(0.5 * hours('male'))
  },
  'disparity-foreign': () => {
    const visited = (group: string) =>
      ratio(
        'KEL-02',
        '2025-03',
        '2026-02',
        `persons_visited_90d@nationality_group:${group}`,
        `persons_present_90d@nationality_group:${group}`,
      )
    expect(visited('foreign_non_resident')).toBeLessThan(0.3 * visited('national'))
  },
  'just-under-a-limit': () => {
    // Half of those separated for less than 22 hours a day, where others have a tenth as many.
    const others = (key: string) =>
      sum(values(key, '2025-06', '2026-02', 'sep_other_in_place')) /
      sum(values(key, '2025-06', '2026-02', 'pop_closing'))
    expect(others('QUE-02')).toBeGreaterThan(3 * others('KEL-02'))
  },
  // What a return says does not tell when its records were written: that is in the records.
  'late-entries': () => expect(drawn.get('TIR-03 2026-01')!.at.traits.lateEntries).toBeGreaterThan(0.3),
  'moved-denominator': () => {
    // As many are met as before, and those who asked are half as many.
    const [met, asked] = (['health_requests_ontime', 'health_requests'] as const).map(
      (name) => (from: Month, to: Month) =>
        sum(values('TIR-02', from, to, name)) / values('TIR-02', from, to, name).length,
    )
    expect(met!('2025-11', '2026-02')).toBeGreaterThan(0.85 * met!('2025-03', '2025-10'))
    expect(asked!('2025-11', '2026-02')).toBeLessThan(0.5 * asked!('2025-03', '2025-10'))
  },
  'overdue-screening': () => {
    const screened = (key: string) => ratio(key, '2025-11', '2026-02', 'adm_screened_24h', 'adm_all')
    expect(screened('KEL-02')).toBeLessThan(0.75)
    expect(screened('DOR-01')).toBeGreaterThan(screened('KEL-02') + 0.1)
  },
  'unready-at-release': () => {
    const ready = (key: string) => ratio(key, '2025-09', '2026-02', 'rel_ready', 'rel_sentenced')
    expect(ready('QUE-01')).toBeLessThan(0.2)
    expect(ready('KEL-03')).toBeGreaterThan(ready('QUE-01') + 0.1)
  },
  'pretrial-over-limit': () =>
    expect(Math.min(...values('KEL-02', '2025-06', '2026-02', 'pretrial_over_limit'))).toBeGreaterThan(4),
  'good-example': () => {
    const ready = (key: string) => ratio(key, '2025-03', '2026-02', 'rel_ready', 'rel_sentenced')
    expect(ready('DOR-04')).toBeGreaterThan(0.75)
    expect(ready('DOR-04')).toBeGreaterThan(1.2 * ready('DOR-02'))
  },
  'corrected-return': () => {
    const { filing } = drawn.get('SUL-02 2025-12')!
    expect(filing?.saidFirst?.sol_over15).toBe(0)
    expect(value('SUL-02', '2025-12', 'sol_over15')).toBeGreaterThan(0)
    expect(value('SUL-02', '2025-12', 'sol_longest_days')).toBeGreaterThan(15)
  },
}

describe.each(scenarios)('$id', ({ id, facilities, from, to }) => {
  test('leaves its mark in the returns', () => {
    expect(marks[id], `a mark for ${id}`).toBeDefined()
    marks[id]!()
  })

  test('names facilities and months of the demonstration', () => {
    const { first, last } = demonstrationPlan
    expect(first <= from && from <= to && to <= last).toBe(true)
    for (const key of facilities) expect(drawn.has(`${key} ${addMonths(to, 0)}`), key).toBe(true)
  })
})
