import { monthOfDay } from './columns.ts'
import { type Derivation, derive } from './define.ts'
import { type Facility, places } from './facility.ts'
import { each } from './rows-by-key.ts'
import { persons } from './solitary-episodes.ts'

const dayMs = 86_400_000
const kinds = places('incident_kind', 'self_harm', 'suicide_attempt')
const self = places('incident_role', 'self')
/** How long after a separation harm still counts as its own, in days: a local default. */
const daysAfter = 14

/** Each self-harm of a person of this prison: the incident's row, its moment, and the stay. */
function eachSelfHarm(facility: Facility, see: (incident: number, at: number, stay: number) => void): void {
  const [kind, at] = ['kind', 'happened_at'].map((field) => facility.column('incident', field))
  const people = facility.by('incident_person', 'incident_id')
  const [keys, roles] = [facility.column('incident', 'incident_id'), facility.column('incident_person', 'role')]
  const stayOf = facility.stayOf('incident_person')
  for (let row = 0; row < facility.rows('incident'); row++) {
    if (!kinds.has(kind![row]!)) continue
    each(people, keys[row]!, (person) => {
      const stay = stayOf(person)
      if (self.has(roles[person]!) && facility.stays.isOwn[stay]) see(row, at![row]!, stay)
    })
  }
}

/** Whether a person was separated, anywhere, at a moment or within the days before it. */
function separationReader(facility: Facility): (stay: number, at: number) => boolean {
  const { stays } = facility
  const [start, end] = ['start_at', 'end_at'].map((field) => facility.column('restrictive_placement', field))
  const stayOf = facility.stayOf('restrictive_placement')
  const rows = new Map<number, number[]>()
  for (let row = 0; row < facility.rows('restrictive_placement'); row++) {
    const person = stays.person[stayOf(row)]
    if (person !== undefined) rows.set(person, [...(rows.get(person) ?? []), row])
  }
  return (stay, at) =>
    (rows.get(stays.person[stay]!) ?? []).some((row) => start![row]! <= at && !(end![row]! < at - daysAfter * dayMs))
}

const inSeparation: Derivation['count'] = (facility, counter) => {
  const isSeparated = separationReader(facility)
  const seen = new Set<number>()
  eachSelfHarm(facility, (incident, at, stay) => {
    if (seen.has(incident) || !isSeparated(stay, at)) return
    seen.add(incident)
    const day = facility.days.dayOf(at)
    counter.add(monthOfDay(day) - facility.window.first, stay, day)
  })
}

const named = ['incident', 'incident_person', 'stay'] as const

/** Who harmed themselves, and where. */
export const selfHarmDerivations = [
  derive('self_harm_in_separation', [...named, 'restrictive_placement'], inSeparation, daysAfter),
  derive(
    'self_harm_persons',
    named,
    persons((facility, see) =>
      eachSelfHarm(facility, (_incident, at, stay) =>
        see(monthOfDay(facility.days.dayOf(at)) - facility.window.first, stay),
      ),
    ),
  ),
]
