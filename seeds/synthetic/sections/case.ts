import { countOf } from '../country.ts'
import { mapCells } from '../counts.ts'
import { bad, good, holds, type Sheet } from '../sheet.ts'

/** Assessments, reviews and individual plans. */
export function caseManagement(sheet: Sheet): void {
  const { at } = sheet
  const due = sheet.part('assess_due', 'adm_transfer_in', 0.7)
  const done = sheet.part('assess_done', due, good(at, 0.74))
  sheet.part('review_overdue', sheet.part('review_expected', 'pop_closing', 0.72), bad(at, 0.15))
  const sentenced = countOf(mapCells(at.flows.closing, (people, code) => (code.includes('sentenced') ? people : 0)))
  sheet.part('plan_active', sheet.part('plan_required', sentenced, 0.97), good(at, 0.71))
  if (!holds(at, 'female')) {
    sheet.outOfPlace('women_assessed', 'women_assess_specific')
    return
  }
  const assessed = (done.by.sex.female ?? 0) + sheet.draw.binomial(sheet.count('adm_new').by.sex.female ?? 0, 0.3)
  sheet.put('women_assessed', assessed)
  sheet.put('women_assess_specific', sheet.draw.binomial(assessed, good(at, 0.6)))
}
