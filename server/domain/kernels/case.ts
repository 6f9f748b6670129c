import { codePlace, monthOfDay } from './columns.ts'
import { custodyReader } from './custody.ts'
import { derive } from './define.ts'
import { type Facility, monthEnd, places } from './facility.ts'
import { isSentenced } from './legal-status.ts'
import { heldAtEnd, rowsOf, staysOn } from './shapes.ts'
import { persons } from './solitary-episodes.ts'

const initial = codePlace('assessment_kind', 'initial')
const validated = codePlace('yes_no_unknown', 'yes')
const female = codePlace('sex', 'female')
const unclassified = codePlace('security_level', 'unclassified')
const sentences = places('legal_status', 'sentenced_not_final', 'sentenced_final')
/** From this day of custody on a sentenced person should have a plan: a local default. */
const planDays = 45

/** The day on which the first assessment was due: so many days after the later of admission and sentence. */
function deadlineReader(facility: Facility): (stay: number) => number {
  const read = (field: string) => facility.column('legal_status_spell', field)
  const [status, start] = [read('status'), read('start_on')]
  const someSpell = custodyReader(facility, 'legal_status_spell')
  return (stay) => {
    let sentencedOn = Number.POSITIVE_INFINITY
    someSpell(stay, (row) => {
      if (sentences.has(status[row]!)) sentencedOn = Math.min(sentencedOn, start[row]!)
      return false
    })
    return Math.max(facility.stays.custodyFrom[stay]!, sentencedOn) + facility.settings.assessmentDays
  }
}

const firstAssessments = (isDone: boolean) =>
  staysOn((facility) => {
    const { stays } = facility
    const deadline = deadlineReader(facility)
    const [kind, on] = ['kind', 'completed_on'].map((field) => facility.column('assessment', field))
    const someAssessment = custodyReader(facility, 'assessment')
    return {
      day: (row) => (Number.isFinite(deadline(row)) ? deadline(row) : Number.NaN),
      test: (row) => {
        const due = deadline(row)
        const isHere = stays.from[row]! <= due && due < stays.until[row]! && isSentenced(stays.statusAt(row, due))
        return isHere && (!isDone || someAssessment(row, (at) => kind![at] === initial && on![at]! <= due))
      },
    }
  })

/** The dates for the next review that are in force on a day: that of the latest assessment, and those of open plans. */
function reviewReader(facility: Facility): (stay: number, day: number) => number[] {
  const ofAssessment = (field: string) => facility.column('assessment', field)
  const [on, due] = [ofAssessment('completed_on'), ofAssessment('next_due_on')]
  const ofPlan = (field: string) => facility.column('case_plan', field)
  const [opened, closed, review] = [ofPlan('opened_on'), ofPlan('closed_on'), ofPlan('next_review_on')]
  const [someAssessment, somePlan] = [custodyReader(facility, 'assessment'), custodyReader(facility, 'case_plan')]
  return (stay, day) => {
    let [latest, next] = [Number.NEGATIVE_INFINITY, Number.NaN]
    someAssessment(stay, (row) => {
      // Of several of one day, the date that comes first.
      const isSooner = on[row] === latest && !(due[row]! >= next)
      if (on[row]! <= day && (on[row]! > latest || isSooner)) [latest, next] = [on[row]!, due[row]!]
      return false
    })
    const dates = [next]
    somePlan(stay, (row) => {
      if (opened[row]! <= day && !(closed[row]! <= day)) dates.push(review[row]!)
      return false
    })
    return dates.filter((date) => !Number.isNaN(date))
  }
}

const reviews = (isOverdue: boolean) =>
  heldAtEnd((facility) => {
    const datesOf = reviewReader(facility)
    return (stay, day) => {
      const dates = datesOf(stay, day)
      if (dates.length === 0) return isSentenced(facility.stays.statusAt(stay, day))
      return !isOverdue || Math.min(...dates) < day
    }
  })

const plans = (isActive: boolean) =>
  heldAtEnd((facility) => {
    const { stays } = facility
    const read = (field: string) => facility.column('case_plan', field)
    const [opened, closed, lead] = [read('opened_on'), read('closed_on'), read('lead_worker_key')]
    const somePlan = custodyReader(facility, 'case_plan')
    const isLed = (row: number, day: number) =>
      opened[row]! <= day && !(closed[row]! <= day) && !Number.isNaN(lead[row]!)
    return (stay, day) =>
      isSentenced(stays.statusAt(stay, day)) &&
      day - stays.custodyFrom[stay]! >= planDays &&
      (!isActive || somePlan(stay, (row) => isLed(row, day)))
  })

/** Women who were assessed in a month, each once. */
const women = (isSpecific: boolean) =>
  persons((facility, see) => {
    const { stays, window } = facility
    const [on, specific] = ['completed_on', 'gender_specific'].map((field) => facility.column('assessment', field))
    const stayOf = facility.stayOf('assessment')
    for (let row = 0; row < facility.rows('assessment'); row++) {
      const stay = stayOf(row)
      const isCounted = stays.isOwn[stay] && stays.sex[stay] === female && (!isSpecific || specific![row] === 1)
      if (isCounted) see(monthOfDay(on![row]!) - window.first, stay)
    }
  })

/** Assessments on their fourteenth day. */
const assessments = (isSound: boolean) =>
  rowsOf('assessment', (facility) => {
    const read = (field: string) => facility.column('assessment', field)
    const [on, tool, qualified, informed] = ['completed_on', 'tool_validated', 'assessor_qualified', 'informed_on'].map(
      read,
    )
    return {
      day: (row) => on![row]! + 14,
      test: (row) =>
        !isSound || (tool![row] === validated && qualified![row] === 1 && informed![row]! <= on![row]! + 14),
    }
  })

/** The level that the latest assessment of the last twelve months found; of several of one day, the highest. */
function levelReader(facility: Facility): (stay: number, day: number) => number {
  const read = (field: string) => facility.column('assessment', field)
  const [on, level] = [read('completed_on'), read('security_level_found')]
  const someAssessment = custodyReader(facility, 'assessment')
  return (stay, day) => {
    let [found, since] = [Number.NaN, day - 365]
    someAssessment(stay, (row) => {
      const isFound = level[row]! < unclassified && on[row]! <= day
      if (isFound && (on[row]! > since || (on[row] === since && level[row]! > found)))
        [found, since] = [level[row]!, on[row]!]
      return false
    })
    return found
  }
}

/** The level of the prison itself on a day, as the register says; NaN where it says none. */
function ownLevelReader(facility: Facility): (day: number) => number {
  const read = (field: string) => facility.column('facility', field)
  const [level, from, to] = [read('security_level'), read('valid_from'), read('valid_to')]
  return (day) => {
    const row = from.findIndex((start, at) => start <= day && !(to[at]! <= day))
    return level[row]! < unclassified ? level[row]! : Number.NaN
  }
}

const spells = ['stay', 'legal_status_spell'] as const

/** Assessments, reviews and individual plans. */
export const caseDerivations = [
  derive('assess_due', spells, firstAssessments(false), 30),
  derive('assess_done', [...spells, 'assessment'], firstAssessments(true), 30),
  derive('review_expected', [...spells, 'assessment', 'case_plan'], reviews(false)),
  derive('review_overdue', [...spells, 'assessment', 'case_plan'], reviews(true)),
  derive('plan_required', spells, plans(false)),
  derive('plan_active', [...spells, 'case_plan'], plans(true)),
  derive('women_assessed', ['stay', 'person', 'assessment'], women(false)),
  derive('women_assess_specific', ['stay', 'person', 'assessment'], women(true)),
  derive('assessments_14d', ['stay', 'assessment'], assessments(false), 14),
  derive('assessments_sound', ['stay', 'assessment'], assessments(true), 14),
  derive(
    'security_found_12m',
    ['stay', 'assessment'],
    heldAtEnd((facility) => {
      const level = levelReader(facility)
      return (stay, day) => !Number.isNaN(level(stay, day))
    }),
    365,
  ),
  derive(
    'security_above_found',
    ['stay', 'assessment', 'facility'],
    (facility, counter) => {
      const [level, own] = [levelReader(facility), ownLevelReader(facility)]
      heldAtEnd(() => (stay, day) => own(day) > level(stay, day))(facility, counter)
      // A prison without a level of its own is above none and below none.
      for (let place = 0; place < facility.window.months; place++)
        if (Number.isNaN(own(monthEnd(facility.window, place)))) counter.set(place, Number.NaN)
    },
    365,
  ),
]
