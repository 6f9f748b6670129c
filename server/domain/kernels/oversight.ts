import { codePlace } from './columns.ts'
import { type Derivation, derive } from './define.ts'
import { type Facility, monthEnd, places } from './facility.ts'

const internal = codePlace('oversight_kind', 'internal')
const yes = codePlace('yes_no_partly', 'yes')
/** Partners on the usual list for protocols; a country may have another. */
const partners = places(
  'agency_kind',
  'probation',
  'social_services',
  'health_service',
  'employment_service',
  'housing_agency',
  'training_institution',
  'victim_support',
  'civil_society',
)

/** One number for each month's last day; NaN where there is nothing to reckon from. */
const eachMonth =
  (made: (facility: Facility) => (day: number, place: number) => number): Derivation['count'] =>
  (facility, counter) => {
    const value = made(facility)
    for (let place = 0; place < facility.window.months; place++)
      counter.set(place, value(monthEnd(facility.window, place), place))
  }

/** Days since a body from outside last spoke with people alone; where none ever did, since the prison opened. */
const sinceVisit = eachMonth((facility) => {
  const read = (field: string) => facility.column('inspection_visit', field)
  const [kind, on, isPrivate] = [read('body_kind'), read('started_on'), read('private_interviews')]
  const opened = facility.column('facility', 'valid_from')
  return (day) => {
    const visits = [...on].filter((start, row) => kind[row] !== internal && isPrivate[row] === 1 && start <= day)
    const since = visits.length > 0 ? Math.max(...visits) : Math.min(...opened)
    return Number.isFinite(since) ? day - since : Number.NaN
  }
})

/** Accepted recommendations that fell due in twelve months. */
const recommendations = (isVerified: boolean) =>
  eachMonth((facility) => {
    const read = (field: string) => facility.column('recommendation', field)
    const [due, accepted, verified] = [read('due_on'), read('accepted'), read('verified_done_on')]
    return (day) => {
      const isCounted = (on: number, row: number) =>
        accepted[row] === yes && on > day - 365 && on <= day && (!isVerified || verified[row]! <= day)
      return [...due].filter(isCounted).length
    }
  })

/** Kinds of partners with a protocol in force that covers release and of which data protection was checked. */
const agreed = eachMonth((facility) => {
  const read = (field: string) => facility.column('agreement', field)
  const [kind, signed, expires] = [read('partner_kind'), read('signed_on'), read('expires_on')]
  const [release, isChecked] = [read('covers_release'), read('data_protection_checked')]
  return (day) => {
    const inForce = [...kind].filter(
      (partner, row) =>
        partners.has(partner) &&
        signed[row]! <= day &&
        !(expires[row]! <= day) &&
        release[row] === 1 &&
        isChecked[row] === 1,
    )
    return new Set(inForce).size
  }
})

/** Volunteers who are active, screened and trained: no more than the least of the three counts. */
const volunteers = eachMonth((facility) => {
  const read = (field: string) => facility.column('volunteer_month', field)
  const [month, active] = [read('month'), read('volunteers_active')]
  const [screened, trained] = [read('volunteers_screened'), read('volunteers_trained')]
  return (_day, place) => {
    const row = month.indexOf(facility.window.first + place)
    return row < 0 ? Number.NaN : Math.min(active[row]!, screened[row]!, trained[row]!)
  }
})

/** Visits from outside, what came of them, and partners. */
export const oversightDerivations = [
  derive('days_since_external_visit', ['inspection_visit', 'facility'], sinceVisit),
  derive('recs_due', ['recommendation'], recommendations(false), 365),
  derive('recs_verified', ['recommendation'], recommendations(true), 365),
  derive(
    'partner_kinds_needed',
    ['agreement'],
    eachMonth(() => () => partners.size),
  ),
  derive('partner_kinds_agreed', ['agreement'], agreed),
  derive('volunteers_ready', ['volunteer_month'], volunteers),
]
