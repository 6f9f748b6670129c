import { code, count, day, optional, record, token } from './define.ts'

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
  }),
]
