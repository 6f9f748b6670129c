import type { IndicatorWords } from './define.ts'
import type { familyContact } from './family-contact.ts'

/** The English words of the area family and community contact. */
export const familyContactWords: Record<(typeof familyContact)[number]['id'], IndicatorWords> = {
  'visited-in-90-days': {
    title: 'People with a family or friend visit in 90 days',
    measures: 'Share of people who saw someone close in person in the last three months.',
    numerator: 'Persons in custody for all of the last 90 days with at least one completed visit by family or friends',
    denominator: 'Persons in custody for all of the last 90 days',
    pitfalls:
      'Visits booked or offered counted as made; official and legal visits counted as family. Short stays are left out, which favours long-term prisoners: read how many people it speaks of.',
    breakdownWhy:
      'Women and foreign nationals are held farther away; for parents a second figure counts visits with their child.',
  },
  'parents-visited-by-child': {
    title: 'Parents visited by their child',
    measures: 'Share of parents of a child under 18 who saw a child of theirs in the last three months.',
    numerator: 'Of these parents, those with at least one completed visit in which their child took part',
    denominator: 'Parents of a child under 18 in custody for all of the last 90 days',
    pitfalls:
      'Parents who never said that they are parents are left out; some children are kept away for their own protection.',
    breakdownWhy: 'Mothers are more often the only parent at home before custody.',
  },
  'contact-events-rate': {
    title: 'Visits and calls per person',
    measures: 'How many visits and calls a person has in 30 days.',
    numerator: 'Completed visits, phone and video calls with family and friends, for 30 days',
    denominator: 'Person-days in custody in the month',
    pitfalls:
      'A few people with very many calls lift the mean: read the share of people with no contact beside it. Dropped calls counted.',
    breakdownWhy: 'Calls must add to visits, not replace them: look at both.',
  },
  'open-visit-share': {
    title: 'Visits without a barrier',
    measures: 'Share of completed family visits held with direct contact.',
    numerator: 'Completed visits by family and friends without a barrier, family visits in private included',
    denominator: 'Completed visits by family and friends',
    pitfalls: 'A low barrier or a table with a screen recorded as open: check on site.',
    breakdownWhy: 'Visits with children should be open almost always (Bangkok Rule 28).',
  },
  'no-contact-90d': {
    title: 'People with no contact at all',
    measures: 'Share of people with no visit, call, video or letter from anyone close for 90 days.',
    numerator:
      'Persons in custody for all of the last 90 days with no completed visit, call, video or letter with family or friends',
    denominator: 'Persons in custody for all of the last 90 days',
    pitfalls:
      'Letters are often not logged. People who choose no contact deserve respect: their choice is recorded as theirs.',
    breakdownWhy: 'Isolation marks people for whom volunteers and mentors matter.',
  },
  'visits-refused-share': {
    title: 'Visits refused or cancelled by the facility',
    measures: 'Share of asked-for visits that the facility did not let happen.',
    numerator: 'Visits refused or cancelled by the facility',
    denominator:
      'Visits that took place and visits refused or cancelled by the facility; requests that people withdrew are left out',
    pitfalls:
      'Refusals by telephone are never recorded; where there are no slots nobody asks: read the waiting time beside it.',
    breakdownWhy: 'Blanket rules and missing slots need different answers.',
  },
  'visit-wait-14-days': {
    title: 'Visits within 14 days of asking',
    measures: 'Share of requested visits that took place within 14 days.',
    numerator: 'Of these requests, visits that took place by the fourteenth day',
    denominator:
      'Requests for a family or friend visit whose fourteenth day fell in the month; those withdrawn by the person or the visitor left out',
    pitfalls:
      'Requests that are only written down once there is a slot; visitors who live far away ask for later days.',
    breakdownWhy: 'Remand wings and women’s units have the fewest slots.',
  },
  'child-visit-bans': {
    title: 'Blanket bans on visits by children',
    measures: 'People barred from visits by children without an individual decision to protect a child.',
    numerator:
      'Persons under a ban on visits by children on the last day without an individual child-protection decision or court order',
    denominator: 'None; all bans on visits by children are read beside it',
    pitfalls:
      'Demands for documents that make visits by children impossible in practice do not show here: inspect. The Kyoto text sets a presumption against such bans, not a number.',
    breakdownWhy: 'Standard groups: the average can hide unequal treatment (Nelson Mandela Rule 2, Bangkok Rule 1).',
    alert: 'Any new blanket ban',
  },
  'family-contact-ban-sanction': {
    title: 'Family contact forbidden as punishment',
    measures:
      'Bans on all family contact imposed as discipline or for security, and sanctions that restrict family contact.',
    numerator:
      'Bans on all family contact in force on any day of the month for discipline or security, and sanctions that restrict family contact',
    denominator: 'None',
    pitfalls:
      'A total ban in instalments; security used as the ground of a punishment. A ban that began earlier and still runs counts again.',
    breakdownWhy: 'Women with children have an express rule (Bangkok Rule 23).',
    alert: 'Any ban',
  },
  'far-from-home-share': {
    title: 'People held far from home',
    measures: 'Share of people held beyond the national distance line from home or place of rehabilitation.',
    numerator:
      'Persons on the last day held beyond the national distance line (150 km unless the country says otherwise)',
    denominator: 'Persons whose home area in the country is known',
    pitfalls:
      'Unknown homes dropped quietly: publish how many. Distance stands for travel time and cost, which it does not always match.',
    breakdownWhy:
      'Few women’s prisons mean longer distances; Bangkok Rule 4 asks to weigh caring duties and the woman’s own choice.',
  },
  'family-told-24h': {
    title: 'Able to tell family on admission',
    measures: 'Share of arrivals given the means to tell family or a contact within 24 hours.',
    numerator: 'Arrivals, new and by transfer, where the person could tell family or a contact within 24 hours',
    denominator: 'Admissions from liberty and arrivals by transfer in the month',
    pitfalls:
      'Ticked at reception without a call being made. The 24 hours are a local reading of "immediately"; the rule covers serious illness too.',
    breakdownWhy: 'Foreign nationals and people without a phone card are missed.',
  },
}
