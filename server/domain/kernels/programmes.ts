import { codePlace } from './columns.ts'
import { custodyReader } from './custody.ts'
import { type Derivation, derive } from './define.ts'
import { eachMonthEnd, type Facility, monthEnd, places } from './facility.ts'
import { isSentenced } from './legal-status.ts'
import { heldAtEnd, rowsOf, staysOn } from './shapes.ts'

/** Schooling; training for a trade and treatment are programmes, not education. */
const education = places('programme_kind', 'education_basic', 'education_other', 'online_learning')
const work = places('programme_kind', 'work_paid', 'work_unpaid_domestic')
const domestic = codePlace('programme_kind', 'work_unpaid_domestic')
const sport = codePlace('programme_kind', 'sport')
const offending = codePlace('programme_kind', 'offending_behaviour')
const completed = codePlace('participation_end', 'completed')
const byPrison = places('participation_end', 'transfer', 'facility_cancelled')
const high = codePlace('priority', 'high')
const [lowRisk, highRisk] = ['low', 'high'].map((band) => codePlace('risk_band', band))
const unscored = codePlace('risk_band', 'not_scored')
const withoutBasics = places('education_level', 'none', 'primary_incomplete')
const notToLiberty = places('release_kind', 'transfer_out', 'escape', 'death')

/** A participation and what is known of its programme. */
interface Participation {
  referredOn: number
  startedOn: number
  endedOn: number
  endKind: number
  isPaid: boolean
  kind: number
  /** A bit for each kind of need that the programme serves. */
  serves: number
  isAccredited: boolean
}

function participationReader(facility: Facility): (row: number) => Participation {
  const read = (field: string) => facility.column('participation', field)
  const [programme, referred, started] = ['programme_id', 'referred_on', 'started_on'].map(read)
  const [ended, endKind, paid] = ['ended_on', 'end_kind', 'paid'].map(read)
  const rowOf = facility.rowOf('programme', 'programme_id')
  const of = (field: string) => facility.column('programme', field)
  const [kind, serves, accredited] = [of('kind'), of('need_kinds'), of('accredited')]
  return (row) => {
    const at = rowOf[programme![row]!] ?? -1
    return {
      referredOn: referred![row]!,
      startedOn: started![row]!,
      endedOn: ended![row]!,
      endKind: endKind![row]!,
      isPaid: paid![row] === 1,
      kind: kind[at] ?? Number.NaN,
      serves: serves[at] ?? 0,
      isAccredited: accredited[at] === 1,
    }
  }
}

const isOpen = (one: Participation, day: number) => one.startedOn <= day && !(one.endedOn <= day)

/** People on the last day who have an open participation for which a test holds. */
const taking = (test: (one: Participation) => boolean) =>
  heldAtEnd((facility) => {
    const [read, some] = [participationReader(facility), custodyReader(facility, 'participation')]
    return (stay, day) => some(stay, (row) => isOpen(read(row), day) && test(read(row)))
  })

/** Participations on the day that `dayOf` gives, where a test holds. */
const participations = (
  dayOf: (one: Participation) => number,
  test: (one: Participation) => boolean = () => true,
): Derivation['count'] =>
  rowsOf('participation', (facility) => {
    const read = participationReader(facility)
    return { day: (row) => dayOf(read(row)), test: (row) => test(read(row)) }
  })

const waited = (more: number, atMost: number) =>
  participations(
    ({ startedOn }) => startedOn,
    ({ startedOn, referredOn }) => startedOn - referredOn > more && startedOn - referredOn <= atMost,
  )

/** Referrals on the day on which so many days have passed, begun by then or not. Release and transfer leave them in. */
const referrals = (days: number, isStarted: boolean) =>
  participations(
    ({ referredOn }) => referredOn + days,
    ({ referredOn, startedOn }) => !isStarted || startedOn <= referredOn + days,
  )

const endings = (test: (one: Participation) => boolean = () => true) =>
  participations(
    ({ endedOn }) => endedOn,
    (one) => one.startedOn <= one.endedOn && test(one),
  )

/** Participations open on the last day, while the person is here; several of one person are several. */
const openOnes =
  (test: (one: Participation) => boolean): Derivation['count'] =>
  (facility, counter) => {
    const { stays, window } = facility
    const [read, stayOf] = [participationReader(facility), facility.stayOf('participation')]
    for (let row = 0; row < facility.rows('participation'); row++) {
      const [one, stay] = [read(row), stayOf(row)]
      if (!stays.isOwn[stay] || one.kind === domestic || !test(one)) continue
      const until = Math.min(stays.until[stay]!, Number.isNaN(one.endedOn) ? Number.POSITIVE_INFINITY : one.endedOn)
      eachMonthEnd(window, Math.max(one.startedOn, stays.from[stay]!), until, (place, day) =>
        counter.add(place, stay, day),
      )
    }
  }

/** The high-priority needs of a custody that a test takes: whether any is there, or any that something started fits. */
function needReader(facility: Facility) {
  const read = (field: string) => facility.column('need', field)
  const [kind, priority, identified, closed] = ['need_kind', 'priority', 'identified_on', 'closed_on'].map(read)
  const [someNeed, someStart] = [custodyReader(facility, 'need'), custodyReader(facility, 'participation')]
  const participation = participationReader(facility)
  const isMet = (stay: number, need: number, day: number) =>
    someStart(stay, (row) => {
      const { startedOn, serves } = participation(row)
      return startedOn <= day && (serves & (1 << kind![need]!)) !== 0
    })
  /** Open for 60 days or more on a day. */
  const isLong = (row: number, day: number) => identified![row]! <= day - 60 && !(closed![row]! <= day)
  const isHigh = (row: number) => priority![row] === high
  return {
    isOpen: (stay: number, day: number) => someNeed(stay, (row) => isHigh(row) && isLong(row, day)),
    isMatched: (stay: number, day: number) =>
      someNeed(stay, (row) => isHigh(row) && isLong(row, day) && isMet(stay, row, day)),
    isKnown: (stay: number, day: number) => someNeed(stay, (row) => isHigh(row) && identified![row]! <= day),
    isUnmet: (stay: number, day: number) =>
      someNeed(stay, (row) => isHigh(row) && identified![row]! <= day && !isMet(stay, row, day)),
  }
}

const needs = (which: 'isOpen' | 'isMatched') =>
  heldAtEnd((facility) => {
    const of = needReader(facility)
    return (stay, day) => of[which](stay, day)
  })

/** Sentenced people who left for liberty with a high-priority need. */
const leavers = (which: 'isKnown' | 'isUnmet') =>
  staysOn((facility) => {
    const { stays } = facility
    const kind = facility.column('stay', 'release_kind')
    const of = needReader(facility)
    return {
      day: (row) => (Number.isFinite(stays.until[row]!) ? stays.until[row]! : Number.NaN),
      test: (row) => {
        const day = stays.until[row]!
        return !notToLiberty.has(kind[row]!) && isSentenced(stays.statusAt(row, day)) && of[which](row, day)
      },
    }
  })

const schooling = (isEnrolled: boolean) =>
  heldAtEnd((facility) => {
    const personRow = facility.rowOf('person', 'person_key')
    const level = facility.column('person', 'education_level')
    const [read, some] = [participationReader(facility), custodyReader(facility, 'participation')]
    const isInSchool = (stay: number, day: number) =>
      some(stay, (row) => isOpen(read(row), day) && education.has(read(row).kind))
    return (stay, day) =>
      withoutBasics.has(level[personRow[facility.stays.person[stay]!] ?? -1]!) && (!isEnrolled || isInSchool(stay, day))
  })

/** Sentenced people on the last day by the risk that their latest assessment found; of several of one day, the highest. */
const atRisk = (band: number, isStarted: boolean) =>
  heldAtEnd((facility) => {
    const read = (field: string) => facility.column('assessment', field)
    const [found, on] = [read('risk_band'), read('completed_on')]
    const someAssessment = custodyReader(facility, 'assessment')
    const [participation, someStart] = [participationReader(facility), custodyReader(facility, 'participation')]
    const latest = (stay: number, day: number) => {
      let [newest, since] = [Number.NaN, Number.NEGATIVE_INFINITY]
      someAssessment(stay, (row) => {
        const isScored = found[row]! < unscored && on[row]! <= day
        if (isScored && (on[row]! > since || (on[row] === since && found[row]! > newest)))
          [newest, since] = [found[row]!, on[row]!]
        return false
      })
      return newest
    }
    return (stay, day) =>
      isSentenced(facility.stays.statusAt(stay, day)) &&
      latest(stay, day) === band &&
      (!isStarted ||
        someStart(stay, (row) => {
          const { kind, startedOn } = participation(row)
          return kind === offending && startedOn > day - 365 && startedOn <= day
        }))
  })

/** An evaluation is recent for five years: a local default. */
const evaluationDays = 1826

/** Programmes of the prison's own list, every month; those without an end are on offer. */
const onOffer =
  (isEvaluated: boolean): Derivation['count'] =>
  (facility, counter) => {
    const read = (field: string) => facility.column('programme', field)
    const [kind, theory, evaluated] = [read('kind'), read('theory_of_change_written'), read('last_evaluated_on')]
    const where = read('facility_id')
    for (let row = 0; row < facility.rows('programme'); row++) {
      if (where[row]! > 0 || kind[row] === domestic || kind[row] === sport) continue
      for (let place = 0; place < facility.window.months; place++) {
        const day = monthEnd(facility.window, place)
        const isRecent = theory[row] === 1 && evaluated[row]! <= day && evaluated[row]! > day - evaluationDays
        if (!isEvaluated || isRecent) counter.add(place, -1, day)
      }
    }
  }

const taken = ['stay', 'participation', 'programme'] as const
const needed = ['stay', 'need', ...taken.slice(1)] as const
const sentencedNeeds = ['stay', 'legal_status_spell', 'need'] as const
const risks = ['stay', 'legal_status_spell', 'assessment'] as const

/** What people take part in, how long they waited, and whether it meets their needs. */
export const programmesDerivations = [
  derive(
    'enrolled_any',
    taken,
    taking(() => true),
  ),
  derive(
    'enrolled_education',
    taken,
    taking(({ kind }) => education.has(kind)),
  ),
  derive(
    'in_work',
    taken,
    taking(({ kind }) => work.has(kind)),
  ),
  derive(
    'in_work_paid',
    taken,
    taking(({ kind, isPaid }) => work.has(kind) && isPaid),
  ),
  derive('need_open', ['stay', 'need'], needs('isOpen'), 60),
  derive('need_matched', needed, needs('isMatched'), 60),
  derive(
    'part_started',
    ['stay', 'participation'],
    participations(({ startedOn }) => startedOn),
  ),
  derive('wait_upto_45d', ['stay', 'participation'], waited(Number.NEGATIVE_INFINITY, 45)),
  derive('wait_46_90d', ['stay', 'participation'], waited(45, 90)),
  derive('wait_over_90d', ['stay', 'participation'], waited(90, Number.POSITIVE_INFINITY)),
  derive('referrals_day_45', ['stay', 'participation'], referrals(45, false), 45),
  derive('referrals_started_45d', ['stay', 'participation'], referrals(45, true), 45),
  derive('referrals_day_90', ['stay', 'participation'], referrals(90, false), 90),
  derive('referrals_started_90d', ['stay', 'participation'], referrals(90, true), 90),
  derive('part_ended', ['stay', 'participation'], endings()),
  derive(
    'part_completed',
    ['stay', 'participation'],
    endings(({ endKind }) => endKind === completed),
  ),
  derive(
    'part_ended_facility',
    ['stay', 'participation'],
    endings(({ endKind }) => byPrison.has(endKind)),
  ),
  derive(
    'part_open',
    taken,
    openOnes(() => true),
  ),
  derive(
    'part_accredited',
    taken,
    openOnes(({ isAccredited }) => isAccredited),
  ),
  derive(
    'purposeful_hours',
    ['stay', 'activity_day'],
    rowsOf('activity_day', (facility) => {
      const [day, hours] = [facility.column('activity_day', 'day'), facility.column('activity_day', 'hours')]
      return { day: (row) => day[row]!, amount: (row) => hours[row]! }
    }),
  ),
  derive('no_basic_education', ['stay', 'person'], schooling(false)),
  derive('no_basic_education_enrolled', ['person', ...taken], schooling(true)),
  derive('high_risk_sentenced', risks, atRisk(highRisk!, false)),
  derive('high_risk_started_12m', [...risks, ...taken.slice(1)], atRisk(highRisk!, true), 365),
  derive('low_risk_sentenced', risks, atRisk(lowRisk!, false)),
  derive('low_risk_started_12m', [...risks, ...taken.slice(1)], atRisk(lowRisk!, true), 365),
  derive('programmes_total', ['programme'], onOffer(false)),
  derive('programmes_evaluated', ['programme'], onOffer(true)),
  derive('rel_priority_need', sentencedNeeds, leavers('isKnown')),
  derive('rel_need_unmet', [...sentencedNeeds, ...taken.slice(1)], leavers('isUnmet')),
]
