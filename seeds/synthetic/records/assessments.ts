import { chance } from '../chance.ts'
import type { FacilityMonth } from '../country.ts'
import { good, type Sheet } from '../sheet.ts'
import { needOf, needSince } from './activities.ts'
import { dayText, drawFor, isKept, write } from './book.ts'
import { isSentenced, statusOn } from './counted.ts'
import type { Stay } from './custody.ts'
import { among, surrogate } from './draw.ts'

/** Days from admission or sentence to the first assessment. */
const firstAfter = 30

/** Assessments made in a month: whose, on which day, and whether in time. */
export interface Assessed {
  due: Stay[]
  inTime: Stay[]
}

const known = new WeakMap<object, Map<Stay, number>>()

/** The day of the first assessment of each stay that has one. */
function assessedIn({ custody }: FacilityMonth): Map<Stay, number> {
  const map = known.get(custody!.book) ?? new Map<Stay, number>()
  known.set(custody!.book, map)
  return map
}

/** First assessments: those whose deadline falls in the month, and those that were done by it. */
export function keepAssessments(at: FacilityMonth): Assessed {
  const draw = drawFor(at, 'assessments')
  const told = drawFor(at, 'assessment records')
  const map = assessedIn(at)
  const deadline = (stay: Stay) => {
    const sentencedOn = stay.spells.find(({ status }) => isSentenced(status))?.from
    return sentencedOn === undefined ? Number.NaN : Math.max(stay.from, sentencedOn) + firstAfter
  }
  const due = at.custody!.held.filter((stay) => deadline(stay) >= at.days.from && deadline(stay) < at.days.until)
  const inTime: Stay[] = []
  for (const stay of due) {
    const isSoon = draw.next() < good(at, 0.74)
    if (isSoon) inTime.push(stay)
    if (!isSoon && draw.next() < 0.3) continue
    const day = deadline(stay) + (isSoon ? -Math.floor(draw.next() * 20) : 1)
    map.set(stay, day)
    writeAssessment(at, stay, Math.min(day, at.days.until - 1), 'initial', told)
  }
  return { due, inTime }
}

function writeAssessment(
  at: FacilityMonth,
  stay: Stay,
  day: number,
  kind: string,
  draw: ReturnType<typeof drawFor>,
): void {
  if (!isKept(at, 'assessment', day)) return
  const isWoman = stay.person.sex === 'female'
  write(at, 'assessment', day, {
    record_id: surrogate(draw),
    stay_key: stay.key,
    kind,
    completed_on: dayText(at, day),
    tool: 'NRT-2',
    tool_validated: draw.next() < 0.85 ? 'yes' : 'no',
    assessor_qualified: draw.next() < 0.92,
    multidisciplinary: draw.next() < 0.6,
    gender_specific: isWoman ? draw.next() < good(at, 0.6) : undefined,
    risk_band: among({ low: 4, medium: 4, high: 2 }, draw),
    security_level_found: among({ low: 3, medium: 5, high: 2 }, draw),
    informed_on: draw.next() < 0.85 ? dayText(at, Math.min(day + Math.floor(draw.next() * 10), at.lastDay)) : undefined,
    next_due_on: dayText(at, day + 180),
  })
}

/** Reviews of those assessed half a year ago, and in the first month of somebody's stay needs and a plan. */
export function writeAssessments(sheet: Sheet): void {
  const { at } = sheet
  const draw = drawFor(at, 'reviews')
  const told = drawFor(at, 'review records')
  for (const stay of at.custody!.held) {
    const first = assessedIn(at).get(stay)
    const day = first === undefined ? Number.NaN : first + 180 - Math.floor(draw.next() * 20)
    if (day >= at.days.from && day < at.days.until && draw.next() < good(at, 0.8)) {
      assessedIn(at).set(stay, day)
      writeAssessment(at, stay, day, 'review', told)
    }
  }
}

/** Whether a stay has a plan with a lead worker. */
export function hasCasePlan(at: FacilityMonth, stay: Stay, day: number): boolean {
  return planDay(stay) <= day && stay.luck.casePlan < good(at, 0.71)
}

function planDay(stay: Stay): number {
  return Math.max(stay.from, stay.spells.find(({ status }) => isSentenced(status))?.from ?? stay.from) + 25
}

/** Needs and plans, when all is known of the stays. */
export function closeCases(at: FacilityMonth, workers: readonly string[]): void {
  for (const stay of at.custody!.book.stays) {
    const end = stay.until ?? at.lastDay
    const need = needOf(at, stay)
    const draw = chance(at.seed, stay.key, 'case')
    if (need && needSince(stay) <= end)
      write(
        at,
        'need',
        writtenOn(stay, needSince(stay)),
        {
          stay_key: stay.key,
          need_kind: need,
          identified_on: dayText(at, needSince(stay)),
          priority: 'high',
          closed_on: stay.until === undefined ? undefined : dayText(at, stay.until),
        },
        { over: end },
      )
    if (!isSentenced(statusOn(stay, end)) || planDay(stay) > end || !hasCasePlan(at, stay, end)) continue
    write(
      at,
      'case_plan',
      writtenOn(stay, planDay(stay)),
      {
        stay_key: stay.key,
        opened_on: dayText(at, planDay(stay)),
        closed_on: stay.until === undefined ? undefined : dayText(at, stay.until),
        lead_worker_key: workers[Math.floor(draw.next() * workers.length)],
        person_agreed: draw.next() < 0.85 ? 'yes' : 'declined',
        next_review_on: dayText(at, end + 60),
      },
      { over: end },
    )
  }
}

/** What ends with the stay was last written down then; of a stay that goes on, when it began. */
function writtenOn(stay: Stay, began: number): number {
  return stay.until ?? Math.max(began, 0)
}
