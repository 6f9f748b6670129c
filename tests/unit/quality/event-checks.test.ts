import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { columnsBuilder } from '../../../server/domain/kernels/columns.ts'
import type { Coverage } from '../../../server/domain/kernels/coverage.ts'
import { usualSettings } from '../../../server/domain/kernels/settings.ts'
import { eventNotes } from '../../../server/domain/quality/event-notes.ts'
import type { EventCheck, EventExample } from '../../../server/domain/quality/events/define.ts'
import { eventChecks } from '../../../server/domain/quality/events/index.ts'
import { checks } from '../../../server/domain/records/checks.ts'
import type { RecordId } from '../../../server/domain/records/index.ts'
import { allSent, asOf, march, recordsOf, smallPrison } from '../kernels/small-prison.ts'

const marchOnly = { first: march, months: 1 }

function notesOf(given: EventExample['given'], list: readonly EventCheck[], coverage: Coverage = allSent) {
  const builder = columnsBuilder('A', 'UTC')
  for (const [recordId, rows] of Object.entries(given))
    rows.forEach((row, at) => {
      builder.add(recordId as RecordId, { id: `${recordId} ${at}`, facility_id: 'A', ...row })
    })
  return eventNotes(builder.done(), coverage, marchOnly, usualSettings, asOf, list)
}

const examples = eventChecks.flatMap((check) =>
  check.examples.map((example, at) => ({ id: check.id, place: at + 1, check, example })),
)

test.each(examples)('$id, example $place', ({ check, example }) => {
  const found = notesOf(example.given, [check]).map(({ recordId, count }) => [recordId, count])
  expect(Object.fromEntries(found)).toEqual(example.finds)
})

describe.each(eventChecks)('$id', ({ id, examples: own }) => {
  test('has an example that finds something and one that must not', () => {
    expect(own.some(({ finds }) => Object.keys(finds).length > 0)).toBe(true)
    expect(own.some(({ finds }) => Object.keys(finds).length === 0)).toBe(true)
  })

  test('stands in the catalogue as one about events', () => {
    expect(checks.find((one) => one.id === id)?.data).toContain('events')
  })
})

test('notes carry the level of the catalogue and the ids of rows, and no key of a person', () => {
  const { given } = eventChecks.find(({ id }) => id === 'X07')!.examples[2]!
  expect(
    notesOf(
      given,
      eventChecks.filter(({ id }) => id === 'X07'),
    ),
  ).toEqual([
    {
      month: march,
      checkId: 'X07',
      level: 'error',
      subject: 'restrictive_placement',
      cells: [],
      recordId: 'restrictive_placement',
      count: 1,
      found: null,
      expected: null,
      probability: null,
      months: null,
      rows: ['restrictive_placement 0'],
    },
  ])
})

test('what was not sent is not missed: without absences no night is without a place', () => {
  const { given } = eventChecks.find(({ id }) => id === 'X12')!.examples[1]!
  const { absence: _, ...withoutAbsences } = allSent
  expect(notesOf(given, eventChecks)).toContainEqual(expect.objectContaining({ checkId: 'X12' }))
  expect(notesOf(given, eventChecks, withoutAbsences).map(({ checkId }) => checkId)).not.toContain('X12')
})

test('any order of rows, and any window around a month, gives the same notes', () => {
  const rows = Object.entries(smallPrison).flatMap(([recordId, list]) =>
    list.map((row, at) => ({ recordId: recordId as RecordId, row: { id: `${recordId} ${at}`, ...row } })),
  )
  const notesIn = (some: typeof rows, window: { first: number; months: number }) => {
    const builder = columnsBuilder('A', 'UTC')
    for (const { recordId, row } of some) builder.add(recordId, { facility_id: 'A', ...row })
    return eventNotes(builder.done(), allSent, window, usualSettings, asOf)
      .filter(({ month }) => month === march)
      .sort((a, b) => (`${a.checkId} ${a.subject}` < `${b.checkId} ${b.subject}` ? -1 : 1))
  }
  const usual = notesIn(rows, marchOnly)
  expect(usual.length).toBeGreaterThan(0)
  fc.assert(
    fc.property(
      fc.shuffledSubarray(rows, { minLength: rows.length }),
      fc.integer({ min: 0, max: 3 }),
      fc.integer({ min: 0, max: 2 }),
      (some, before, after) => {
        expect(notesIn(some, { first: march - before, months: before + 1 + after })).toEqual(usual)
      },
    ),
    { numRuns: 20 },
  )
})

test('a prison whose records agree raises no error', () => {
  const clean = recordsOf({
    stay: [
      {
        stay_key: 's',
        custody_key: 'c',
        person_key: 'p',
        admitted_at: '2025-03-02T10:00Z',
        admission_kind: 'new_from_liberty',
        released_at: '2025-03-20T10:00Z',
        release_kind: 'end_of_sentence',
      },
    ],
    person: [{ person_key: 'p', sex: 'male', birth_year_month: '1990-01' }],
    legal_status_spell: [{ stay_key: 's', status: 'sentenced_final', start_on: '2025-03-02' }],
    unit: [{ unit_id: 'u', unit_kind: 'ordinary', designated_sex: 'men' }],
    cell: [{ cell_id: 'k', unit_id: 'u', beds: 1, valid_from: '2020-01-01' }],
    housing_allocation: [
      { stay_key: 's', cell_id: 'k', start_at: '2025-03-02T10:00Z', end_at: '2025-03-20T10:00Z', own_bed: true },
    ],
  })
  expect(eventNotes(clean, allSent, marchOnly, usualSettings, asOf)).toEqual([])
})
