import type { IndicatorWords } from './define.ts'
import type { solitaryLimits } from './solitary-limits.ts'

/** The English words of the limits on solitary confinement. */
export const solitaryLimitsWords: Record<(typeof solitaryLimits)[number]['id'], IndicatorWords> = {
  'solitary-longest': {
    title: 'Longest unbroken solitary',
    measures: 'The longest unbroken time anyone present in the period reached.',
    numerator:
      'Longest unbroken time in solitary reached by anyone in the month, in days, counted from its true start even if before the month',
    denominator: 'None',
    pitfalls:
      'Counting from the start of the month, from a transfer or from a change of label. Elapsed hours count: 15 days are 360 hours.',
  },
  'solitary-over-15-days': {
    title: 'Prolonged solitary (over 15 days)',
    measures: 'People kept in solitary for more than 15 days in a row.',
    numerator:
      'Persons whose unbroken time in solitary exceeds 15 times 24 hours at any point in the month; a transfer, another cell or another label breaks nothing, any other gap does',
    denominator: 'None; also read per 1,000 person-days',
    pitfalls:
      'Clocks reset by a night out, a hospital trip, a transfer or a new label: those over 15 days only when gaps are counted are shown beside it. The UN rule names no gap that ends an episode.',
    breakdownWhy: 'Any concentration in a group is reported to inspectors only.',
    alert: 'Day 10: warning; day 14: urgent; over 15 days: breach',
  },
  'solitary-over-15-days-merged': {
    title: 'Over 15 days of solitary counting gaps',
    measures:
      'People kept in solitary for more than 15 days when gaps under the country’s break rule are counted as no break.',
    numerator:
      'Persons not over 15 unbroken days, but over them when gaps shorter than 48 hours or without one full ordinary regime day count as no break',
    denominator: 'None',
    pitfalls:
      'The break rule is a choice of the country, for the UN rule names none: it is printed with the figure. A night in an ordinary cell ends no isolation.',
    breakdownWhy: 'Standard groups: the average can hide unequal treatment (Nelson Mandela Rule 2, Bangkok Rule 1).',
    alert: 'Any person',
  },
  'solitary-indefinite': {
    title: 'Orders without an end date',
    measures: 'Separation orders with no end set.',
    numerator: 'Solitary orders in force on any day of the month that name no end date',
    denominator: 'None',
    pitfalls:
      'An end date far in the future, or renewed without a decision, is indefinite in substance: show orders renewed three times or more.',
    breakdownWhy: 'Standard groups: the average can hide unequal treatment (Nelson Mandela Rule 2, Bangkok Rule 1).',
    alert: 'Any order',
  },
  'solitary-by-sentence': {
    title: 'Solitary by virtue of the sentence',
    measures: 'People held in solitary because their sentence says so.',
    numerator: 'Persons in solitary at any time in the month by virtue of their sentence',
    denominator: 'None',
    pitfalls: 'A special regime for life or long sentences under another name, with 22 hours or more in the cell.',
    breakdownWhy: 'Standard groups: the average can hide unequal treatment (Nelson Mandela Rule 2, Bangkok Rule 1).',
    alert: 'Any person',
  },
  'solitary-cumulative-90d': {
    title: 'More than 30 days of solitary in 90',
    measures: 'People whose separate episodes add up.',
    numerator: 'Persons whose days in solitary in the 90 days to the last day add up to more than 30',
    denominator: 'None',
    pitfalls:
      'The UN text limits days in a row only. This local figure catches the same harm by instalments; it is never shown as a UN limit.',
    breakdownWhy: 'Standard groups: the average can hide unequal treatment (Nelson Mandela Rule 2, Bangkok Rule 1).',
    alert: 'Any person',
  },
  'solitary-excluded-groups': {
    title: 'Excluded groups held apart as punishment',
    measures:
      'Pregnant or breastfeeding women, women with an infant, and children held apart as a punishment, for however many hours a day.',
    numerator:
      'Women who are pregnant, breastfeeding or with an infant, and persons under 18, in disciplinary separation or solitary at any time in the month, those placed before it included',
    denominator: 'None',
    pitfalls:
      'A flag missing because a pregnancy test or an age check is late; a punishment under the name of protection. Separation of these groups for other reasons is shown beside it.',
    breakdownWhy: 'By construction.',
    alert: 'Any person, at once',
  },
  'separation-excluded-groups': {
    title: 'Excluded groups in solitary for other reasons',
    measures:
      'Pregnant or breastfeeding women, women with an infant, and children in solitary, but not as a punishment.',
    numerator: 'Persons of these groups held in solitary at any time in the month for reasons other than discipline',
    denominator: 'None',
    pitfalls:
      'The rules forbid it as a punishment; that it should not happen for other reasons either is our reading. Punishment under the name of protection.',
    breakdownWhy: 'By construction.',
    alert: 'Any person, at once',
  },
  'solitary-contraindicated': {
    title: 'Solitary despite a disability that it would worsen',
    measures: 'People in solitary although they have a mental or physical disability on record that it would worsen.',
    numerator: 'Persons in solitary at any time in the month with a disability on record that solitary would worsen',
    denominator: 'None',
    pitfalls:
      'Disabilities never looked for; pressure on health staff to say nothing. Routine certificates that a person is fit for solitary are themselves against health ethics.',
    breakdownWhy: 'Standard groups: the average can hide unequal treatment (Nelson Mandela Rule 2, Bangkok Rule 1).',
    alert: 'Any person',
  },
  'solitary-against-health-advice': {
    title: 'Solitary against health advice',
    measures: 'People kept in solitary after health staff reported that it harms them, without a disability on record.',
    numerator:
      'Persons in solitary at any time in the month about whom health staff had reported a concern, those with a disability on record left out',
    denominator: 'None',
    pitfalls:
      'Health staff advise, they certify nobody fit (Nelson Mandela Rule 46); few reports may mean that nobody dares to write one.',
    alert: 'Any person',
  },
}
