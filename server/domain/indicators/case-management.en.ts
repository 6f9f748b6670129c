import type { caseManagement } from './case-management.ts'
import type { IndicatorWords } from './define.ts'

/** The English words of the area assessment and case management. */
export const caseManagementWords: Record<(typeof caseManagement)[number]['id'], IndicatorWords> = {
  'assessment-on-time': {
    title: 'First assessment on time',
    measures: 'Share of sentenced arrivals assessed by the deadline.',
    numerator: 'Of these, persons assessed on or before the deadline',
    denominator:
      'Sentenced persons still held whose deadline for the first assessment fell in the month (30 days from admission or sentence unless the country says otherwise)',
    pitfalls:
      'The rules say as soon as possible and give no day. Blank assessments completed on the last day: look at the spread of dates.',
    breakdownWhy: 'People with short sentences are skipped; of them a short version on needs is expected.',
  },
  'assessment-review-overdue': {
    title: 'Reviews overdue',
    measures: 'Share of people whose assessment or security review is past due.',
    numerator: 'Of these, persons whose next date has passed, and sentenced persons without a date',
    denominator:
      'Persons on the last day with a date for their next assessment or security review on record, and sentenced persons without one',
    pitfalls: 'The next date pushed forward without a review.',
    breakdownWhy: 'Long-sentence prisoners are forgotten.',
  },
  'assessment-quality': {
    title: 'Assessments done properly',
    measures:
      'Share of assessments with a validated tool, a qualified assessor and the result explained to the person.',
    numerator:
      'Of these, assessments made with a validated tool by a qualified assessor and explained to the person within 14 days',
    denominator: 'Assessments whose fourteenth day after completion fell in the month',
    pitfalls: '"Informed" recorded by a signature under a form in a foreign language.',
    breakdownWhy: 'Women need an instrument made for them: shown as a figure of its own.',
  },
  'women-gender-specific-assessment': {
    title: 'Women assessed with an instrument made for women',
    measures: 'Share of women assessed whose instrument looks at women’s needs.',
    numerator: 'Of these, women assessed with a gender-specific instrument',
    denominator: 'Women assessed in the month',
    pitfalls: 'A question on children added to a form made for men.',
  },
  'plan-with-lead-share': {
    title: 'Individual plan and named lead',
    measures: 'Share of sentenced people with an active plan and one named lead worker.',
    numerator: 'Of these, persons with an active individual plan and a named lead worker',
    denominator: 'Sentenced persons on the last day who have been held for 45 days or more',
    pitfalls:
      'One officer as the lead for hundreds: count the people per lead worker. Plans that the person never saw.',
    breakdownWhy: 'Standard groups: the average can hide unequal treatment (Nelson Mandela Rule 2, Bangkok Rule 1).',
  },
  'above-assessed-security': {
    title: 'Held above assessed security',
    measures: 'Share of people held at a higher security level than their last assessment found.',
    numerator: 'Of these, persons held in a facility of a higher level than the latest assessment found',
    denominator: 'Persons on the last day for whom an assessment of the last 12 months found a security level',
    pitfalls: 'The assessment changed to match the place.',
    breakdownWhy: 'Women are often held too high because there is only one prison.',
  },
}
