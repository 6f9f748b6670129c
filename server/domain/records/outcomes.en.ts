import type { FamilyWords } from './define.ts'
import type { outcomeRecords } from './outcomes.ts'

/** The English words of these record types and their fields. */
export const outcomeRecordWords: FamilyWords<typeof outcomeRecords> = {
  cohort_outcome: {
    title: 'Cohort outcome',
    describes: 'Linked outcome counts from a trusted linkage unit; no person-level conviction data enter the dashboard',
    grain: 'One row per cohort, definition and breakdown',
    fields: {
      cohort_from: { label: 'Cohort from' },
      cohort_to: { label: 'Cohort to' },
      definition_id: { label: 'Definition id' },
      followup_months: { label: 'Follow-up months' },
      start_event: { label: 'Start event' },
      breakdown: { label: 'Breakdown', meaning: 'One dimension and value' },
      persons_at_risk: { label: 'Persons at risk' },
      persons_with_event: { label: 'Persons with event' },
      persons_unlinked: { label: 'Persons unlinked', meaning: 'Could not be traced' },
      events: { label: 'Events' },
    },
    rules: [
      'Persons with an event and persons not traced are together no more than the persons at risk.',
      'Taken in only when the follow-up of the last member has passed, and six months more until it is written down everywhere.',
    ],
  },
}
