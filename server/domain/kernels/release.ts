import { hasShortKit, isDoneBy, isReady, type ReleaseItem, readinessScore } from '../clocks/release.ts'
import { codeLists } from '../records/codes.ts'
import { codePlace } from './columns.ts'
import { type Derivation, derive } from './define.ts'
import { eachMonthEnd, type Facility, places } from './facility.ts'
import { isSentenced, isUntried } from './legal-status.ts'
import { each, some } from './rows-by-key.ts'
import { heldAtEnd, rowsOf, staysOn } from './shapes.ts'

const notToLiberty = places('release_kind', 'transfer_out', 'escape', 'death')
const yes = codePlace('yes_no_unknown', 'yes')
const done = codePlace('item_status', 'done')
const confirmed = places('evidence_kind', 'handover_acknowledged', 'appointment_confirmed')

/** The plan of a stay: the one opened last up to a day, as its row; -1 without one. */
function planReader(facility: Facility): (stay: number, day: number) => number {
  const plans = facility.by('release_plan', 'stay_key')
  const keys = facility.column('stay', 'stay_key')
  const opened = facility.column('release_plan', 'opened_on')
  return (stay, day) => {
    let found = -1
    each(plans, keys[stay]!, (row) => {
      if (opened[row]! <= day && !(found >= 0 && opened[found]! >= opened[row]!)) found = row
    })
    return found
  }
}

/** The checklist of a stay as it is known; none without a plan. */
function itemReader(facility: Facility): (stay: number, day: number) => (ReleaseItem & { row: number })[] {
  const planOf = planReader(facility)
  const items = facility.by('release_plan_item', 'plan_id')
  const plans = facility.column('release_plan', 'plan_id')
  const read = (field: string) => facility.column('release_plan_item', field)
  const [item, applicable, status, doneOn] = ['item', 'applicable', 'status', 'done_on'].map(read)
  return (stay, day) => {
    const found: (ReleaseItem & { row: number })[] = []
    const plan = planOf(stay, day)
    if (plan < 0) return found
    each(items, plans[plan]!, (row) =>
      found.push({
        row,
        item: codeLists.release_item[item![row]!]!,
        isApplicable: applicable![row] === 1,
        isDone: status![row] === done,
        doneOn: doneOn![row]!,
      }),
    )
    return found
  }
}

type OfRelease = (stay: number, day: number) => boolean

/** Releases to liberty on their day, of people for whom a test holds; `after` days later when a clock runs from it. */
const releases = (made: (facility: Facility) => OfRelease, after = 0): Derivation['count'] =>
  staysOn((facility) => {
    const { stays, column } = facility
    const kind = column('stay', 'release_kind')
    const test = made(facility)
    return {
      day: (row) => (Number.isFinite(stays.until[row]!) ? stays.until[row]! + after : Number.NaN),
      test: (row) => !notToLiberty.has(kind[row]!) && test(row, stays.until[row]!),
    }
  })

const sentenced = (made: (facility: Facility) => OfRelease = () => () => true) =>
  releases((facility) => {
    const test = made(facility)
    return (stay, day) => isSentenced(facility.stays.statusAt(stay, day)) && test(stay, day)
  })

const withItem = (name: string) =>
  sentenced((facility) => {
    const items = itemReader(facility)
    return (stay, day) => items(stay, day).some((one) => one.item === name && isDoneBy(one, day))
  })

const handover = (isConfirmed: boolean) =>
  sentenced((facility) => {
    const items = itemReader(facility)
    const evidence = facility.column('release_plan_item', 'evidence_kind')
    return (stay, day) =>
      items(stay, day).some(
        (one) =>
          one.item === 'health_handover' &&
          one.isApplicable &&
          (!isConfirmed || (isDoneBy(one, day) && confirmed.has(evidence[one.row]!))),
      )
  })

const planned = (test: (plan: number, day: number, facility: Facility) => boolean) =>
  sentenced((facility) => {
    const planOf = planReader(facility)
    return (stay, day) => {
      const plan = planOf(stay, day)
      return plan >= 0 && test(plan, day, facility)
    }
  })

const long: (facility: Facility) => OfRelease =
  ({ stays }) =>
  (stay, day) =>
    stays.custodyFrom[stay]! <= day - 45

const none = codePlace('agency_kind', 'none')

/** Sentenced people on the last day who are expected out within so many days. */
const due = (within: number, made: (facility: Facility) => OfRelease = () => () => true) =>
  heldAtEnd((facility) => {
    const expected = facility.column('stay', 'expected_release_on')
    const test = made(facility)
    return (stay, day) =>
      isSentenced(facility.stays.statusAt(stay, day)) &&
      expected[stay]! > day &&
      expected[stay]! <= day + within &&
      test(stay, day)
  })

const hasOpenPlan = (facility: Facility): OfRelease => {
  const planOf = planReader(facility)
  const closed = facility.column('release_plan', 'closed_on')
  return (stay, day) => planOf(stay, day) >= 0 && !(closed[planOf(stay, day)]! <= day)
}

const scores: Derivation['count'] = (facility, counter) => {
  const { stays, window } = facility
  const items = itemReader(facility)
  const planOf = planReader(facility)
  const solitary = facility.column('release_plan', 'solitary_history')
  const expected = facility.column('stay', 'expected_release_on')
  for (let stay = 0; stay < stays.count; stay++) {
    if (!stays.isOwn[stay]) continue
    eachMonthEnd(window, stays.from[stay]!, stays.until[stay]!, (place, day) => {
      const isDue = expected[stay]! > day && expected[stay]! <= day + 30
      if (isDue && isSentenced(stays.statusAt(stay, day)))
        counter.add(
          place,
          stay,
          day,
          readinessScore(items(stay, day), day, { hadSolitary: solitary[planOf(stay, day)] === 1 }),
        )
    })
  }
}

const conditional = (isDecided: boolean) =>
  rowsOf('legal_status_spell', (facility) => {
    const read = (field: string) => facility.column('legal_status_spell', field)
    const [eligible, decided] = [read('conditional_release_eligible_on'), read('conditional_release_decided_on')]
    const stayOf = facility.stayOf('legal_status_spell')
    return {
      day: (row) => eligible[row]!,
      test: (row) => {
        const { stays } = facility
        const isHere = stays.from[stayOf(row)]! <= eligible[row]! && eligible[row]! <= stays.until[stayOf(row)]!
        return isHere && (!isDecided || decided[row]! <= eligible[row]!)
      },
    }
  })

const day90 = codePlace('milestone', 'T90')

/** Released people who consented, on their day 90; those reached were reached within 15 days of it. */
const followed = (test: (answer: { isReached: boolean; isHoused: boolean; isBusy: boolean }) => boolean) =>
  rowsOf('followup', (facility) => {
    const read = (field: string) => facility.column('followup', field)
    const [plan, milestone, reached, on] = ['plan_id', 'milestone', 'reached', 'reached_on'].map(read)
    const [consent, housed, work, school] = ['consent', 'housed', 'in_work_or_training', 'in_education'].map(read)
    const planRow = facility.rowOf('release_plan', 'plan_id')
    const stayOfPlan = facility.stayOf('release_plan')
    const stay = (row: number) => stayOfPlan(planRow[plan![row]!] ?? -1)
    const due = (row: number) => (facility.stays.until[stay(row)] ?? Number.NaN) + 90
    return {
      stay,
      day: (row) => (Number.isFinite(due(row)) ? due(row) : Number.NaN),
      test: (row) =>
        milestone![row] === day90 &&
        consent![row] === 1 &&
        test({
          isReached: reached![row] === 1 && Math.abs(on![row]! - due(row)) <= 15,
          isHoused: housed![row] === yes,
          isBusy: work![row] === yes || school![row] === yes,
        }),
    }
  })

const afterRelease = codePlace('death_setting', 'after_release')
const spells = ['stay', 'legal_status_spell'] as const
const plans = [...spells, 'release_plan'] as const
const lists = [...plans, 'release_plan_item'] as const
const follow = ['stay', 'release_plan', 'followup'] as const

/** How ready people left, and where they stand 90 days later. */
export const releaseDerivations = [
  derive('rel_sentenced', spells, sentenced()),
  derive(
    'rel_plan',
    plans,
    planned((plan, day, { column }) => column('release_plan', 'agreed_with_person_on')[plan]! <= day),
  ),
  derive(
    'rel_ready',
    lists,
    sentenced((facility) => {
      const items = itemReader(facility)
      return (stay, day) => isReady(items(stay, day), day)
    }),
  ),
  derive('rel_id', lists, withItem('id_documents')),
  derive('rel_housing', lists, withItem('housing')),
  derive('rel_income', lists, withItem('income_work_training')),
  derive('rel_material', lists, withItem('transport_clothing_money')),
  derive(
    'rel_first_night',
    plans,
    planned((plan, _day, { column }) => column('release_plan', 'first_night_place')[plan] === yes),
  ),
  derive('rel_health_need', lists, handover(false)),
  derive('rel_health_handover', lists, handover(true)),
  derive('rel_sentenced_45d', spells, sentenced(long)),
  derive(
    'rel_lead',
    plans,
    sentenced((facility) => {
      const [planOf, isLong] = [planReader(facility), long(facility)]
      const [kind, named] = ['lead_agency_kind', 'lead_designated_on'].map((field) =>
        facility.column('release_plan', field),
      )
      return (stay, day) => {
        const plan = planOf(stay, day)
        return isLong(stay, day) && kind![plan] !== none && named![plan]! <= day - 30
      }
    }),
  ),
  derive(
    'rel_pretrial',
    spells,
    releases(
      ({ stays }) =>
        (stay, day) =>
          isUntried(stays.statusAt(stay, day)),
    ),
  ),
  derive(
    'rel_pretrial_ready',
    lists,
    releases((facility) => {
      const items = itemReader(facility)
      return (stay, day) => isUntried(facility.stays.statusAt(stay, day)) && hasShortKit(items(stay, day), day)
    }),
  ),
  derive(
    'rel_30d_ago',
    ['stay'],
    releases(() => () => true, 30),
    61,
  ),
  derive(
    'rel_died_30d',
    ['stay', 'death'],
    releases((facility) => {
      const deaths = facility.by('death', 'stay_key')
      const [setting, on] = [facility.column('death', 'setting'), facility.column('death', 'died_on')]
      const keys = facility.column('stay', 'stay_key')
      return (stay, day) =>
        some(deaths, keys[stay]!, (row) => setting[row] === afterRelease && on[row]! >= day && on[row]! <= day + 30)
    }, 30),
    61,
  ),
  derive(
    'rel_short_notice',
    ['stay'],
    releases(
      ({ column }) =>
        (stay) =>
          column('stay', 'notice_days')[stay]! < 1,
    ),
  ),
  derive('rel_due_180', spells, due(180)),
  derive('rel_due_180_plan', plans, due(180, hasOpenPlan)),
  derive('rel_due_30', spells, due(30)),
  derive('rel_due_30_score_sum', lists, scores),
  derive('conditional_eligible', spells, conditional(false)),
  derive('conditional_decided', spells, conditional(true)),
  derive(
    'follow_due_90',
    follow,
    followed(() => true),
    121,
  ),
  derive(
    'follow_reached_90',
    follow,
    followed(({ isReached }) => isReached),
    121,
  ),
  derive(
    'follow_housed_90',
    follow,
    followed(({ isReached, isHoused }) => isReached && isHoused),
    121,
  ),
  derive(
    'follow_work_90',
    follow,
    followed(({ isReached, isBusy }) => isReached && isBusy),
    121,
  ),
  derive(
    'follow_housed_and_work_90',
    follow,
    followed(({ isReached, isHoused, isBusy }) => isReached && isHoused && isBusy),
    121,
  ),
]
