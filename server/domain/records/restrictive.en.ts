import type { FamilyWords } from './define.ts'
import type { restrictiveRecords } from './restrictive.ts'

/** The English words of these record types and their fields. */
export const restrictiveRecordWords: FamilyWords<typeof restrictiveRecords> = {
  restrictive_placement: {
    title: 'Restrictive placement',
    describes: 'Any regime that separates a person from ordinary association, whatever it is called locally',
    grain: 'One row per continuous order',
    fields: {
      placement_id: { label: 'Placement id' },
      stay_key: { label: 'Stay key' },
      kind: { label: 'Kind' },
      start_at: { label: 'Start at' },
      end_at: { label: 'End at' },
      cell_id: { label: 'Cell id' },
      hours_in_cell_planned: {
        label: 'Hours in cell planned',
        meaning: 'Hours locked in per 24 hours under the order',
      },
      meaningful_contact_hours_planned: {
        label: 'Meaningful contact hours planned',
        meaning: 'Hours of real two-way contact offered per day; food hatch and escort talk do not count',
      },
      authorised_by_role: { label: 'Authorised by role' },
      authorised_at: { label: 'Authorised at' },
      reason_code: { label: 'Reason code' },
      max_end_on: { label: 'Max end on', meaning: 'End date set in the order; empty means indefinite' },
      person_informed_at: { label: 'Person informed at', meaning: 'Reasons given in a language understood' },
      health_opinion: {
        label: 'Health opinion',
        meaning: 'Whether health staff reported concern; they certify nobody fit',
      },
      end_reason: { label: 'End reason' },
      support_after_kind: {
        label: 'Support after kind',
        meaning: 'Reintegration or mitigation help after the placement',
      },
      support_after_at: { label: 'Support after at' },
    },
    rules: [
      'A placement lies within one stay; overlapping placements of one person are merged before counting; a change of kind or cell does not restart the clock.',
      'No end date in the order means an indefinite order.',
    ],
  },
  placement_review: {
    title: 'Placement review',
    describes: 'Review of a placement by someone other than its author',
    grain: 'One row per review',
    fields: {
      placement_id: { label: 'Placement id' },
      reviewed_at: { label: 'Reviewed at' },
      reviewer_role: { label: 'Reviewer role' },
      independent: { label: 'Independent', meaning: 'Reviewer is outside the line that ordered it' },
      result: { label: 'Result' },
    },
    rules: ['A review lies within the placement.'],
  },
  placement_day: {
    title: 'Day of a placement',
    describes: 'Daily log for each person separated',
    grain: 'One row per placement per day',
    fields: {
      placement_id: { label: 'Placement id' },
      day: { label: 'Day' },
      health_visit_at: { label: 'Health visit at', meaning: 'Visit by health staff, in person' },
      health_role: { label: 'Health role' },
      out_of_cell_minutes: { label: 'Out of cell minutes' },
      meaningful_contact_minutes: { label: 'Meaningful contact minutes' },
      outdoor_minutes: { label: 'Outdoor minutes' },
      director_or_delegate_visit: { label: 'Director or delegate visit' },
    },
    rules: ['One row at most for a placement and day; the health visit lies within that day.'],
  },
}
