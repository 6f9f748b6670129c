import { codePlace, monthOfDay } from './columns.ts'
import { type Derivation, derive } from './define.ts'
import { type Facility, monthEnd, places } from './facility.ts'
import { each } from './rows-by-key.ts'
import { rowsOf, within } from './shapes.ts'
import type { Counter } from './tally.ts'

const serious = places('injury_level', 'hospital', 'life_threatening')
const unspecified = codePlace('sex', 'other_or_unspecified')

/** The stay of the person harmed in an incident; -1 where nobody is named, or where persons of different sex were. */
function harmedIn(facility: Facility, role: string): (row: number) => number {
  const people = facility.by('incident_person', 'incident_id')
  const keys = facility.column('incident', 'incident_id')
  const roles = facility.column('incident_person', 'role')
  const wanted = codePlace('incident_role', role)
  const stayOf = facility.stayOf('incident_person')
  const sexOf = (stay: number) => facility.stays.sex[stay] ?? unspecified
  return (row) => {
    let [found, isMixed] = [-1, false]
    each(people, keys[row]!, (person) => {
      const stay = stayOf(person)
      if (roles[person] !== wanted || stay < 0) return
      isMixed ||= found >= 0 && sexOf(found) !== sexOf(stay)
      if (found < 0 || facility.stays.person[stay]! < facility.stays.person[found]!) found = stay
    })
    return isMixed ? -1 : found
  }
}

/** Incidents of some kinds on the day on which they happened. */
function incidents(
  kinds: readonly string[],
  role: string,
  test: (injury: number) => boolean = () => true,
): Derivation['count'] {
  const wanted = places('incident_kind', ...kinds)
  return rowsOf('incident', (facility) => {
    const { column, days } = facility
    const [kind, at, injury] = ['kind', 'happened_at', 'injury_level'].map((field) => column('incident', field))
    return {
      day: (row) => days.dayOf(at![row]!),
      stay: harmedIn(facility, role),
      test: (row) => wanted.has(kind![row]!) && test(injury![row]!),
    }
  })
}

const handcuffs = codePlace('force_kind', 'handcuffs')
const restraints = places('force_kind', 'handcuffs', 'body_restraint')
const escort = codePlace('force_reason', 'escort_precaution')
const yes = codePlace('yes_no_unknown', 'yes')
const birth = codePlace('person_state', 'labour_birth')

interface Force {
  isEscort: boolean
  kind: number
  state: number
  isReported: boolean
  isExamined: boolean
}

/** Uses of force; handcuffs on an escort are not among them. */
const force = (test: (force: Force) => boolean) =>
  rowsOf('force_use', ({ column, days }) => {
    const read = (field: string) => column('force_use', field)
    const [kind, reason, state] = ['kind', 'reason_code', 'person_state'].map(read)
    const [at, told, seen] = ['happened_at', 'reported_to_director_at', 'medical_check_at'].map(read)
    return {
      day: (row) => days.dayOf(at![row]!),
      test: (row) =>
        test({
          isEscort: kind![row] === handcuffs && reason![row] === escort,
          kind: kind![row]!,
          state: state![row]!,
          isReported: days.dayOf(told![row]!) <= days.dayOf(at![row]!),
          isExamined: within(seen![row], at![row], 24),
        }),
    }
  })

const [strip, cavity, cell] = ['strip', 'body_cavity', 'cell'].map((code) => codePlace('search_kind', code))
const sameSex = places('searcher_role', 'custody_same_sex', 'custody_same_sex_medically_trained')
const medical = places('searcher_role', 'custody_same_sex_medically_trained', 'health_not_treating')
const nobody = codePlace('authoriser_role', 'none_recorded')

interface Search {
  kind: number
  isComplete: boolean
  isAuthorised: boolean
  searcher: number
}

const searches = (test: (search: Search) => boolean) =>
  rowsOf('search_event', ({ column, days }) => {
    const read = (field: string) => column('search_event', field)
    const [kind, at, role, searcher, complete] = [
      'kind',
      'done_at',
      'authorised_by_role',
      'searcher_role',
      'record_complete',
    ].map(read)
    return {
      day: (row) => days.dayOf(at![row]!),
      test: (row) =>
        test({
          kind: kind![row]!,
          isComplete: complete![row] === 1,
          isAuthorised: role![row]! >= 0 && role![row] !== nobody,
          searcher: searcher![row]!,
        }),
    }
  })

const peopleInIncidents = ['incident', 'incident_person', 'stay'] as const
const forces = ['force_use', 'stay'] as const

/** Violence, force, restraints and searches. */
export const safetyDerivations = [
  derive('assaults_pp', peopleInIncidents, incidents(['assault_prisoner_on_prisoner'], 'victim')),
  derive('assaults_staff', ['incident'], incidents(['assault_on_staff'], 'victim')),
  derive(
    'assaults_serious',
    ['incident'],
    incidents(['assault_prisoner_on_prisoner', 'assault_on_staff'], 'victim', (injury) => serious.has(injury)),
  ),
  derive('sexual_violence', peopleInIncidents, incidents(['sexual_violence'], 'victim')),
  derive('self_harm_events', peopleInIncidents, incidents(['self_harm', 'suicide_attempt'], 'self')),
  derive(
    'force_uses',
    forces,
    force(({ isEscort }) => !isEscort),
  ),
  derive(
    'force_reported',
    forces,
    force(({ isEscort, isReported }) => !isEscort && isReported),
  ),
  derive(
    'force_medical',
    forces,
    force(({ isEscort, isExamined }) => !isEscort && isExamined),
  ),
  derive(
    'force_safeguarded',
    forces,
    force(({ isEscort, isReported, isExamined }) => !isEscort && isReported && isExamined),
  ),
  derive(
    'restraint_uses',
    forces,
    force(({ isEscort, kind }) => !isEscort && restraints.has(kind)),
  ),
  derive(
    'searches_strip',
    ['search_event', 'stay'],
    searches(({ kind }) => kind === strip),
  ),
  derive(
    'searches_cavity',
    ['search_event', 'stay'],
    searches(({ kind }) => kind === cavity),
  ),
  derive(
    'searches_recorded',
    ['search_event'],
    searches(
      ({ kind, isComplete, isAuthorised, searcher }) =>
        isComplete &&
        isAuthorised &&
        ((kind === strip && sameSex.has(searcher)) || (kind === cavity && medical.has(searcher))),
    ),
  ),
  derive(
    'searches_cell',
    ['search_event'],
    searches(({ kind }) => kind === cell),
  ),
  derive(
    'searches_cell_recorded',
    ['search_event'],
    searches(({ kind, isComplete }) => kind === cell && isComplete),
  ),
  derive('restraint_birth', ['maternity_case', 'force_use', 'stay'], restrainedInBirth),
]

/** Known from the case of the mother or from the use of force: one woman and month, whichever record tells of it. */
function restrainedInBirth(facility: Facility, counter: Counter): void {
  const { days, stays, window } = facility
  const seen = new Set<string>()
  const see = (stay: number, day: number) => {
    const place = monthOfDay(day) - window.first
    const name = `${stays.person[stay]} ${place}`
    if (!stays.isOwn[stay] || seen.has(name)) return
    seen.add(name)
    counter.add(place, stay, monthEnd(window, place))
  }
  const [restrained, born] = ['restrained_during_birth', 'birth_on'].map((name) =>
    facility.column('maternity_case', name),
  )
  const motherOf = facility.stayOf('maternity_case')
  for (let row = 0; row < facility.rows('maternity_case'); row++)
    if (restrained![row] === yes) see(motherOf(row), born![row]!)
  const [state, at] = ['person_state', 'happened_at'].map((name) => facility.column('force_use', name))
  const heldBy = facility.stayOf('force_use')
  for (let row = 0; row < facility.rows('force_use'); row++)
    if (state![row] === birth) see(heldBy(row), days.dayOf(at![row]!))
}
