import { daysUpTo, prolongedAfterDays, type StrictRun } from '../clocks/solitary.ts'
import { codePlace, monthOfDay, monthStart } from './columns.ts'
import { type Derivation, derive } from './define.ts'
import { eachMonth, eachMonthEnd, type Facility, places } from './facility.ts'
import { ageOn, flagReader } from './groups.ts'
import { each, some } from './rows-by-key.ts'
import { type Episode, eachOwnPart, eachSolitaryMonth, episodesOf, persons } from './solitary-episodes.ts'
import type { Counter } from './tally.ts'

const dayMs = 86_400_000

/** The moment at which a month of the window ends, or the present when that comes first. */
function endOf({ window, days, asOf }: Facility, place: number): number {
  return Math.min(asOf, days.startOf(monthStart(window.first + place + 1)))
}

/** The longest strict run of an episode that touches a month, in days up to its end. */
function strictBy(facility: Facility, episode: Episode, place: number): number {
  const { days, settings, window } = facility
  const from = days.startOf(monthStart(window.first + place))
  const touching = episode.runs.filter((run) => run.endAt > from)
  return Math.max(0, ...touching.map((run) => daysUpTo(run, endOf(facility, place), settings.clock, days)))
}

function inPlace(facility: Facility, counter: Counter): void {
  const { days, window, stays } = facility
  for (const episode of episodesOf(facility))
    for (const run of episode.runs)
      eachOwnPart(facility, { ...run, person: episode.person }, (stay, from, until) => {
        // What ends with the midnight is over at that midnight; what goes on elsewhere was here at it.
        const goesOn = run.isOpen || until < run.endAt
        const last = goesOn ? stays.until[stay]! : days.dayOf(until - 1)
        eachMonthEnd(window, days.dayOf(from), last, (place, day) => counter.add(place, stay, day))
      })
}

/** Episodes on the local day on which they began or ended here, where `test` holds. */
function episodes(when: 'start' | 'end', test: (episode: Episode, facility: Facility) => boolean): Derivation['count'] {
  return (facility, counter) => {
    const { days, window } = facility
    for (const episode of episodesOf(facility)) {
      if (when === 'end' && episode.isOpen) continue
      const at = when === 'start' ? episode.startAt : episode.endAt
      const day = days.dayOf(when === 'start' ? at : at - 1)
      eachOwnPart(facility, episode, (stay, from, until) => {
        const isHere = when === 'start' ? from === at : until === at
        if (isHere && test(episode, facility)) counter.add(monthOfDay(day) - window.first, stay, day)
      })
    }
  }
}

const solitaryTime: Derivation['count'] = (facility, counter) => {
  const { days, window } = facility
  for (const episode of episodesOf(facility))
    for (const run of episode.runs)
      eachOwnPart(facility, { ...run, person: episode.person }, (stay, from, until) =>
        eachMonth(window, days.dayOf(from), days.dayOf(until - 1), (place) => {
          const start = days.startOf(monthStart(window.first + place))
          const end = days.startOf(monthStart(window.first + place + 1))
          const [a, b] = [Math.max(from, start), Math.min(until, end)]
          if (a < b) counter.add(place, stay, days.dayOf(a), (b - a) / dayMs)
        }),
      )
}

/** Persons here with an episode that began, in any facility, in the 90 days to the last day of a month. */
function withEpisodesIn90Days(least: number): Derivation['count'] {
  return persons((facility, see) => {
    const { days, window } = facility
    const starts = new Map<number, number[]>()
    for (const { person, startAt } of episodesOf(facility))
      starts.set(person, [...(starts.get(person) ?? []), days.dayOf(startAt)])
    for (const [person, begun] of starts)
      eachHeldAtEnd(facility, person, (place, stay, day) => {
        if (begun.filter((start) => start > day - 90 && start <= day).length >= least) see(place, stay)
      })
    return window
  })
}

function eachHeldAtEnd(
  facility: Facility,
  person: number,
  see: (place: number, stay: number, day: number) => void,
): void {
  const { stays, window } = facility
  each(facility.by('stay', 'person_key'), person, (stay) => {
    if (stays.isOwn[stay])
      eachMonthEnd(window, stays.from[stay]!, stays.until[stay]!, (place, day) => see(place, stay, day))
  })
}

const overThirtyIn90Days = persons((facility, see) => {
  const { days } = facility
  const runs = new Map<number, StrictRun[]>()
  for (const episode of episodesOf(facility))
    runs.set(episode.person, [...(runs.get(episode.person) ?? []), ...episode.runs])
  for (const [person, own] of runs)
    eachHeldAtEnd(facility, person, (place, stay, day) => {
      const [from, until] = [days.startOf(day - 89), days.startOf(day + 1)]
      const sum = own.reduce(
        (time, run) => time + Math.max(0, Math.min(run.endAt, until) - Math.max(run.startAt, from)),
        0,
      )
      if (sum > 30 * dayMs) see(place, stay)
    })
})

const disciplinary = places('placement_kind', 'disciplinary_solitary')
const forDiscipline = places('placement_reason', 'discipline')
const bySentence = places('placement_reason', 'sentence')
const excludedFlags = places('person_flag', 'pregnant', 'breastfeeding', 'infant_with_parent')
const disabilityFlags = places('person_flag', 'disability_physical', 'disability_mental_or_intellectual')
const contraindicated = places('person_flag', 'solitary_contraindicated')
const concern = codePlace('health_opinion', 'concern_reported')
const female = codePlace('sex', 'female')

/** Whether any placement of an episode has a code of a list in a field. */
function hasPlacement(facility: Facility, episode: Episode, field: string, codes: ReadonlySet<number>): boolean {
  const values = facility.column('restrictive_placement', field)
  return episode.placements.some((row) => codes.has(values[row]!))
}

/** Groups that may not be held apart: women who are pregnant, nursing or with an infant, and everybody under 18. */
function isExcluded(facility: Facility): (stay: number, place: number) => boolean {
  const flagged = flagReader(facility, excludedFlags)
  return (stay, place) => {
    const from = monthStart(facility.window.first + place)
    const to = monthStart(facility.window.first + place + 1) - 1
    return ageOn(facility, stay, from) < 18 || (facility.stays.sex[stay] === female && flagged(stay, from, to))
  }
}

/** Own months of each placement, solitary or not. */
function eachPlacementMonth(facility: Facility, see: (place: number, stay: number, row: number) => void): void {
  const { days, window, stays } = facility
  const stayOf = facility.stayOf('restrictive_placement')
  const [start, end] = ['start_at', 'end_at'].map((field) => facility.column('restrictive_placement', field))
  for (let row = 0; row < facility.rows('restrictive_placement'); row++) {
    const stay = stayOf(row)
    if (!stays.isOwn[stay]) continue
    const last =
      end![row]! <= facility.asOf ? days.dayOf(end![row]! - 1) : Math.min(stays.until[stay]!, days.dayOf(facility.asOf))
    eachMonth(window, days.dayOf(start![row]!), last, (place) => see(place, stay, row))
  }
}

const punished = (facility: Facility) => {
  const [kind, reason] = ['kind', 'reason_code'].map((field) => facility.column('restrictive_placement', field))
  return (row: number) => disciplinary.has(kind![row]!) || forDiscipline.has(reason![row]!)
}

const excludedAndPunished = (facility: Facility, see: (place: number, stay: number) => void): void => {
  const [excluded, asPunishment] = [isExcluded(facility), punished(facility)]
  eachPlacementMonth(facility, (place, stay, row) => {
    if (asPunishment(row) && excluded(stay, place)) see(place, stay)
  })
}

const competent = places('authoriser_role', 'director', 'central_administration', 'court')

/** Authority recorded at or before the start, by somebody who may give it. */
function isAuthorised({ startAt, placements }: Episode, { column }: Facility): boolean {
  const [role, at] = ['authorised_by_role', 'authorised_at'].map((field) => column('restrictive_placement', field))
  return placements.some((row) => competent.has(role![row]!) && at![row]! <= startAt)
}

const basic = ['stay', 'restrictive_placement', 'placement_day'] as const
const withPersons = [...basic, 'person', 'person_flag'] as const

/** Over fifteen days by the end of each month that an episode touches here. */
const over15 = (isMerged: boolean) =>
  persons((facility, see) => {
    const { settings, days } = facility
    eachSolitaryMonth(facility, (place, stay, episode) => {
      const isStrict = strictBy(facility, episode, place) > prolongedAfterDays
      const isOver = daysUpTo(episode, endOf(facility, place), settings.clock, days) > prolongedAfterDays
      if (isMerged ? isOver && !isStrict : isStrict) see(place, stay)
    })
  })

const ended = (from: number, to: number) => episodes('end', ({ days }) => days > from && days <= to)

/** Solitary confinement and other separation, by the one clock. */
export const separationDerivations = [
  derive('sol_in_place', basic, inPlace, 60),
  derive(
    'sol_starts',
    basic,
    episodes('start', () => true),
    60,
  ),
  derive('sol_authorised', basic, episodes('start', isAuthorised), 60),
  derive('sol_transfer_in', basic, (facility, counter) => {
    const { stays, days, window } = facility
    for (const episode of episodesOf(facility))
      eachOwnPart(facility, episode, (stay) => {
        if (episode.startAt < stays.admittedAt[stay]! && episode.endAt > stays.admittedAt[stay]!) {
          const day = days.dayOf(stays.admittedAt[stay]!)
          counter.add(monthOfDay(day) - window.first, stay, day)
        }
      })
  }),
  derive('sol_persons', basic, persons(eachSolitaryMonth)),
  derive('sol_person_days', basic, solitaryTime),
  derive('sol_over15', basic, over15(false), 60),
  derive('sol_over15_merged', basic, over15(true), 60),
  derive(
    'sol_longest_days',
    basic,
    (facility, counter) =>
      eachSolitaryMonth(facility, (place, _stay, episode) => counter.raise(place, strictBy(facility, episode, place))),
    60,
  ),
  derive('sol_no_end_date', basic, (facility, counter) => {
    const { window, stays } = facility
    const until = facility.column('restrictive_placement', 'max_end_on')
    const seen = new Set<number>()
    eachSolitaryMonth(facility, (place, stay, episode) => {
      for (const row of episode.placements) {
        if (!Number.isNaN(until[row]!) || seen.has(row * window.months + place)) continue
        if (stays.person[facility.stayOf('restrictive_placement')(row)] !== stays.person[stay]) continue
        eachPlacementMonthOf(facility, row, place, () => {
          seen.add(row * window.months + place)
          counter.add(place, stay, monthStart(window.first + place + 1) - 1)
        })
      }
    })
  }),
  derive(
    'sol_by_sentence',
    basic,
    persons((facility, see) =>
      eachSolitaryMonth(facility, (place, stay, episode) => {
        if (hasPlacement(facility, episode, 'reason_code', bySentence)) see(place, stay)
      }),
    ),
  ),
  derive(
    'sol_ended',
    basic,
    episodes('end', () => true),
    60,
  ),
  derive('sol_ended_upto_3d', basic, ended(0, 3), 60),
  derive('sol_ended_4_7d', basic, ended(3, 7), 60),
  derive('sol_ended_8_15d', basic, ended(7, 15), 60),
  derive('sol_ended_over_15d', basic, ended(15, Number.POSITIVE_INFINITY), 60),
  derive('sol_persons_90d', basic, withEpisodesIn90Days(1), 90),
  derive('sol_repeat_90d', basic, withEpisodesIn90Days(2), 90),
  derive('sol_over30_in_90d', basic, overThirtyIn90Days, 90),
  derive(
    'sol_excluded',
    withPersons,
    persons((facility, see) => {
      const excluded = isExcluded(facility)
      eachSolitaryMonth(facility, (place, stay) => {
        if (excluded(stay, place)) see(place, stay)
      })
      excludedAndPunished(facility, see)
    }),
  ),
  derive('sol_excluded_discipline', withPersons, persons(excludedAndPunished)),
  derive(
    'sol_contraindicated',
    withPersons,
    persons((facility, see) => {
      const flagged = flagReader(facility, new Set([...contraindicated, ...disabilityFlags]))
      eachSolitaryMonth(facility, (place, stay, episode) => {
        const from = monthStart(facility.window.first + place)
        const to = monthStart(facility.window.first + place + 1) - 1
        if (flagged(stay, from, to) || hasPlacement(facility, episode, 'health_opinion', new Set([concern])))
          see(place, stay)
      })
    }),
  ),
  derive(
    'sol_contraindicated_disability',
    withPersons,
    persons((facility, see) => {
      const disabled = flagReader(facility, disabilityFlags)
      eachSolitaryMonth(facility, (place, stay) => {
        const from = monthStart(facility.window.first + place)
        if (disabled(stay, from, monthStart(facility.window.first + place + 1) - 1)) see(place, stay)
      })
    }),
  ),
  derive(
    'sol_reviewed_7d',
    [...basic, 'placement_review'],
    reachedDay7((facility) => {
      const reviews = facility.by('placement_review', 'placement_id')
      const keys = facility.column('restrictive_placement', 'placement_id')
      const [at, independent] = ['reviewed_at', 'independent'].map((field) =>
        facility.column('placement_review', field),
      )
      return ({ placements, startAt }) =>
        placements.some((row) =>
          some(reviews, keys[row]!, (review) => independent![review] === 1 && at![review]! <= startAt + 7 * dayMs),
        )
    }),
    60,
  ),
  derive(
    'sol_reached_7d',
    basic,
    reachedDay7(() => () => true),
    60,
  ),
]

/** Episodes that reached seven days here, on the day on which they did. */
function reachedDay7(made: (facility: Facility) => (episode: Episode) => boolean): Derivation['count'] {
  return (facility, counter) => {
    const test = made(facility)
    const { days, window } = facility
    for (const episode of episodesOf(facility)) {
      const at = episode.startAt + 7 * dayMs
      eachOwnPart(facility, episode, (stay, from, until) => {
        if (from <= at && at <= until && (until > at || until === episode.endAt) && test(episode))
          counter.add(monthOfDay(days.dayOf(at)) - window.first, stay, days.dayOf(at))
      })
    }
  }
}

/** Calls `see` when a placement was in force on any day of a month. */
function eachPlacementMonthOf(facility: Facility, row: number, place: number, see: () => void): void {
  const { days, window, asOf } = facility
  const [start, end] = ['start_at', 'end_at'].map((field) => facility.column('restrictive_placement', field)[row]!)
  const from = days.startOf(monthStart(window.first + place))
  if (start! < endOf(facility, place) && !(end! <= from) && asOf > from) see()
}
