import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { localDays } from '../../../server/domain/clocks/local-days.ts'
import {
  type ClockSettings,
  daysUpTo,
  type PersonSeparated,
  prolongedBy,
  solitaryEpisodes,
  strictDays,
  usualClock,
} from '../../../server/domain/clocks/solitary.ts'
import { nextThreshold, seenFrom } from '../../../server/domain/clocks/solitary-board.ts'
import type { LoggedDay, Placement } from '../../../server/domain/clocks/solitary-fact.ts'
import { dayNumber } from '../../../server/domain/kernels/columns.ts'

const utc = localDays('UTC')
const at = (text: string) => Date.parse(`${text}${text.includes('T') ? '' : 'T00:00'}Z`)
const later = at('2025-06-01')
const calendar: ClockSettings = { ...usualClock, days: 'calendar' }

function placed(from: string, until: string | null, facility = 1, hours = 23): Placement {
  return { facility, startAt: at(from), endAt: until === null ? Number.NaN : at(until), hoursInCellPlanned: hours }
}

function logged(day: string, out: number, contact: number): LoggedDay {
  return { day: dayNumber(day), outOfCellMinutes: out, meaningfulContactMinutes: contact }
}

function daysFrom(day: string, count: number): string[] {
  const iso = (number: number) => new Date(number * 86_400_000).toISOString().slice(0, 10)
  return Array.from({ length: count }, (_, step) => iso(dayNumber(day) + step))
}

/** Strict days of every run, tolerant days of every episode, and how each came to be prolonged. */
function read(person: PersonSeparated, settings = usualClock, asOf = later) {
  const episodes = solitaryEpisodes(person, settings, asOf, utc)
  const round = (days: number) => Math.round(days * 100) / 100
  return {
    tolerant: episodes.map((episode) => round(daysUpTo(episode, asOf, settings, utc))),
    strict: episodes.flatMap(({ runs }) => runs.map((run) => round(daysUpTo(run, asOf, settings, utc)))),
    prolonged: episodes.map((episode) => prolongedBy(episode, asOf, settings, utc)),
  }
}

describe('the worked examples of the catalogue', () => {
  test.each([
    ['exactly 15 times 24 hours', [placed('2025-03-01T10:00', '2025-03-16T10:00')], [], [15], [15], ['none']],
    ['an hour more', [placed('2025-03-01T10:00', '2025-03-16T11:00')], [], [15.04], [15.04], ['strict']],
    [
      'one night in an ordinary cell',
      [placed('2025-03-01', '2025-03-12'), placed('2025-03-13', '2025-03-20')],
      [],
      [19],
      [11, 7],
      ['merged'],
    ],
    [
      'a transfer',
      [placed('2025-03-01', '2025-03-12', 1), placed('2025-03-12', '2025-03-18', 2)],
      [],
      [17],
      [17],
      ['strict'],
    ],
    [
      'another label, and overlapping',
      [placed('2025-03-01', '2025-03-14'), placed('2025-03-13', '2025-03-25')],
      [],
      [24],
      [24],
      ['strict'],
    ],
    [
      'the log beats the plan',
      [placed('2025-03-01', '2025-03-21', 1, 22.5)],
      daysFrom('2025-03-01', 20).map((day) => logged(day, 180, 180)),
      [],
      [],
      [],
    ],
    [
      'twelve days three times, with four ordinary days between',
      [placed('2025-03-01', '2025-03-13'), placed('2025-03-17', '2025-03-29'), placed('2025-04-02', '2025-04-14')],
      [],
      [12, 12, 12],
      [12, 12, 12],
      ['none', 'none', 'none'],
    ],
  ] as const)('%s', (_name, placements, logs, tolerant, strict, prolonged) => {
    expect(read({ placements, logs })).toEqual({ tolerant, strict, prolonged })
  })

  test('two people locked up together are in no placement: nothing counts', () => {
    expect(read({ placements: [], logs: [] })).toEqual({ tolerant: [], strict: [], prolonged: [] })
  })

  test('by calendar days the fifteen times 24 hours touch sixteen dates', () => {
    const person = { placements: [placed('2025-03-01T10:00', '2025-03-16T10:00')], logs: [] }
    expect(read(person, calendar)).toEqual({ tolerant: [16], strict: [16], prolonged: ['strict'] })
  })
})

describe('the fact of a day', () => {
  test.each([
    ['two hours out and no contact', 120, 0, 1],
    ['a minute more out', 121, 0, 0],
    ['one logged minute of contact', 60, 1, 1],
    ['just under two hours of contact', 120, 119, 1],
    ['two hours of contact', 120, 120, 0],
    ['contact unknown', 60, Number.NaN, 1],
    ['time out unknown: the plan', Number.NaN, 0, 1],
  ])('%s', (_name, out, contact, days) => {
    const person = { placements: [placed('2025-03-01', '2025-03-02')], logs: [logged('2025-03-01', out, contact)] }
    expect(read(person).tolerant).toEqual(days === 0 ? [] : [days])
  })

  test.each([
    [22, [1]],
    [21.9, []],
  ])('without a log %d planned hours in the cell decide', (hours, days) => {
    expect(read({ placements: [placed('2025-03-01', '2025-03-02', 1, hours)], logs: [] }).tolerant).toEqual(days)
  })

  test('a day in company within a placement breaks the strict count and not the tolerant one', () => {
    const person = { placements: [placed('2025-03-01', '2025-03-21')], logs: [logged('2025-03-11', 300, 200)] }
    expect(read(person)).toEqual({ tolerant: [20], strict: [10, 10 - 1], prolonged: ['merged'] })
  })
})

describe('gaps', () => {
  test.each([
    ['2025-03-13T23:00', 1],
    ['2025-03-14T00:00', 2],
  ])('placed again at %s after 12 March 00:00: %d episodes', (again, episodes) => {
    const person = { placements: [placed('2025-03-01', '2025-03-12'), placed(again, '2025-03-20')], logs: [] }
    expect(read(person).tolerant).toHaveLength(episodes)
  })

  test('the country may set another break', () => {
    const person = { placements: [placed('2025-03-01', '2025-03-12'), placed('2025-03-14', '2025-03-20')], logs: [] }
    expect(read(person, { ...usualClock, breakHours: 72 }).tolerant).toEqual([19])
  })

  test('the journey of a transfer breaks nothing, an ordinary day of the same length does', () => {
    const placements = [placed('2025-03-01', '2025-03-12', 1), placed('2025-03-12T08:00', '2025-03-18', 2)]
    const transfers = [{ leftAt: at('2025-03-12'), arrivedAt: at('2025-03-12T08:00') }]
    expect(read({ placements, logs: [], transfers }).strict).toEqual([17])
    expect(read({ placements, logs: [] }).strict).toEqual([11, 5.67])
  })
})

describe('as seen from one facility', () => {
  const person = { placements: [placed('2025-03-01', '2025-03-13', 1), placed('2025-03-13', null, 2)], logs: [] }
  const asOf = at('2025-03-17')
  const [episode] = solitaryEpisodes(person, usualClock, asOf, utc)

  test('moved on day 12, the receiving facility reads sixteen days and the origin, and nothing else', () => {
    expect(seenFrom(2, episode!, asOf, usualClock, utc)).toEqual({
      startAt: at('2025-03-01'),
      endAt: asOf,
      isOpen: true,
      strictDays: 16,
      tolerantDays: 16,
      origin: 1,
    })
  })

  test('a facility that it does not concern reads nothing', () => {
    expect(seenFrom(3, episode!, asOf, usualClock, utc)).toBeUndefined()
  })

  test.each([
    [0, 7],
    [7, 7],
    [7.1, 10],
    [13, 14],
    [15, 15],
    [15.1, undefined],
  ])('after %d days the next threshold is %s', (days, threshold) => {
    expect(nextThreshold(days)).toBe(threshold)
  })
})

describe('clock changes', () => {
  const berlin = localDays('Europe/Berlin')

  test.each([
    ['2025-03-30', 23],
    ['2025-10-26', 25],
    ['2025-06-01', 24],
  ])('%s has %d hours', (day, hours) => {
    const number = dayNumber(day)
    expect(berlin.startOf(number + 1) - berlin.startOf(number)).toBe(hours * 3_600_000)
    expect(berlin.dayOf(berlin.startOf(number))).toBe(number)
    expect(berlin.dayOf(berlin.startOf(number + 1) - 1)).toBe(number)
  })

  test('a moment that has not come lies on no day', () => {
    expect([berlin.dayOf(Number.NaN), berlin.dayOf(Number.POSITIVE_INFINITY)]).toEqual([Number.NaN, Number.NaN])
  })

  test('fifteen dates over the night of 23 hours are 359 hours, over that of 25 they are 361: a breach', () => {
    const over = (from: string) => {
      const startAt = berlin.startOf(dayNumber(from))
      const endAt = berlin.startOf(dayNumber(from) + 15)
      const placements = [{ facility: 1, startAt, endAt, hoursInCellPlanned: 23 }]
      const [episode] = solitaryEpisodes({ placements, logs: [] }, usualClock, endAt, berlin)
      return [strictDays(episode!, endAt, usualClock, berlin) * 24, prolongedBy(episode!, endAt, usualClock, berlin)]
    }
    expect(over('2025-03-20')).toEqual([359, 'none'])
    expect(over('2025-10-20')).toEqual([361, 'strict'])
  })
})

describe('no way of writing it down changes the clock', () => {
  const base = at('2025-01-01')
  const hour = 3_600_000
  const separations = fc.array(
    fc.record({
      start: fc.integer({ min: 0, max: 1500 }),
      hours: fc.integer({ min: 1, max: 500 }),
      planned: fc.constantFrom(20, 22, 23),
    }),
    { minLength: 1, maxLength: 6 },
  )
  const logs = fc.array(fc.record({ day: fc.integer({ min: 0, max: 80 }), out: fc.integer({ min: 0, max: 300 }) }), {
    maxLength: 20,
  })
  const made = (given: { start: number; hours: number; planned: number }[], facility = 1) =>
    given.map(({ start, hours, planned }) => ({
      facility,
      startAt: base + start * hour,
      endAt: base + (start + hours) * hour,
      hoursInCellPlanned: planned,
    }))
  const madeLogs = (given: { day: number; out: number }[]) =>
    given.map(({ day, out }) => ({
      day: base / 86_400_000 + day,
      outOfCellMinutes: out,
      meaningfulContactMinutes: out,
    }))
  const clock = (placements: Placement[], days: LoggedDay[], zone = utc) =>
    solitaryEpisodes({ placements, logs: days }, usualClock, later, zone).map(({ startAt, endAt, isOpen, runs }) => ({
      startAt,
      endAt,
      isOpen,
      runs,
    }))

  test('any order', () => {
    fc.assert(
      fc.property(separations, logs, fc.infiniteStream(fc.nat()), (given, days, chance) => {
        const shuffled = <T>(list: T[]) =>
          list
            .map((one) => ({ one, by: chance.next().value as number }))
            .sort((a, b) => a.by - b.by)
            .map(({ one }) => one)
        expect(clock(shuffled(made(given)), shuffled(madeLogs(days)))).toEqual(clock(made(given), madeLogs(days)))
      }),
    )
  })

  test.each(['UTC', 'Europe/Berlin', 'Pacific/Apia', 'America/St_Johns'])('any splitting, in %s', (zone) => {
    fc.assert(
      fc.property(separations, logs, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (given, days, share) => {
        const split = made(given).flatMap((one) => {
          const middle = Math.round(one.startAt + (one.endAt - one.startAt) * share)
          return [
            { ...one, endAt: middle },
            { ...one, startAt: middle },
          ]
        })
        const zoneDays = localDays(zone)
        expect(clock(split, madeLogs(days), zoneDays)).toEqual(clock(made(given), madeLogs(days), zoneDays))
      }),
    )
  })

  test('any relabelling of the facility', () => {
    fc.assert(
      fc.property(separations, logs, fc.infiniteStream(fc.nat(5)), (given, days, chance) => {
        const relabelled = made(given).map((one) => ({ ...one, facility: chance.next().value as number }))
        expect(clock(relabelled, madeLogs(days))).toEqual(clock(made(given), madeLogs(days)))
      }),
    )
  })
})
