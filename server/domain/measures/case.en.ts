import type { caseManagement } from './case.ts'
import type { MeasureWords } from './define.ts'

/** What each measure of the case section counts, in English. */
export const caseManagementWords: Record<(typeof caseManagement)[number]['id'], MeasureWords> = {
  assess_due: {
    title: 'First assessments due',
    counts: 'Sentenced persons still held whose first-assessment deadline fell in the month',
  },
  assess_done: { title: 'First assessments in time', counts: 'Of those, assessed on or before the deadline' },
  review_expected: {
    title: 'Reviews expected',
    counts: 'Persons on the last day with a date for their next review on record, and sentenced persons without one',
  },
  review_overdue: {
    title: 'Reviews overdue',
    counts: 'Of those, persons whose assessment or security review is overdue, and sentenced persons without a date',
  },
  plan_required: {
    title: 'Plans required',
    counts: 'Sentenced persons on the last day who should have an individual plan',
  },
  plan_active: {
    title: 'Plans with a lead',
    counts: 'Of those, with an active individual plan and a named lead worker',
  },
  women_assessed: { title: 'Women assessed', counts: 'Women assessed in the month' },
  women_assess_specific: {
    title: 'Women assessed specifically',
    counts: 'Of those, assessed with a gender-specific instrument',
  },
  assessments_14d: {
    title: 'Assessments 14 days old',
    counts: 'Assessments whose fourteenth day after completion fell in the month',
  },
  assessments_sound: {
    title: 'Assessments done properly',
    counts: 'Of those, made with a validated tool by a qualified assessor and explained to the person within 14 days',
  },
  security_found_12m: {
    title: 'Security level assessed',
    counts: 'Persons on the last day for whom an assessment of the last 12 months found a security level',
  },
  security_above_found: {
    title: 'Held above that level',
    counts: 'Of those, persons held at a higher security level than the latest assessment found',
  },
}
