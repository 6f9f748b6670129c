import { daysUpTo, type StrictRun, solitaryEpisodes, type Transfer } from '../clocks/solitary.ts'
import type { LoggedDay, Placement } from '../clocks/solitary-fact.ts'
import { codePlace, monthStart } from './columns.ts'
import type { Derivation } from './define.ts'
import { eachMonth, type Facility } from './facility.ts'
import { each } from './rows-by-key.ts'

const dayMs = 86_400_000

/** One episode of solitary of a person who was in this facility, in local days and in moments. */
export interface Episode {
  startAt: number
  endAt: number
  isOpen: boolean
  runs: readonly StrictRun[]
  /** Facility 0 is this one. */
  origin: number
  person: number
  /** Days of the whole episode; gaps under the break rule included. */
  days: number
  /** Rows of `restrictive_placement` in it. */
  placements: readonly number[]
}

const kept = new WeakMap<Facility, Episode[]>()

/** Every episode of everybody who was held here: made once for all measures of the facility. */
export function episodesOf(facility: Facility): Episode[] {
  const made = kept.get(facility) ?? makeEpisodes(facility)
  kept.set(facility, made)
  return made
}

function makeEpisodes(facility: Facility): Episode[] {
  const { stays, settings, asOf, days, column } = facility
  const placed = (field: string) => column('restrictive_placement', field)
  const [startAt, endAt, hours] = [placed('start_at'), placed('end_at'), placed('hours_in_cell_planned')]
  const stayOf = facility.stayOf('restrictive_placement')
  const where = column('stay', 'facility_id')
  const byPerson = new Map<number, number[]>()
  for (let row = 0; row < facility.rows('restrictive_placement'); row++) {
    const person = stays.person[stayOf(row)]
    if (person === undefined) continue
    const rows = byPerson.get(person)
    if (rows) rows.push(row)
    else byPerson.set(person, [row])
  }
  const toPlacement = (row: number): Placement => ({
    facility: where[stayOf(row)]! || 0,
    startAt: startAt[row]!,
    endAt: endAt[row]!,
    hoursInCellPlanned: hours[row]!,
  })
  const logsOf = logReader(facility)
  const transfersOf = transferReader(facility)
  return [...byPerson].flatMap(([person, rows]) => {
    const given = { placements: rows.map(toPlacement), logs: rows.flatMap(logsOf), transfers: transfersOf(person) }
    return solitaryEpisodes(given, settings.clock, asOf, days).map((episode) => ({
      ...episode,
      person,
      days: daysUpTo(episode, asOf, settings.clock, days),
      placements: rows.filter((row) => startAt[row]! < episode.endAt && !(endAt[row]! <= episode.startAt)),
    }))
  })
}

function logReader(facility: Facility): (placement: number) => LoggedDay[] {
  const logs = facility.by('placement_day', 'placement_id')
  const keys = facility.column('restrictive_placement', 'placement_id')
  const read = (field: string) => facility.column('placement_day', field)
  const [day, out, contact] = [read('day'), read('out_of_cell_minutes'), read('meaningful_contact_minutes')]
  return (placement) => {
    const found: LoggedDay[] = []
    each(logs, keys[placement]!, (row) => {
      found.push({ day: day[row]!, outOfCellMinutes: out[row]!, meaningfulContactMinutes: contact[row]! })
    })
    return found
  }
}

/** The longest that a journey between two facilities takes; longer is no transfer (two days). */
const longestTransferMs = 2 * dayMs

function transferReader(facility: Facility): (person: number) => Transfer[] {
  const { stays } = facility
  const ofPerson = facility.by('stay', 'person_key')
  const kind = facility.column('stay', 'release_kind')
  const moved = codePlace('release_kind', 'transfer_out')
  return (person) => {
    const transfers: Transfer[] = []
    each(ofPerson, person, (left) => {
      if (kind[left] !== moved) return
      each(ofPerson, person, (arrived) => {
        const [leftAt, arrivedAt] = [stays.releasedAt[left]!, stays.admittedAt[arrived]!]
        if (arrivedAt >= leftAt && arrivedAt - leftAt <= longestTransferMs) transfers.push({ leftAt, arrivedAt })
      })
    })
    return transfers
  }
}

/** Own stays of a person, with the part of an episode that was spent in each. */
export function eachOwnPart(
  facility: Facility,
  episode: StrictRun & { person: number },
  see: (stay: number, from: number, until: number) => void,
) {
  const { stays } = facility
  each(facility.by('stay', 'person_key'), episode.person, (stay) => {
    if (!stays.isOwn[stay]) return
    const from = Math.max(episode.startAt, stays.admittedAt[stay]!)
    const until = Math.min(
      episode.endAt,
      Number.isNaN(stays.releasedAt[stay]!) ? episode.endAt : stays.releasedAt[stay]!,
    )
    if (from < until) see(stay, from, until)
  })
}

/** Counts each person once a month, in the groups of the month's last day. */
export function persons(
  made: (facility: Facility, see: (place: number, stay: number) => void) => void,
): Derivation['count'] {
  return (facility, counter) => {
    const { window, stays } = facility
    const seen = new Map<number, number>()
    made(facility, (place, stay) => {
      if (!(place >= 0 && place < window.months)) return
      const key = stays.person[stay]! * window.months + place
      seen.set(key, Math.max(stay, seen.get(key) ?? -1))
    })
    // Of several stays of a person in a month, the one that was entered last, whatever the order of rows.
    for (const [key, stay] of seen) {
      const place = key % window.months
      counter.add(place, latest(facility, stay, place), monthStart(window.first + place + 1) - 1)
    }
  }
}

function latest(facility: Facility, stay: number, place: number): number {
  const { stays, window } = facility
  const end = monthStart(window.first + place + 1)
  let found = stay
  each(facility.by('stay', 'person_key'), stays.person[stay]!, (row) => {
    const isLater = stays.from[row]! > stays.from[found]! || stays.from[found]! >= end
    if (stays.isOwn[row] && stays.from[row]! < end && isLater) found = row
  })
  return found
}

/** Places of the window in which a person was in solitary here. */
export function eachSolitaryMonth(
  facility: Facility,
  see: (place: number, stay: number, episode: Episode) => void,
): void {
  const { days, window } = facility
  for (const episode of episodesOf(facility))
    for (const run of episode.runs)
      eachOwnPart(facility, { ...run, person: episode.person }, (stay, from, until) =>
        eachMonth(window, days.dayOf(from), days.dayOf(until - 1), (place) => see(place, stay, episode)),
      )
}
