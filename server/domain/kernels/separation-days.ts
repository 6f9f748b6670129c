import { codePlace, monthOfDay } from './columns.ts'
import { type Derivation, derive } from './define.ts'
import { eachMonthEnd, type Facility, places } from './facility.ts'
import { each } from './rows-by-key.ts'
import { staysOn } from './shapes.ts'
import { type Episode, eachOwnPart, episodesOf } from './solitary-episodes.ts'

const dayMs = 86_400_000
const asked = codePlace('placement_kind', 'own_request')
const notHealth = codePlace('health_role', 'not_health')
const notToLiberty = places('release_kind', 'transfer_out', 'escape', 'death')
const noSupport = codePlace('support_kind', 'none')

/** One day of one person in separation; a day begun is a day, for each needs its visit, its hour outside and its contact. */
interface SeparatedDay {
  stay: number
  day: number
  isImposed: boolean
  hasHealthVisit: boolean
  outdoorMinutes: number
  contactMinutes: number
}

const kept = new WeakMap<Facility, SeparatedDay[]>()

function separatedDays(facility: Facility): SeparatedDay[] {
  const made = kept.get(facility) ?? makeDays(facility)
  kept.set(facility, made)
  return made
}

/** The days of a placement here that lie in the window, up to the present. */
function daysOf(facility: Facility, row: number, stay: number): { from: number; to: number } {
  const { days, stays, asOf } = facility
  const [start, end] = ['start_at', 'end_at'].map((field) => facility.column('restrictive_placement', field)[row]!)
  const last = end! <= asOf ? days.dayOf(end! - 1) : days.dayOf(asOf - 1)
  const [first, until] = [days.dayOf(start!), Math.min(last, stays.until[stay]!)]
  return { from: Math.max(first, facility.firstDay), to: Math.min(until, facility.lastDay) }
}

function makeDays(facility: Facility): SeparatedDay[] {
  const { stays } = facility
  const stayOf = facility.stayOf('restrictive_placement')
  const kind = facility.column('restrictive_placement', 'kind')
  const addLogs = logAdder(facility)
  const found = new Map<string, SeparatedDay>()
  for (let row = 0; row < facility.rows('restrictive_placement'); row++) {
    const stay = stayOf(row)
    if (!stays.isOwn[stay]) continue
    const { from, to } = daysOf(facility, row, stay)
    for (let day = from; day <= to; day++) {
      const key = `${stays.person[stay]} ${day}`
      const one = found.get(key) ?? blankDay(stay, day)
      found.set(key, one)
      if (kind[row] !== asked) one.isImposed = true
      one.stay = Math.max(one.stay, stay)
    }
    addLogs(row, (day) => found.get(`${stays.person[stay]} ${day}`))
  }
  return [...found.values()]
}

function blankDay(stay: number, day: number): SeparatedDay {
  return { stay, day, isImposed: false, hasHealthVisit: false, outdoorMinutes: 0, contactMinutes: 0 }
}

/** Lays the daily logs of a placement over its days. Minutes of several logs of a day add up; a day without a log has none. */
function logAdder(facility: Facility) {
  const logs = facility.by('placement_day', 'placement_id')
  const keys = facility.column('restrictive_placement', 'placement_id')
  const kind = facility.column('restrictive_placement', 'kind')
  const read = (field: string) => facility.column('placement_day', field)
  const [day, visit, role, outdoor] = ['day', 'health_visit_at', 'health_role', 'outdoor_minutes'].map(read)
  const contact = read('meaningful_contact_minutes')
  return (placement: number, dayOf: (day: number) => SeparatedDay | undefined) =>
    each(logs, keys[placement]!, (row) => {
      const one = dayOf(day![row]!)
      if (!one) return
      const isVisit = !Number.isNaN(visit![row]!) && !(role![row] === notHealth)
      if (isVisit && kind[placement] !== asked) one.hasHealthVisit = true
      one.outdoorMinutes += outdoor![row]! || 0
      one.contactMinutes += contact[row]! || 0
    })
}

const personDays =
  (test: (day: SeparatedDay) => boolean = () => true): Derivation['count'] =>
  (facility, counter) => {
    for (const one of separatedDays(facility))
      if (test(one)) counter.add(monthOfDay(one.day) - facility.window.first, one.stay, one.day)
  }

/** People separated at the end of a month whose separation is not solitary then. */
const inOtherSeparation: Derivation['count'] = (facility, counter) => {
  const { days, stays, window } = facility
  const solitary = new Set<string>()
  for (const episode of episodesOf(facility))
    for (const run of episode.runs)
      eachOwnPart(facility, { ...run, person: episode.person }, (_stay, from, until) => {
        const last = run.isOpen && until === run.endAt ? Number.POSITIVE_INFINITY : days.dayOf(until)
        eachMonthEnd(window, days.dayOf(from), last, (place) => solitary.add(`${episode.person} ${place}`))
      })
  const stayOf = facility.stayOf('restrictive_placement')
  const [start, end] = ['start_at', 'end_at'].map((field) => facility.column('restrictive_placement', field))
  const seen = new Set(solitary)
  for (let row = 0; row < facility.rows('restrictive_placement'); row++) {
    const stay = stayOf(row)
    if (!stays.isOwn[stay]) continue
    const until = end![row]! <= facility.asOf ? days.dayOf(end![row]!) : Number.POSITIVE_INFINITY
    eachMonthEnd(window, days.dayOf(start![row]!), Math.min(until, stays.until[stay]!), (place, day) => {
      const key = `${stays.person[stay]} ${place}`
      if (seen.has(key)) return
      seen.add(key)
      counter.add(place, stay, day)
    })
  }
}

/** Releases to liberty of people who were in solitary, anywhere, in the 30 days before. */
const soonAfterSolitary = staysOn((facility) => {
  const { stays } = facility
  const kind = facility.column('stay', 'release_kind')
  const runs = new Map<number, { startAt: number; endAt: number }[]>()
  for (const { person, runs: own } of episodesOf(facility)) runs.set(person, [...(runs.get(person) ?? []), ...own])
  return {
    day: (row) => (Number.isFinite(stays.until[row]!) ? stays.until[row]! : Number.NaN),
    test: (row) => {
      const at = stays.releasedAt[row]!
      const isRecent = (run: { startAt: number; endAt: number }) => run.startAt < at && run.endAt > at - 30 * dayMs
      return !notToLiberty.has(kind[row]!) && (runs.get(stays.person[row]!) ?? []).some(isRecent)
    },
  }
})

/** Episodes of eight days or more, on the seventh day after their end, of people who are here then. */
const aftercare =
  (isGiven: boolean): Derivation['count'] =>
  (facility, counter) => {
    const { days, stays, window } = facility
    const [kind, at] = ['support_after_kind', 'support_after_at'].map((field) =>
      facility.column('restrictive_placement', field),
    )
    const isSupported = ({ placements, endAt }: Episode) =>
      placements.some((row) => kind![row]! !== noSupport && at![row]! <= endAt + 7 * dayMs)
    for (const episode of episodesOf(facility)) {
      if (episode.isOpen || episode.days < 8 || (isGiven && !isSupported(episode))) continue
      const day = days.dayOf(episode.endAt - 1) + 7
      each(facility.by('stay', 'person_key'), episode.person, (stay) => {
        const isHere = stays.isOwn[stay] && stays.from[stay]! <= day && day < stays.until[stay]!
        if (isHere) counter.add(monthOfDay(day) - window.first, stay, day)
      })
    }
  }

const placed = ['stay', 'restrictive_placement'] as const
const logged = [...placed, 'placement_day'] as const

/** Days in every separation, what was given on them, and what came after. */
export const separationDaysDerivations = [
  derive('sep_person_days', placed, personDays()),
  derive(
    'sep_involuntary_person_days',
    placed,
    personDays(({ isImposed }) => isImposed),
  ),
  derive(
    'sol_health_visits_done',
    logged,
    personDays(({ isImposed, hasHealthVisit }) => isImposed && hasHealthVisit),
  ),
  derive(
    'sep_person_days_outdoor_ok',
    logged,
    personDays(({ outdoorMinutes }) => outdoorMinutes >= 60),
  ),
  derive(
    'sep_person_days_contact_2h',
    logged,
    personDays(({ contactMinutes }) => contactMinutes >= 120),
  ),
  derive('sep_other_in_place', logged, inOtherSeparation),
  derive('sol_release_direct', logged, soonAfterSolitary, 60),
  derive('sol_support_due', logged, aftercare(false), 60),
  derive('sol_supported_7d', logged, aftercare(true), 60),
]
