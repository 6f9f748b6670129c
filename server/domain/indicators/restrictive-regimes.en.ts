import type { IndicatorWords } from './define.ts'
import type { restrictiveRegimes } from './restrictive-regimes.ts'

/** The English words of the area restrictive regimes. */
export const restrictiveRegimesWords: Record<(typeof restrictiveRegimes)[number]['id'], IndicatorWords> = {
  'solitary-share': {
    title: 'People in solitary confinement',
    measures: 'Share of the population in solitary on the last day, by what happens and not by the label.',
    numerator:
      'Persons in solitary on the last day: 22 hours or more a day in the cell without meaningful human contact, by the daily log or, without one, by the planned hours',
    denominator: 'Persons held that day',
    pitfalls:
      'Another name (protection, observation, high-security group); 21.5 planned hours; placements at own request left out; a unit emptied for the last day: read the days spent in solitary beside it.',
    breakdownWhy:
      'Over-use against young adults, foreign nationals and people with mental ill health is the pattern to look for.',
  },
  'solitary-days-rate': {
    title: 'Days spent in solitary',
    measures: 'How much time the population spends in solitary.',
    numerator: 'Person-days in solitary in the month, overlapping placements merged, part-days by the hour',
    denominator: 'Person-days in custody in the month',
    pitfalls: 'Orders without an end date inflate it: they should be queried, not dropped.',
    breakdownWhy: 'As for the share; this is the figure that cannot be emptied for one day.',
  },
  'solitary-starts-rate': {
    title: 'New solitary placements',
    measures: 'How often people are put in solitary.',
    numerator: 'Episodes of solitary that started in the month, after merging',
    denominator: 'Person-days in custody in the month',
    pitfalls:
      'Short orders chained into one, or one split into many: the strict count and the count with gaps are both kept.',
    breakdownWhy: 'The mix of reasons shows whether a shortage of space drives its use.',
    alert: 'More starts in a month than chance explains by the own rate of the 12 months before (exact test, p < 0.01)',
  },
  'solitary-duration-median': {
    title: 'Typical length of solitary',
    measures: 'Median length of episodes, open ones included.',
    numerator:
      'Kaplan-Meier median length, in days, of the episodes that started in the last 12 months; those still open are included as censored',
    denominator: 'Episodes that started in those 12 months',
    pitfalls:
      'The median of ended episodes alone forgets those still inside; returns can give only how long ended episodes lasted, which is shown apart and without a verdict. Medians of facilities cannot be added up.',
    breakdownWhy: 'Administrative episodes last longest.',
  },
  'solitary-episodes': {
    title: 'Episodes of solitary, by how long they last',
    measures:
      'How many episodes of solitary started in the last 12 months, and how long they lasted or have lasted so far.',
    numerator: 'Episodes of solitary started in the last 12 months, those that still run included',
    denominator: 'None: it is a count',
    pitfalls:
      'Episodes still running have not lasted as long as they will. People beyond 15 days are counted by name of rule elsewhere, one by one; a share here never takes one of them away.',
    breakdownWhy: 'The middle says nothing of those who stay longest.',
  },
  'solitary-ended-over-7-days': {
    title: 'Ended episodes of more than 7 days',
    measures: 'How long the episodes of solitary lasted that ended in the month, as counts in bands.',
    numerator: 'Episodes ended in the month that had lasted more than 7 days',
    denominator: 'Episodes ended in the month, in four bands',
    pitfalls:
      'Those still inside are left out, and they are the long ones: the figure is biased low and carries no verdict.',
  },
  'solitary-repeat-90d': {
    title: 'Repeated solitary',
    measures: 'People with two or more episodes within 90 days.',
    numerator: 'Persons with two or more separate episodes that started in the 90 days to the last day',
    denominator: 'Persons with at least one episode that started in those days',
    pitfalls: 'Short gaps used to stay below 15 days: read it with the days added up over 90 days.',
    breakdownWhy: 'Repeated use often marks mental ill health that is not treated.',
    alert: 'One person with four or more episodes in 90 days',
  },
  'solitary-daily-health-visit': {
    title: 'Daily health visits in separation',
    measures: 'Share of days in involuntary separation with a health visit in person.',
    numerator: 'Person-days in imposed separation with an in-person visit by health staff',
    denominator: 'Person-days in imposed separation; a day without a log entry counts as no visit',
    pitfalls: 'Ticked from the corridor; the same minute for every cell; holes at weekends.',
    breakdownWhy: 'Standard groups: the average can hide unequal treatment (Nelson Mandela Rule 2, Bangkok Rule 1).',
    alert: 'Any day without a visit, on change',
  },
  'solitary-authorised': {
    title: 'Placements with proper authority',
    measures: 'Share of placements authorised by a competent authority at or before the start.',
    numerator:
      'Episodes started in the month with authority recorded at or before the start by a competent authority (in urgent cases within the national hours)',
    denominator: 'Episodes of solitary that started in the month',
    pitfalls: 'Backdating: compare the time of authority with the time of recording.',
    breakdownWhy: 'Standard groups: the average can hide unequal treatment (Nelson Mandela Rule 2, Bangkok Rule 1).',
    alert: 'Any placement without authority 24 hours after its start',
  },
  'solitary-independent-review': {
    title: 'Independent review in time',
    measures: 'Share of placements lasting 7 days or more that had an independent review by day 7.',
    numerator: 'Episodes that reached day 7 in the month with an independent review on or before day 7',
    denominator: 'Episodes that reached day 7 in the month',
    pitfalls:
      'The day is local: the rule asks for independent review and names no day. Review by a subordinate of the author; confirmation in every case is a warning.',
    breakdownWhy: 'Standard groups: the average can hide unequal treatment (Nelson Mandela Rule 2, Bangkok Rule 1).',
  },
  'separated-contact-2h': {
    title: 'Two hours of real contact for the separated',
    measures: 'Share of separation days with at least two hours of meaningful contact offered.',
    numerator: 'Person-days in separation with at least 120 minutes of meaningful human contact',
    denominator: 'Person-days in separation of any kind; a day without a log has no contact',
    pitfalls:
      'Escorts, searches and meals handed over logged as contact. The share is local; the two hours are those of the European Prison Rules.',
    breakdownWhy: 'Standard groups: the average can hide unequal treatment (Nelson Mandela Rule 2, Bangkok Rule 1).',
  },
  'separated-outdoor-hour': {
    title: 'An hour outdoors for the separated',
    measures: 'Share of days in separation on which an hour outside was offered.',
    numerator: 'Person-days in separation with 60 minutes or more outside offered',
    denominator: 'Person-days in separation of any kind',
    pitfalls: 'Offered is not taken. A roofed cage is not outdoors; slots at dawn that nobody takes.',
    breakdownWhy: 'Standard groups: the average can hide unequal treatment (Nelson Mandela Rule 2, Bangkok Rule 1).',
    alert: 'Any person without an hour outside for two days running',
  },
  'de-facto-isolation-days': {
    title: 'Hidden isolation by lockdown',
    measures: 'Time that whole units spend locked up for 22 hours or more without individual orders.',
    numerator:
      'Person-days on unit-days with 2 unlocked hours or less for a general reason; separation units, and people in a separation of their own, left out',
    denominator: 'Person-days in custody in the month',
    pitfalls:
      'People in shared cells are not in solitary in law, but suffer the same deprivation; they are never added to the solitary count.',
    breakdownWhy: 'Shortage of staff or an incident: it tells whether the cause is structural.',
    alert: 'Three days running in a unit',
  },
  'solitary-aftercare': {
    title: 'Help after solitary',
    measures: 'Share of people leaving solitary of 8 days or more who had support within 7 days.',
    numerator: 'Of these, episodes followed by support within 7 days of the end',
    denominator:
      'Episodes of 8 days or more whose seventh day after the end fell in the month, the person still in custody',
    pitfalls: 'A leaflet logged as support.',
    breakdownWhy: 'Standard groups: the average can hide unequal treatment (Nelson Mandela Rule 2, Bangkok Rule 1).',
  },
  'release-soon-after-solitary': {
    title: 'Released within 30 days of solitary',
    measures: 'Share of releases to liberty from or soon after solitary.',
    numerator: 'Releases to liberty of persons who had been in solitary in the 30 days before',
    denominator: 'Releases to liberty in the month',
    pitfalls: 'People moved to an ordinary wing for the last night.',
    breakdownWhy: 'Standard groups: the average can hide unequal treatment (Nelson Mandela Rule 2, Bangkok Rule 1).',
    alert: 'A person now in solitary is expected out within 30 days',
  },
  'solitary-disparity': {
    title: 'Who is put in solitary',
    measures:
      'Starts of solitary in a group, for each of its days, as a multiple of those among all others; the whole figure is of women.',
    numerator: 'Solitary starts of the group in 12 months (of women, unless another group is shown)',
    denominator: 'Starts expected of the group at the rate of all others',
    pitfalls:
      'Ratios of one or two events are noise: no verdict under 5 expected starts, nor where chance could have made the difference. Returns carry sex and legal status only. A prison for one sex alone has nobody to compare with.',
    breakdownWhy: 'The figure is itself the comparison.',
  },
}
