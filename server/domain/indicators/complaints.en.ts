import type { complaints } from './complaints.ts'
import type { IndicatorWords } from './define.ts'

/** The English words of the area complaints and oversight. */
export const complaintsWords: Record<(typeof complaints)[number]['id'], IndicatorWords> = {
  'complaints-rate': {
    title: 'Complaints lodged',
    measures: 'Complaints and requests per 1,000 person-days, by all channels.',
    numerator: 'Complaints lodged in the month',
    denominator: 'Person-days of custody',
    pitfalls:
      'More is not worse. None at all among 200 people or more is a warning. A share upheld near 0 or near 100 asks for a look.',
    breakdownWhy: 'The share that comes without a name or from outside shows how far people trust the way.',
    alert: 'No complaint for 60 days where ten or more were to be expected',
  },
  'complaints-upheld-share': {
    title: 'Complaints upheld',
    measures: 'Share of complaints decided that were upheld in full or in part.',
    numerator: 'Complaints upheld in full or in part',
    denominator: 'Complaints decided in the month',
    pitfalls: 'Near 0 the way may be useless, near 100 only the certain cases may dare: neither end is good.',
    breakdownWhy: 'Some topics may never be upheld.',
  },
  'complaints-on-time': {
    title: 'Complaints answered on time',
    measures: 'Share of complaints answered by the deadline.',
    numerator: 'Complaints answered within the limit (unless set otherwise 14 days; 24 hours where safety is at stake)',
    denominator: 'Complaints whose answer fell due in the month',
    pitfalls: 'Holding replies. The rule says promptly and without delay and counts no days.',
    breakdownWhy: 'Complaints about health and about the conduct of staff are the slow ones.',
  },
  'ill-treatment-referred': {
    title: 'Ill-treatment allegations passed on',
    measures: 'Share of allegations of torture or ill-treatment passed to an independent authority within 24 hours.',
    numerator: 'Allegations of ill-treatment passed to an independent authority within 24 hours (a local limit)',
    denominator: 'Allegations of ill-treatment in the month',
    pitfalls:
      'Coded anew as staff conduct. Withdrawn after pressure: what was withdrawn stays in the denominator. Reports of reprisal go to the inspectorate and the national preventive mechanism only and stand in no return. The ministry sees this figure under its suppression.',
    breakdownWhy: 'The average can hide unequal treatment.',
    alert:
      'Any allegation not passed on after 24 hours; any report of reprisal, to the inspectorate and the national preventive mechanism only',
  },
  'external-visit-recency': {
    title: 'Time since the last independent inspection',
    measures: 'Days since a body from outside last inspected and spoke with people in private.',
    numerator:
      'Days from the start of the last visit by a body other than the prison administration, with private interviews, to the last day; of a region, the longest among its facilities',
    denominator: 'None',
    pitfalls:
      'Courtesy visits: only visits with private interviews count. The rules ask for regular inspections and give no interval. It comes from the records of those who visit, never from the facility’s return.',
    alert: 'Over 730 days',
  },
  'recommendations-verified': {
    title: 'Recommendations carried out and checked',
    measures:
      'Share of recommendations due in the last twelve months that somebody outside the facility verified as done.',
    numerator: 'Of these, verified as done by somebody outside the facility by the last day',
    denominator: 'Accepted recommendations that fell due in the last twelve months',
    pitfalls:
      'Claimed is not verified: both are shown. Rejecting all that is hard: read the share rejected beside it. It comes from the inspectorate’s records only.',
    breakdownWhy: 'Some areas may never be mended.',
    alert: 'A critical recommendation 60 days past its due day',
  },
  'admission-information': {
    title: 'Information on admission',
    measures:
      'Share of new admissions given written and spoken information within 24 hours in a form that they understand.',
    numerator: 'New admissions informed in writing and by word within 24 hours',
    denominator: 'New admissions of whom 24 hours have passed',
    pitfalls: 'A signature collected without an explanation.',
    breakdownWhy: 'Language, reading and disability.',
  },
  'consular-rights-told': {
    title: 'Told of consular rights',
    measures:
      'Share of foreign nationals admitted who were told within 72 hours that they may contact their consulate.',
    numerator: 'Foreign nationals admitted who were told of their consular rights within 72 hours',
    denominator: 'Foreign nationals admitted in the month',
    pitfalls:
      'Told is not helped: whether the contact was made is another question. Refugees and stateless persons may need another body than a consulate. The 72 hours are local.',
  },
}
