import { countOf } from '../country.ts'
import { mapCells } from '../counts.ts'
import { hasCasePlan, keepAssessments } from '../records/assessments.ts'
import { countStays, isSentenced, statusOn } from '../records/counted.ts'
import type { Custody } from '../records/custody.ts'
import { bad, good, holds, type Sheet } from '../sheet.ts'

/** Assessments, reviews and individual plans. */
export function caseManagement(sheet: Sheet): void {
  const { at } = sheet
  const known = at.custody && keepAssessments(at)
  const due = known
    ? sheet.put('assess_due', countStays(at, known.due))
    : sheet.part('assess_due', 'adm_transfer_in', 0.7)
  const done = known
    ? sheet.put('assess_done', countStays(at, known.inTime))
    : sheet.part('assess_done', due, good(at, 0.74))
  sheet.part('review_overdue', sheet.part('review_expected', 'pop_closing', 0.72), bad(at, 0.15))
  const sentenced = countOf(mapCells(at.flows.closing, (people, code) => (code.includes('sentenced') ? people : 0)))
  if (at.custody) plans(sheet, at.custody)
  else sheet.part('plan_active', sheet.part('plan_required', sentenced, 0.97), good(at, 0.71))
  if (!holds(at, 'female')) {
    sheet.outOfPlace('women_assessed', 'women_assess_specific')
    return
  }
  const assessed = (done.by.sex.female ?? 0) + sheet.draw.binomial(sheet.count('adm_new').by.sex.female ?? 0, 0.3)
  sheet.put('women_assessed', assessed)
  sheet.put('women_assess_specific', sheet.draw.binomial(assessed, good(at, 0.6)))
}

/** From this day of custody on a sentenced person should have a plan. */
const planDays = 45

/** Every sentenced person should have a plan before long; the records say who has one. */
function plans(sheet: Sheet, { held }: Custody): void {
  const { at } = sheet
  const last = at.days.until - 1
  const sentenced = held.filter((stay) => isSentenced(statusOn(stay, last)) && last - stay.custodyFrom >= planDays)
  sheet.put('plan_required', countStays(at, sentenced))
  sheet.put(
    'plan_active',
    countStays(
      at,
      sentenced.filter((stay) => hasCasePlan(at, stay, last)),
    ),
  )
}
