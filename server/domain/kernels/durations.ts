import { lengthGroup, pretrialEdges, solitaryEdges } from '../lengths.ts'
import type { Dimension } from '../measures/define.ts'
import { type Derivation, derive } from './define.ts'
import { type Facility, monthEnd } from './facility.ts'
import { isUntried } from './legal-status.ts'
import { each } from './rows-by-key.ts'
import { eachOwnPart, episodesOf } from './solitary-episodes.ts'

const dayMs = 86_400_000

/** A stretch of time that began here, in days since 1970 or parts of them; without an end while it runs. */
interface Duration {
  stay: number
  from: number
  until: number
}

/** The breakdown of a count of spells by how long they last. */
interface Lengths {
  dimension: Dimension
  edges: readonly number[]
}

/** The durations that began in so many days up to each month's end: how many, and their Kaplan–Meier median. */
function begunWithin(made: (facility: Facility) => Duration[], days: number | 'year', lengths: Lengths) {
  const eachOf = (facility: Facility, place: number) => {
    const end = monthEnd(facility.window, place) + 1
    const first =
      days === 'year' ? monthEnd({ ...facility.window, first: facility.window.first - 12 }, place) + 1 : end - days
    return { end, some: made(facility).filter(({ from }) => from >= first && from < end) }
  }
  const count: Derivation['count'] = (facility, counter) => {
    for (let place = 0; place < facility.window.months; place++) {
      const { end, some } = eachOf(facility, place)
      for (const { stay, from, until } of some) {
        counter.add(place, stay, end - 1)
        const hasEnded = until <= end
        counter.mark(place, lengths.dimension, lengthGroup(lengths.edges, (hasEnded ? until : end) - from, hasEnded))
      }
    }
  }
  const median: Derivation['count'] = (facility, counter) => {
    for (let place = 0; place < facility.window.months; place++) {
      const { end, some } = eachOf(facility, place)
      const ended = some.filter(({ until }) => until <= end).map(({ from, until }) => until - from)
      const running = some.filter(({ until }) => until > end).map(({ from }) => end - from)
      counter.keep(place, { ended, running })
    }
  }
  return { count, median }
}

const keptSpells = new WeakMap<Facility, Duration[]>()

/** The time that people spent untried without a break, of custodies whose untried time began here. */
function pretrialSpells(facility: Facility): Duration[] {
  const made = keptSpells.get(facility) ?? makeSpells(facility)
  keptSpells.set(facility, made)
  return made
}

function makeSpells(facility: Facility): Duration[] {
  const { stays } = facility
  const spells = facility.by('legal_status_spell', 'stay_key')
  const read = (field: string) => facility.column('legal_status_spell', field)
  const [status, start, end] = [read('status'), read('start_on'), read('end_on')]
  const keys = facility.column('stay', 'stay_key')
  const pieces = new Map<number, Duration[]>()
  for (let stay = 0; stay < stays.count; stay++) {
    const custody = Number.isNaN(stays.custody[stay]!) ? -1 - stay : stays.custody[stay]!
    each(spells, keys[stay]!, (row) => {
      if (!isUntried(status[row]!)) return
      const until = Math.min(
        stays.until[stay]!,
        nextStart(facility, stay, start[row]!),
        end[row]! || Number.POSITIVE_INFINITY,
      )
      const own = { stay, from: Math.max(start[row]!, stays.from[stay]!), until }
      pieces.set(custody, [...(pieces.get(custody) ?? []), own])
    })
  }
  return [...pieces.values()].flatMap(joined).filter(({ stay }) => stays.isOwn[stay])
}

/** The day on which the next legal ground of a stay begins. */
function nextStart(facility: Facility, stay: number, after: number): number {
  const start = facility.column('legal_status_spell', 'start_on')
  let next = Number.POSITIVE_INFINITY
  each(facility.by('legal_status_spell', 'stay_key'), facility.column('stay', 'stay_key')[stay]!, (row) => {
    if (start[row]! > after) next = Math.min(next, start[row]!)
  })
  return next
}

/** Pieces that touch or overlap, or lie two days apart at most (a journey), as one; it belongs to the stay in which it began. */
function joined(pieces: Duration[]): Duration[] {
  const whole: Duration[] = []
  for (const piece of pieces.sort((a, b) => a.from - b.from || a.until - b.until)) {
    const last = whole.at(-1)
    if (last && piece.from <= last.until + 2) last.until = Math.max(last.until, piece.until)
    else whole.push({ ...piece })
  }
  return whole
}

const keptEpisodes = new WeakMap<Facility, Duration[]>()

/** Episodes of solitary that began here. */
function solitarySpells(facility: Facility): Duration[] {
  const known = keptEpisodes.get(facility)
  if (known) return known
  const made: Duration[] = []
  for (const episode of episodesOf(facility))
    eachOwnPart(facility, episode, (stay, from) => {
      if (from !== episode.startAt) return
      const begun = facility.days.dayOf(from)
      const length = episode.isOpen ? Number.POSITIVE_INFINITY : (episode.endAt - episode.startAt) / dayMs
      made.push({ stay, from: begun, until: begun + length })
    })
  keptEpisodes.set(facility, made)
  return made
}

const pretrial = begunWithin(pretrialSpells, 730, { dimension: 'pretrial_length', edges: pretrialEdges })
const solitary = begunWithin(solitarySpells, 'year', { dimension: 'solitary_length', edges: solitaryEdges })

/** How long it lasts, of all that began, those that still run included. */
export const durationDerivations = [
  derive('pretrial_spells_24m', ['stay', 'legal_status_spell'], pretrial.count, 730),
  derive('pretrial_spell_median_days', ['stay', 'legal_status_spell'], pretrial.median, 730),
  derive('sol_episodes_12m', ['stay', 'restrictive_placement', 'placement_day'], solitary.count, 365),
  derive('sol_median_days_12m', ['stay', 'restrictive_placement', 'placement_day'], solitary.median, 365),
]
