import type { caseManagement } from './case.ts'
import type { MeasureWords } from './define.ts'

/** What each measure of the case section counts, in English. */
export const caseManagementWords: Record<(typeof caseManagement)[number]['id'], MeasureWords> = {
  assess_due: {
    title: 'First assessments due',
    counts: 'Sentenced persons still held whose first-assessment deadline fell in the month',
  },
  assess_done: { title: 'First assessments in time', counts: 'Of those, assessed on or before the deadline' },
  review_overdue: {
    title: 'Reviews overdue',
    counts: 'Persons with an overdue assessment or security review on the last day',
  },
  plan_required: {
    title: 'Plans required',
    counts: 'Sentenced persons on the last day who should have an individual plan',
  },
  plan_active: {
    title: 'Plans with a lead',
    counts: 'Of those, with an active individual plan and a named lead worker',
  },
  women_assess_specific: {
    title: 'Women assessed specifically',
    counts: 'Women assessed with a gender-specific instrument in the month',
  },
}
