import { code, count, day, optional, record, token } from './define.ts'

/**
 * Months after the end of a follow-up until courts and registers have written down what happened in it; a local default, for
 * the catalogue (check X35) asks for such a lag and gives no number.
 */
const registrationLag = 6

/** Outcomes of cohorts, counted by a trusted linkage unit; no conviction of a person ever enters. */
export const outcomeRecords = [
  record({
    id: 'cohort_outcome',
    madeOf: ['events', 'returns'],
    level: 'system',
    unique: ['cohort_from', 'definition_id', 'followup_months', 'start_event', 'breakdown'],
    fields: {
      cohort_from: day(),
      cohort_to: day(),
      definition_id: code('reoffending_definition'),
      followup_months: count(),
      start_event: code('cohort_start'),
      breakdown: optional(token()),
      persons_at_risk: count(),
      persons_with_event: count(),
      persons_unlinked: count(),
      events: optional(count()),
    },
    inOrder: [['cohort_from', 'cohort_to']],
    within: [{ parts: ['persons_with_event', 'persons_unlinked'], whole: 'persons_at_risk' }],
    ripens: { day: 'cohort_to', months: 'followup_months', lag: registrationLag },
  }),
]
