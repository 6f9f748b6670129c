/**
 * Measures of which the demonstration's returns are not, to the last person, what its records give, each with the reason.
 * Everything else agrees, but for the scenarios that part the two on purpose.
 */
const byShare =
  'the return states a share of those concerned, as an office without a register does; the records hold each case'
const byList =
  'the return counts the cases that the office opened, the records everybody whose first assessment fell due'
const byTheDay = 'the return counts nights, the records every day on which a separation began, ran or ended'

export const drawnApart: Readonly<Record<string, string>> = {
  assess_done: byList,
  assess_due: byList,
  need_matched: byShare,
  person_days_lockdown:
    'the return spreads the days of units evenly over people, the records know who was in which unit',
  plan_active:
    'the return counts plans that were opened, the records those that somebody leads and that are still open',
  programmes_evaluated: byShare,
  rel_need_unmet: byShare,
  rel_priority_need: byShare,
  review_expected: byShare,
  review_overdue: byShare,
  self_harm_in_separation: byShare,
  sep_involuntary_person_days: byTheDay,
  sep_other_in_place: byTheDay,
  sep_person_days: byTheDay,
  staff_head_12m: 'the records name who is in post today, and so nobody who has left since the month of the return',
  women_assess_specific: byShare,
  women_assessed: byShare,
}
