import type { IndicatorWords } from './define.ts'
import type { staffing } from './staffing.ts'

/** The English words of staff and training, and of the staff ratios of health. */
export const staffingWords: Record<(typeof staffing)[number]['id'], IndicatorWords> = {
  'people-per-custodial-officer': {
    title: 'People per custodial officer in post',
    measures: 'Persons held per full-time custodial officer in post.',
    numerator: 'Persons held on the last day',
    denominator: 'Custodial full-time equivalents in post',
    pitfalls:
      'No UN ratio exists. Shifts make full-time equivalents differ from officers on the landing; escort staff may be counted in.',
    breakdownWhy: 'Women officers are shown apart (Mandela Rule 81).',
  },
  'staff-gap': {
    title: 'Custodial posts unfilled',
    measures: 'Share of funded custodial posts that nobody fills.',
    numerator: 'Custodial posts funded minus full-time equivalents in post',
    denominator: 'Custodial posts funded',
    pitfalls: 'Cutting funded posts hides vacancies. Absence through sickness is not in it.',
    alert: 'Above 25 percent for three months',
  },
  'people-per-doctor': {
    title: 'People per doctor',
    measures: 'How many people each full-time doctor serves.',
    numerator: 'Persons held on the last day',
    denominator: 'Full-time equivalents of doctors in post',
    pitfalls:
      'Visiting hours counted as full posts. The line is not in the UN rules. A remand prison with many arrivals needs more.',
    alert: 'No doctor for a month',
  },
  'people-per-nurse': {
    title: 'People per nurse',
    measures: 'How many people each full-time nurse serves.',
    numerator: 'Persons held on the last day',
    denominator: 'Full-time equivalents of nurses in post',
    pitfalls: 'Visiting hours counted as full posts. The line is not in the UN rules.',
  },
  'staff-trained-12m': {
    title: 'Staff with required training this year',
    measures: 'Share of staff who completed the required refresher training in twelve months.',
    numerator: 'Of these, staff who completed the required refresher training in the last twelve months',
    denominator: 'Staff, by head, in post for all of the last twelve months',
    pitfalls:
      'Hours without content; signatures on lists. The interval is local: Mandela Rule 75(3) asks for continuous training. Staff in post only part of the year are left out.',
    breakdownWhy: 'Staff of women’s units need the topics of the Bangkok Rules.',
  },
  'staff-inducted': {
    title: 'Trained before duty',
    measures: 'Share of staff hired in 24 months who finished induction before working with prisoners.',
    numerator: 'Of these, staff who finished induction on or before their first duty alone',
    denominator: 'Staff hired in the last 24 months',
    pitfalls: 'A start date moved to the date of the course.',
    breakdownWhy: 'The average can hide a category that starts untrained.',
  },
}
