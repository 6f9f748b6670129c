import { codePlace } from './columns.ts'
import { type Derivation, derive } from './define.ts'
import { type Facility, places } from './facility.ts'
import { some } from './rows-by-key.ts'
import { rowsOf, staysOn, within } from './shapes.ts'

const arrivalKinds = places('admission_kind', 'new_from_liberty', 'recall', 'transfer_in')
const onArrival = places('screening_kind', 'admission', 'transfer')
const notHealth = codePlace('health_role', 'not_health')
const female = codePlace('sex', 'female')

/** Arrivals of whom some screening passes a test. */
const screened = (
  made: (facility: Facility) => (screening: number, admittedAt: number) => boolean,
  isCounted: (stay: number, facility: Facility) => boolean = () => true,
): Derivation['count'] =>
  staysOn((facility) => {
    const { stays, column } = facility
    const screenings = facility.by('health_screening', 'stay_key')
    const [keys, kind] = [column('stay', 'stay_key'), column('stay', 'admission_kind')]
    const test = made(facility)
    return {
      day: (row) => stays.from[row]!,
      test: (row) =>
        arrivalKinds.has(kind[row]!) &&
        isCounted(row, facility) &&
        some(screenings, keys[row]!, (screening) => test(screening, stays.admittedAt[row]!)),
    }
  })

const isWoman = (stay: number, { stays }: Facility) => stays.sex[stay] === female
const screening = (facility: Facility, field: string) => facility.column('health_screening', field)

const inFirstDay = (facility: Facility) => {
  const [kind, at, role, isPrivate] = ['kind', 'done_at', 'examiner_role', 'private'].map((name) =>
    screening(facility, name),
  )
  return (row: number, since: number) =>
    onArrival.has(kind![row]!) && within(at![row], since, 24) && role![row] !== notHealth && isPrivate![row] === 1
}

const inTreatment = (isContinued: boolean) => (facility: Facility) => {
  const [arrived, continued] = ['treatment_on_arrival', 'treatment_continued_at'].map((name) =>
    screening(facility, name),
  )
  return (row: number, since: number) => arrived![row] === 1 && (!isContinued || within(continued![row], since, 48))
}

/** Examinations with signs of injury, and the passing on of them within 48 hours: a local limit. */
const injuries = (isReported: boolean) =>
  rowsOf('health_screening', (facility) => {
    const [signs, at, told] = ['injury_signs', 'done_at', 'injury_reported_at'].map((name) => screening(facility, name))
    return {
      day: (row) => facility.days.dayOf(at![row]!),
      test: (row) => signs![row] === 1 && (!isReported || within(told![row], at![row], 48)),
    }
  })

/** Hours within which a request must be met, by level of care: local defaults. */
const limitHours = new Map(
  Object.entries({ primary: 72, mental_health: 168, dental: 336, emergency: 1 }).map(([level, hours]) => [
    codePlace('care_level', level),
    hours,
  ]),
)

/** Requests of which the limit passed while the person was still here. */
const requests = (isOnTime: boolean) =>
  rowsOf('health_request', (facility) => {
    const { days, stays, column } = facility
    const [level, asked, seen] = ['level', 'requested_at', 'seen_at'].map((name) => column('health_request', name))
    const stayOf = facility.stayOf('health_request')
    const due = (row: number) => asked![row]! + (limitHours.get(level![row]!) ?? Number.NaN) * 3_600_000
    return {
      day: (row) => days.dayOf(due(row)),
      test: (row) => !(stays.releasedAt[stayOf(row)]! < due(row)) && (!isOnTime || seen![row]! <= due(row)),
    }
  })

const outside = places('care_level', 'specialist', 'antenatal')
const noEscort = codePlace('request_outcome', 'cancelled_no_escort')

const appointments = (isMissed: boolean) =>
  rowsOf('health_request', ({ days, column }) => {
    const [level, booked, outcome] = ['level', 'appointment_at', 'outcome'].map((name) =>
      column('health_request', name),
    )
    return {
      day: (row) => days.dayOf(booked![row]!),
      test: (row) => outside.has(level![row]!) && (!isMissed || outcome![row] === noEscort),
    }
  })

const inCustody = places('death_setting', 'in_prison', 'hospital_in_custody')
const suicide = codePlace('death_cause', 'suicide')

interface Death {
  cause: number
  isInSeparation: boolean
  isFamilyTold: boolean
  isReported: boolean
}

/** Deaths in custody. They are known by the day, so whoever was told by the end of the next day was told in 24 hours. */
const deaths = (test: (death: Death) => boolean) =>
  rowsOf('death', ({ days, column }) => {
    const read = (field: string) => column('death', field)
    const [on, setting, cause, restriction] = ['died_on', 'setting', 'cause_group', 'in_restriction'].map(read)
    const [family, authority] = ['family_told_at', 'independent_authority_told_at'].map(read)
    const isTold = (told: number, row: number) => days.dayOf(told) <= on![row]! + 1
    return {
      day: (row) => on![row]!,
      test: (row) =>
        inCustody.has(setting![row]!) &&
        test({
          cause: cause![row]!,
          isInSeparation: restriction![row] === 1,
          isFamilyTold: isTold(family![row]!, row),
          isReported: isTold(authority![row]!, row),
        }),
    }
  })

const serious = places('notification_event', 'serious_illness', 'injury')

const illnesses = (isTold: boolean) =>
  rowsOf('notification', ({ days, column }) => {
    const [event, at, told] = ['event', 'event_at', 'notified_at'].map((name) => column('notification', name))
    return {
      day: (row) => days.dayOf(at![row]!),
      test: (row) => serious.has(event![row]!) && (!isTold || within(told![row], at![row], 24)),
    }
  })

const screenings = ['stay', 'health_screening'] as const
const dead = ['stay', 'death'] as const

/** Screening on arrival, requests, deaths and signs of ill-treatment. */
export const healthDerivations = [
  derive('adm_screened_24h', screenings, screened(inFirstDay)),
  derive('adm_treatment', screenings, screened(inTreatment(false))),
  derive('adm_treatment_48h', screenings, screened(inTreatment(true))),
  derive(
    'women_screened_specific',
    [...screenings, 'person'],
    screened((facility) => {
      const [done, at] = ['gender_specific_done', 'done_at'].map((name) => screening(facility, name))
      return (row, since) => done![row] === 1 && within(at![row], since, 7 * 24)
    }, isWoman),
  ),
  derive('injury_signs', screenings, injuries(false)),
  derive('injury_reported', screenings, injuries(true)),
  derive('health_requests', ['stay', 'health_request'], requests(false), 45),
  derive('health_requests_ontime', ['stay', 'health_request'], requests(true), 45),
  derive('specialist_booked', ['stay', 'health_request'], appointments(false)),
  derive('specialist_missed_prison', ['stay', 'health_request'], appointments(true)),
  derive(
    'suicides',
    dead,
    deaths(({ cause }) => cause === suicide),
  ),
  derive(
    'deaths_in_separation',
    dead,
    deaths(({ isInSeparation }) => isInSeparation),
  ),
  derive(
    'deaths_family_told',
    dead,
    deaths(({ isFamilyTold }) => isFamilyTold),
  ),
  derive(
    'deaths_reported',
    dead,
    deaths(({ isReported }) => isReported),
  ),
  derive('serious_illness', ['stay', 'notification'], illnesses(false)),
  derive('serious_illness_family_told', ['stay', 'notification'], illnesses(true)),
]
