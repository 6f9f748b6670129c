import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { monthIndex } from '../../../server/domain/period.ts'
import { indicatorsTouched } from '../../../server/domain/quality/affected.ts'
import { changedNotes, noteKey, type QualityNote } from '../../../server/domain/quality/note.ts'
import { returnNotes } from '../../../server/domain/quality/return-notes.ts'
import { type ReadNote, shownQuality } from '../../../server/domain/quality/shown-quality.ts'
import { silenceNotes, usualRatesOf } from '../../../server/domain/quality/silences.ts'
import { stateCode } from '../../../server/domain/series.ts'

const first = monthIndex('2025-01')

/** A facility whose returns say one row of amounts a cell, from January 2025 on; null where a month was not reported. */
function facility(cells: Record<string, (number | null)[]>) {
  return {
    certificates: [],
    open: [],
    cells: Object.entries(cells).map(([cell, amounts]) => {
      const told = amounts.flatMap((amount, at) => (amount === null ? [] : [{ month: first + at, amount }]))
      return {
        cell: cell as 'pop_closing',
        months: told.map(({ month }) => month),
        states: told.map(() => stateCode('counted')),
        amounts: told.map(({ amount }) => amount),
      }
    }),
  }
}

describe('notes of returns', () => {
  const broken = facility({ pop_opening: [410, 409, 420], pop_closing: [412, 420, 421] })

  test('say the month, what was compared, what was found and what it should be', () => {
    expect(returnNotes(broken, 0, 1)).toEqual([
      {
        month: first + 1,
        checkId: 'X02',
        level: 'error',
        subject: 'pop_opening pop_closing',
        cells: ['pop_opening', 'pop_closing'],
        recordId: null,
        count: 1,
        found: 409,
        expected: 412,
        probability: null,
        months: null,
        rows: [],
      },
    ])
  })

  test('of a month do not depend on the months after it', () => {
    const month = fc.record({
      pop_opening: fc.option(fc.integer({ min: 0, max: 30 })),
      pop_closing: fc.option(fc.integer({ min: 0, max: 30 })),
      visits_done: fc.option(fc.integer({ min: 0, max: 9 })),
      visits_open: fc.option(fc.integer({ min: 0, max: 9 })),
    })
    fc.assert(
      fc.property(fc.array(month, { minLength: 2, maxLength: 8 }), (months) => {
        const of = (some: typeof months) =>
          facility({
            pop_opening: some.map((one) => one.pop_opening),
            pop_closing: some.map((one) => one.pop_closing),
            visits_done: some.map((one) => one.visits_done),
            visits_open: some.map((one) => one.visits_open),
          })
        const before = returnNotes(of(months.slice(0, -1)), 0, 1)
        const after = returnNotes(of(months), 0, 1)
        expect(after.filter((note) => note.month < first + months.length - 1)).toEqual(before)
        expect(returnNotes(of(months), first + 1, 1)).toEqual(after.filter((note) => note.month > first))
      }),
    )
  })

  test('a place that changes without a certificate is a warning only where certificates are on record', () => {
    const cells = { capacity_certified: [100, 120] }
    const certificates = [{ places: 100, from: '2020-01-01', until: null }]
    expect(returnNotes(facility(cells), 0, 1)).toEqual([])
    expect(returnNotes({ ...facility(cells), certificates }, 0, 1)).toMatchObject([
      { checkId: 'X19', level: 'warning' },
    ])
  })
})

test('what is noted again stays, what changed is ended and noted anew', () => {
  const note = (month: number, found: number): QualityNote => ({
    ...returnNotes(facility({ pop_opening: [null, 1], pop_closing: [2] }), 0, 1)[0]!,
    month,
    found,
  })
  const before = [note(1, 5), note(2, 5), note(3, 5)]
  const { ended, added } = changedNotes(before, [note(1, 5), note(2, 6), note(4, 5)])
  expect(ended.map(noteKey)).toEqual([noteKey(note(2, 5)), noteKey(note(3, 5))])
  expect(added.map(({ month, found }) => [month, found])).toEqual([
    [2, 6],
    [4, 5],
  ])
})

describe('silences', () => {
  const series = (amounts: (number | null)[]) => ({
    startMonth: first,
    amounts,
    states: amounts.map((amount) => stateCode(amount === null ? 'missing' : 'counted')),
    reasons: amounts.map(() => -1),
    grades: amounts.map(() => 3),
  })
  const place = (events: (number | null)[]) =>
    new Map([
      ['assaults_pp', series(events)],
      ['person_days', series(events.map(() => 9000))],
    ])
  const six = [0, 0, 0, 0, 0, 0]

  test('of a place that never wrote anything down are measured by the others', () => {
    const rates = usualRatesOf([place([4, 5, 6, 5, 5, 5]), place([5, 5, 5, 6, 4, 5])])
    expect(rates.assaults_pp).toEqual({ rate: 5 / 9000, spread: 0 })
    expect(silenceNotes(place(six), rates, 0, 240)).toMatchObject([
      { month: first + 5, checkId: 'zero-run', level: 'question', cells: ['assaults_pp'], months: 6 },
    ])
  })

  test('end where a month is missing, and are not looked for before the sixth month', () => {
    const rates = { assaults_pp: { rate: 0.001, spread: 0 } }
    expect(silenceNotes(place([...six.slice(1), null, 0]), rates, 0, 240)).toEqual([])
    expect(silenceNotes(place(six.slice(1)), rates, 0, 240)).toEqual([])
  })
})

describe('who is shown what', () => {
  const note = (given: Partial<ReadNote>): ReadNote => ({
    checkId: 'X15',
    level: 'error',
    cells: ['visits_open', 'visits_done'],
    recordId: null,
    count: 1,
    found: 9,
    expected: 8,
    probability: null,
    months: null,
    ...given,
  })
  const quality = (notes: ReadNote[], withheld: string[] = []) => ({
    notes,
    withheld,
    everWithheld: withheld,
    both: [],
    returnedAt: null,
  })
  const ofMinistry = (notes: ReadNote[], withheld: string[] = []) =>
    shownQuality(quality(notes, withheld), 'protected').notes

  test('a facility and an inspector see every note with its numbers', () => {
    const all = [note({ cells: ['assaults_pp'], found: 2 }), note({ recordId: 'death', cells: [], count: 1 })]
    expect(shownQuality(quality(all), 'all').notes).toEqual(all.map((one) => ({ ...one, isWithheld: false })))
  })

  test('a note on what inspectors found is theirs: for facility and ministry it does not exist', () => {
    const found = ['inspection_visit', 'recommendation'].map((recordId) =>
      note({ checkId: 'X34', recordId: recordId as ReadNote['recordId'], cells: ['pop_closing'], count: 9 }),
    )
    for (const sight of ['all', 'protected'] as const) expect(shownQuality(quality(found), sight).notes).toEqual([])
    expect(shownQuality(quality(found), 'all', { readsInspections: true }).notes).toHaveLength(2)
  })

  test('the ministry is told no small count of a person, and nothing of records it must not know of', () => {
    expect(ofMinistry([note({})])).toEqual([{ ...note({}), isWithheld: false }])
    expect(ofMinistry([note({ cells: ['complaints_received'], found: 3, expected: 9 })])).toEqual([])
    expect(ofMinistry([note({ cells: ['complaints_received'], found: 0 })], ['complaints_received'])).toEqual([])
    expect(ofMinistry([note({ recordId: 'death', cells: [], count: 9 })])).toEqual([])
    expect(ofMinistry([note({ recordId: 'stay', cells: [], count: 3 })])).toMatchObject([
      { count: 0, isWithheld: true },
    ])
  })

  test('of a note about many counts those that are withheld are not named, and no number is given', () => {
    const copied = note({ checkId: 'copied-forward', cells: ['pop_closing', 'complaints_received'], found: 0.7 })
    expect(ofMinistry([copied], ['complaints_received'])).toMatchObject([
      { cells: ['pop_closing'], found: null, expected: null, isWithheld: true },
    ])
  })

  test('whoever sees no figures sees no notes', () => {
    expect(shownQuality(quality([note({})]), 'nothing')).toEqual({ notes: [], both: [], returnedAt: null })
  })
})

test('a note touches the figures that read its counts, or are counted from its records', () => {
  expect(indicatorsTouched({ cells: ['pop_closing@sex:female'], recordId: null })).toContain('occupancy-rate')
  expect(indicatorsTouched({ cells: [], recordId: 'complaint' })).toContain('complaints-rate')
  expect(indicatorsTouched({ cells: [], recordId: 'complaint' })).not.toContain('occupancy-rate')
})
