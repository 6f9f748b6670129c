import { codePlace, monthOfDay } from './columns.ts'
import { derive } from './define.ts'
import { type Facility, monthEnd, places } from './facility.ts'
import { some } from './rows-by-key.ts'
import { heldAtEnd, rowsOf, staysOn, within } from './shapes.ts'

const lookBackDays = 90
const family = places('contact_group', 'family', 'friend_or_mentor')
const visit = codePlace('contact_kind', 'visit')
const calls = places('contact_kind', 'phone', 'video')
const completed = codePlace('contact_status', 'completed')
const refused = places('contact_status', 'refused_by_facility', 'cancelled_by_facility')
const open = places('visit_mode', 'open_contact', 'private_family')
const yes = codePlace('yes_no_unknown', 'yes')

/** Contacts with family and friends on the day on which they happened; requests that came to nothing, on that of the request. */
const contacts = (test: (contact: { kind: number; mode: number; status: number; child: number }) => boolean) =>
  rowsOf('contact_event', ({ column, days }) => {
    const read = (field: string) => column('contact_event', field)
    const [kind, group, mode, status, child] = ['kind', 'with_group', 'mode', 'status', 'child_present'].map(read)
    const [on, requested] = [read('happened_on'), read('requested_at')]
    return {
      day: (row) => (Number.isNaN(on[row]!) ? days.dayOf(requested[row]!) : on[row]!),
      test: (row) =>
        family.has(group![row]!) &&
        test({ kind: kind![row]!, mode: mode![row]!, status: status![row]!, child: child![row]! }),
    }
  })

/** For each custody one mark a month: bits of what happened in the 90 days to the month's last day. */
const [wasVisited, hadContact, sawChild] = [1, 2, 4]
const kept = new WeakMap<Facility, Uint8Array>()

function marksOf(facility: Facility): Uint8Array {
  const made = kept.get(facility) ?? makeMarks(facility)
  kept.set(facility, made)
  return made
}

function makeMarks(facility: Facility): Uint8Array {
  const { stays, window } = facility
  const read = (field: string) => facility.column('contact_event', field)
  const [kind, group, status, child] = ['kind', 'with_group', 'status', 'child_present'].map(read)
  const on = read('happened_on')
  const stayOf = facility.stayOf('contact_event')
  const custodies = facility.by('stay', 'custody_key').starts.length
  const marks = new Uint8Array(custodies * window.months)
  for (let row = 0; row < on.length; row++) {
    if (status![row] !== completed || !family.has(group![row]!)) continue
    const custody = stays.custody[stayOf(row)]
    if (custody === undefined || Number.isNaN(custody)) continue
    const isVisit = kind![row] === visit
    const mark = hadContact! | (isVisit ? wasVisited! : 0) | (isVisit && child![row] === 1 ? sawChild! : 0)
    const first = monthOfDay(on[row]!) - window.first
    for (let place = Math.max(0, first); place < window.months; place++) {
      if (on[row]! <= monthEnd(window, place) - lookBackDays) break
      marks[custody * window.months + place]! |= mark
    }
  }
  return marks
}

/** In custody for all of the 90 days that end with `day`, in whichever facility. */
function isPresent90Days({ stays }: Facility, stay: number, day: number): boolean {
  return stays.custodyFrom[stay]! <= day - lookBackDays
}

const present = (test: (mark: number) => boolean, isParent = false) =>
  heldAtEnd((facility) => {
    const marks = marksOf(facility)
    const { stays, window } = facility
    const personRow = facility.rowOf('person', 'person_key')
    const children = facility.column('person', 'has_child_under_18')
    return (stay, day, place) =>
      isPresent90Days(facility, stay, day) &&
      (!isParent || children[personRow[stays.person[stay]!] ?? -1] === yes) &&
      test(marks[stays.custody[stay]! * window.months + place] ?? 0)
  })

const childVisits = codePlace('restriction_kind', 'child_visits')
const allFamily = codePlace('restriction_kind', 'all_family')
const protective = places('restriction_basis', 'child_protection', 'court_order')
const punitive = places('restriction_basis', 'disciplinary', 'security')
const familySanction = codePlace('sanction_kind', 'family_contact_restricted')

/** Restrictions of a stay that are in force on a day. */
function restrictions(facility: Facility, test: (row: number) => boolean): (stay: number, day: number) => boolean {
  const rows = facility.by('contact_restriction', 'stay_key')
  const keys = facility.column('stay', 'stay_key')
  const [start, end] = ['start_on', 'end_on'].map((field) => facility.column('contact_restriction', field))
  return (stay, day) => some(rows, keys[stay]!, (row) => test(row) && start![row]! <= day && !(end![row]! <= day))
}

const childBans = (isIndividual: boolean) =>
  heldAtEnd((facility) => {
    const read = (field: string) => facility.column('contact_restriction', field)
    const [kind, basis, individual] = ['kind', 'basis', 'individual_decision'].map(read)
    return restrictions(
      facility,
      (row) =>
        kind![row] === childVisits && (!isIndividual || (individual![row] === 1 && protective.has(basis![row]!))),
    )
  })

const daysToFirstVisit = 14

const visitRequests = (isAnswered: boolean) =>
  rowsOf('contact_event', ({ column, days }) => {
    const read = (field: string) => column('contact_event', field)
    const [kind, group, status, requested, on] = ['kind', 'with_group', 'status', 'requested_at', 'happened_on'].map(
      read,
    )
    const withdrawn = places('contact_status', 'cancelled_by_visitor', 'declined_by_person')
    const asked = (row: number) => days.dayOf(requested![row]!)
    return {
      day: (row) => asked(row) + daysToFirstVisit,
      test: (row) =>
        kind![row] === visit &&
        family.has(group![row]!) &&
        !withdrawn.has(status![row]!) &&
        (!isAnswered || (status![row] === completed && on![row]! <= asked(row) + daysToFirstVisit)),
    }
  })

const arrivals = places('admission_kind', 'new_from_liberty', 'recall', 'transfer_in')
const admission = places('notification_event', 'admission', 'transfer')

const events = ['stay', 'contact_event'] as const

/** Visits, calls and letters, bans on them, and distance from home. */
export const contactDerivations = [
  derive(
    'visits_done',
    events,
    contacts(({ kind, status }) => kind === visit && status === completed),
  ),
  derive(
    'visits_open',
    events,
    contacts(({ kind, status, mode }) => kind === visit && status === completed && open.has(mode)),
  ),
  derive(
    'visits_refused',
    events,
    contacts(({ kind, status }) => kind === visit && refused.has(status)),
  ),
  derive(
    'calls_done',
    events,
    contacts(({ kind, status }) => calls.has(kind) && status === completed),
  ),
  derive(
    'persons_present_90d',
    ['stay'],
    present(() => true),
    lookBackDays,
  ),
  derive(
    'persons_visited_90d',
    events,
    present((mark) => (mark & wasVisited!) !== 0),
    lookBackDays,
  ),
  derive(
    'persons_no_contact_90d',
    events,
    present((mark) => mark === 0),
    lookBackDays,
  ),
  derive(
    'parents_present_90d',
    ['stay', 'person'],
    present(() => true, true),
    lookBackDays,
  ),
  derive(
    'parents_child_visit_90d',
    [...events, 'person'],
    present((mark) => (mark & sawChild!) !== 0, true),
    lookBackDays,
  ),
  derive('visits_asked_14d', events, visitRequests(false), daysToFirstVisit + 31),
  derive('visits_within_14d', events, visitRequests(true), daysToFirstVisit + 31),
  derive('child_bans_active', ['stay', 'contact_restriction'], childBans(false)),
  derive('child_bans_individual', ['stay', 'contact_restriction'], childBans(true)),
  derive('contact_bans_disciplinary', ['stay', 'contact_restriction', 'disciplinary_case'], (facility, counter) => {
    const { window, stays } = facility
    const read = (field: string) => facility.column('contact_restriction', field)
    const [kind, basis, start, end] = ['kind', 'basis', 'start_on', 'end_on'].map(read)
    const stayOf = facility.stayOf('contact_restriction')
    for (let place = 0; place < window.months; place++) {
      const last = monthEnd(window, place)
      const first = monthEnd(window, place - 1) + 1
      for (let row = 0; row < kind!.length; row++) {
        const stay = stayOf(row)
        const isIn = stays.isOwn[stay] && start![row]! <= last && !(end![row]! <= first) && stays.until[stay]! > first
        if (isIn && kind![row] === allFamily && punitive.has(basis![row]!)) counter.add(place, stay, last)
      }
    }
    sanctionsOnFamily(facility, counter)
  }),
  derive(
    'adm_family_24h',
    ['stay', 'notification'],
    staysOn((facility) => {
      const { stays, column } = facility
      const [kind, informed] = [column('stay', 'admission_kind'), column('stay', 'family_informed_at')]
      const duties = facility.by('notification', 'stay_key')
      const keys = column('stay', 'stay_key')
      const [event, offered, told] = ['event', 'offered_ability_at', 'notified_at'].map((name) =>
        column('notification', name),
      )
      return {
        day: (row) => stays.from[row]!,
        test: (row) => {
          const since = stays.admittedAt[row]!
          const isOffered = (duty: number) => within(offered![duty], since, 24) || within(told![duty], since, 24)
          return (
            arrivals.has(kind[row]!) &&
            (within(informed[row], since, 24) ||
              some(duties, keys[row]!, (duty) => admission.has(event![duty]!) && isOffered(duty)))
          )
        },
      }
    }),
  ),
  derive(
    'home_known',
    ['stay'],
    heldAtEnd(
      ({ column }) =>
        (stay) =>
          column('stay', 'distance_home_km')[stay]! >= 0,
    ),
  ),
  derive(
    'home_far',
    ['stay'],
    heldAtEnd(
      ({ column, settings }) =>
        (stay) =>
          column('stay', 'distance_home_km')[stay]! > settings.farFromHomeKm,
    ),
  ),
]

const sanctionsOnFamily = rowsOf('disciplinary_case', ({ column }) => {
  const [sanction, hearing, alleged] = ['sanction', 'hearing_on', 'alleged_on'].map((field) =>
    column('disciplinary_case', field),
  )
  return {
    day: (row) => (Number.isNaN(hearing![row]!) ? alleged![row]! : hearing![row]!),
    test: (row) => sanction![row] === familySanction,
  }
})
