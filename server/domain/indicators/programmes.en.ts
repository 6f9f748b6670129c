import type { IndicatorWords } from './define.ts'
import type { programmesAndWork } from './programmes.ts'

/** The English words of the area programmes and work. */
export const programmesAndWorkWords: Record<(typeof programmesAndWork)[number]['id'], IndicatorWords> = {
  'needs-matched-share': {
    title: 'Priority needs met by a programme',
    measures: 'Share of people with a priority need who have started something that fits it.',
    numerator: 'Of these, persons who in this custody started something that fits the need',
    denominator: 'Persons with at least one high-priority need open for 60 days or more',
    pitfalls: 'Only needs recorded for which a course exists; enrolment for a day; needs never assessed again.',
    breakdownWhy: 'Young adults and women need fitted versions.',
  },
  'programme-wait-median': {
    title: 'Started within 45 days of referral',
    measures:
      'Share of referrals that led to a start within 45 days. Half started by then is the same as a median wait of 45 days.',
    numerator: 'Of these referrals, those started on or before day 45',
    denominator:
      'Referrals whose day 45 fell in the last 12 months; those ended by release, transfer or withdrawal count as not started',
    pitfalls:
      'Referral held back to keep waits short. Release and transfer compete with the start: leaving them out, or treating them as chance, would make the wait look shorter than it is.',
    breakdownWhy: 'Short sentences end before the course starts.',
  },
  'programme-wait-90-days': {
    title: 'Started within 90 days of referral',
    measures:
      'Share of referrals that led to a start within 90 days. Under half means a median wait of more than 90 days.',
    numerator: 'Of these referrals, those started on or before day 90',
    denominator:
      'Referrals whose day 90 fell in the last 12 months; those ended by release, transfer or withdrawal count as not started',
    pitfalls: 'Referral held back to keep waits short.',
    breakdownWhy: 'Short sentences end before the course starts.',
  },
  'programme-starts-within-45-days': {
    title: 'Starts that came within 45 days',
    measures: 'How long those had waited who started in the month, as counts in bands.',
    numerator: 'Participations started in the month, 45 days or less after referral',
    denominator: 'Participations started in the month, in three bands of waiting',
    pitfalls:
      'Those still waiting are left out, and they wait longest: the figure is biased high and carries no verdict.',
  },
  'programme-completion-share': {
    title: 'Programmes completed',
    measures: 'Share of ended participations that were completed.',
    numerator: 'Participations that ended in the month and were completed',
    denominator: 'Participations that had started and ended in the month, in whatever way',
    pitfalls:
      'Only easy participants selected; an early end recorded as a release; completion without attendance: compare the hours.',
    breakdownWhy: 'Young adults and women need fitted versions; who caused the loss is shown beside it.',
  },
  'programme-loss-by-prison': {
    title: 'Participations ended by the prison',
    measures: 'Share of ended participations that the prison itself cut short.',
    numerator: 'Participations ended in the month by transfer or by cancellation by the prison',
    denominator: 'Participations that had started and ended in the month, in whatever way',
    pitfalls: 'A transfer recorded as the wish of the person; a course that never met and was never ended.',
    breakdownWhy: 'Standard groups: the average can hide unequal treatment (Nelson Mandela Rule 2, Bangkok Rule 1).',
    alert: 'Above 25 percent',
  },
  'accredited-share': {
    title: 'Accredited places',
    measures: 'Share of open participations in accredited programmes, education or courses.',
    numerator: 'Participations open on the last day in accredited programmes',
    denominator: 'Participations open on the last day, unpaid domestic work left out',
    pitfalls: 'Certificates of the house presented as accredited; certificates that reveal the prison.',
    breakdownWhy: 'Standard groups: the average can hide unequal treatment (Nelson Mandela Rule 2, Bangkok Rule 1).',
  },
  'purposeful-hours': {
    title: 'Purposeful hours per week',
    measures: 'Average hours of work, education, training or programmes per person per week.',
    numerator: 'Hours of work, education, training and programmes attended in the month, for seven days',
    denominator: 'Person-days in custody in the month',
    pitfalls:
      'Cleaning of the own cell logged as work; scheduled hours instead of attended ones; television as education. An average hides those who do nothing.',
    breakdownWhy: 'Pretrial persons must be offered work, though they are not obliged to it (Nelson Mandela Rule 116).',
  },
  'paid-work-share': {
    title: 'Work that is paid',
    measures: 'Share of people with a work place who are paid for it.',
    numerator: 'Persons with a work place on the last day who are paid for it',
    denominator: 'Persons with a work place on the last day, unpaid domestic work included',
    pitfalls:
      'Token pay: whether pay is equitable, as Nelson Mandela Rule 103 asks, is a question of inspection; the share is local. Domestic duties called training.',
    breakdownWhy: 'Women do domestic tasks without pay.',
  },
  'education-share': {
    title: 'People in education',
    measures: 'Share of people in education.',
    numerator: 'Persons in education on the last day',
    denominator: 'Persons held that day',
    pitfalls: 'Enrolled without attending.',
    breakdownWhy: 'Education is compulsory for young people and for those who cannot read (Nelson Mandela Rule 104).',
  },
  'basic-education-share': {
    title: 'People without basic education who learn',
    measures: 'Share of people without a complete primary education who are in education.',
    numerator: 'Of these, persons in education on the last day',
    denominator: 'Persons on the last day with no or an incomplete primary education',
    pitfalls: 'Level of education not asked on arrival; people ashamed to say so.',
    breakdownWhy: 'Education is compulsory for young people and for those who cannot read (Nelson Mandela Rule 104).',
  },
  'women-men-parity': {
    title: 'Women and men: equal access to activities',
    measures: 'Share of women in any programme, education or work, as a multiple of the share of men.',
    numerator: 'Women in any activity on the last day',
    denominator: 'Women who would be in an activity at the share of men',
    pitfalls:
      'Equal counts in sewing and kitchen work only. Few women make the figure uncertain: no verdict under 5 expected, nor where chance could have made the difference; read the region. A prison for one sex alone has nobody to compare with.',
    breakdownWhy: 'A women’s unit inside a men’s prison gets what is left.',
  },
  'risk-match': {
    title: 'Intensive programmes go to those who need them',
    measures:
      'Share of high-risk people who started an offending-behaviour programme, as a multiple of the share of low-risk people.',
    numerator:
      'Sentenced persons assessed as high risk who started an offending-behaviour programme in the last 12 months',
    denominator: 'Starts expected of them at the share of those assessed as low risk',
    pitfalls: 'Where nobody of low risk has started there is no ratio, although that is no fault: read the two shares.',
    breakdownWhy: 'Risk bands work less well for women and minorities.',
  },
}
