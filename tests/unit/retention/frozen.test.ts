import { describe, expect, test } from 'vitest'
import { durationsIn } from '../../../server/domain/durations.ts'
import {
  coveredBy,
  type DerivedSeries,
  mergeDerived,
  mergeDurations,
} from '../../../server/domain/engine/derived-series.ts'
import { dayNumber, monthStart } from '../../../server/domain/kernels/columns.ts'
import { deriveMeasures } from '../../../server/domain/kernels/index.ts'
import { usualSettings } from '../../../server/domain/kernels/settings.ts'
import type { CellId } from '../../../server/domain/measures/index.ts'
import { type Month, monthAt, monthIndex } from '../../../server/domain/period.ts'
import { records } from '../../../server/domain/records/index.ts'
import { freeze } from '../../../server/domain/retention/freeze.ts'
import { asFarAsWhole, frozenOf, layFrozen } from '../../../server/domain/retention/frozen.ts'
import { frozenTogether, horizonOf, lookBackOf } from '../../../server/domain/retention/horizon.ts'
import { keptForTerm } from '../../../server/domain/retention/owner.ts'
import { missingReasons } from '../../../server/domain/value.ts'
import { asOf, recordsOf, smallPrison } from '../kernels/small-prison.ts'

test.each([
  ['a measure of its month alone', '2023-05-10', 0, '2023-05'],
  ['a release on the last day', '2023-05-31', 0, '2023-06'],
  ['ninety days back', '2023-05-10', 90, '2023-07'],
  ['a year back', '2023-05-10', 365, '2024-04'],
])('the horizon of %s', (_name, day, lookBack, expected) => {
  expect(monthAt(horizonOf(dayNumber(day), lookBack))).toBe(expected)
})

test('every record type of persons and of staff leads to somebody', () => {
  const expected = records.filter(({ level }) => level === 'person' || level === 'staff').map(({ id }) => id)
  expect(keptForTerm.map(({ entry }) => entry.id).toSorted()).toEqual(expected.toSorted())
  expect(keptForTerm.find(({ entry }) => entry.id === 'placement_day')?.owner).toMatchObject({ by: 'parent' })
  expect(keptForTerm.find(({ entry }) => entry.id === 'incident')?.owner).toMatchObject({ by: 'members' })
})

test('every measure of persons is frozen with all its groups, and no other', () => {
  const cells = [...frozenTogether.values()].flat()
  expect(new Set(cells).size).toBe(cells.length)
  expect(cells).toContain('pop_closing@sex:female')
  expect(lookBackOf('recs_due')).toBeUndefined()
  expect(cells).not.toContain('recs_due')
})

describe('figures of months whose records are gone', () => {
  const [first, last] = [monthIndex('2024-10'), monthIndex('2025-05')]
  const declared = records.map(({ id }) => ({ recordId: id, from: first - 30, until: last }))
  const covered = coveredBy(declared, 'Europe/Rome')!
  const window = { first: covered.range.first, last }
  const derive = (rows: typeof smallPrison) =>
    deriveMeasures(
      recordsOf(rows),
      covered.coverage,
      { first: window.first, months: last - window.first + 1 },
      usualSettings,
      asOf,
    )
  const before = mergeDerived(new Map(), window, derive(smallPrison), covered)
  const durations = mergeDurations(new Map(), window, derive(smallPrison), covered)
  const goneUntil = monthStart(monthIndex('2025-03')) + 20
  const frozen = frozenOf(goneUntil, freeze(before, durations, covered, goneUntil, undefined))

  test('stand, made anew of nothing that is left', () => {
    const nobody = Object.fromEntries(Object.keys(smallPrison).map((id) => [id, []])) as typeof smallPrison
    const after = mergeDerived(new Map(), window, derive(nobody), covered, frozen)
    const until = (cell: CellId) => horizonOf(goneUntil, lookBackOf(cell) ?? 0) - window.first + 1
    let compared = 0
    for (const [cell, series] of before) {
      if (lookBackOf(cell) === undefined) continue
      const months = until(cell)
      const kept = after.get(cell)
      if (!kept) {
        expect(series.amounts.slice(0, months).every((amount) => !amount)).toBe(true)
        continue
      }
      compared++
      expect({ cell, amounts: kept.amounts.slice(0, months), reasons: kept.reasons.slice(0, months) }).toEqual({
        cell,
        amounts: series.amounts.slice(0, months),
        reasons: series.reasons.slice(0, months),
      })
    }
    expect(compared).toBeGreaterThan(100)
    const spells = mergeDurations(new Map(), window, derive(nobody), covered, frozen)
    for (const [id, kept] of durations)
      for (let month = window.first; month < window.first + until(id); month++)
        expect(durationsIn(spells.get(id), month)).toEqual(durationsIn(kept, month))
    expect(durations.size).toBeGreaterThan(0)
  })

  test('freeze once: a second deletion adds the months after', () => {
    const later = goneUntil + 31
    const added = freeze(before, durations, covered, later, goneUntil)
    expect(added.find(({ lookBackDays }) => lookBackDays === 0)).toMatchObject({
      from: monthIndex('2025-04'),
      until: monthIndex('2025-04'),
    })
    const both = frozenOf(later, [...added, ...freeze(before, durations, covered, goneUntil, undefined)])
    expect(both.cells.get('pop_closing')?.amounts).toEqual(before.get('pop_closing')?.amounts.slice(0, -1))
  })

  const tooShort = missingReasons.indexOf('records-too-short')
  const series = (month: Month, amounts: (number | null)[]): DerivedSeries => ({
    startMonth: monthIndex(month),
    amounts,
    reasons: amounts.map((amount) => (amount === null ? tooShort : -1)),
  })

  test('that were never made before are missing, never nought', () => {
    const never = frozenOf(goneUntil, [])
    const fresh = series('2025-02', [4, 0, 7])
    layFrozen('pop_closing', fresh, never)
    expect(fresh.amounts).toEqual([null, null, 7])
    expect(fresh.reasons).toEqual([tooShort, tooShort, -1])
    expect(asFarAsWhole(series('2025-02', [0, 0, 0]), fresh).amounts).toEqual([null, null, 0])
  })
})
