import type { FamilyWords } from './define.ts'
import type { releaseRecords } from './release.ts'

/** The English words of these record types and their fields. */
export const releaseRecordWords: FamilyWords<typeof releaseRecords> = {
  release_plan: {
    title: 'Release plan',
    describes: 'One plan per expected release',
    grain: 'One row per plan',
    fields: {
      plan_id: { label: 'Plan id' },
      stay_key: { label: 'Stay key' },
      opened_on: { label: 'Opened on' },
      expected_release_on: { label: 'Expected release on' },
      lead_agency_kind: { label: 'Lead agency kind' },
      lead_designated_on: { label: 'Lead designated on' },
      agreed_with_person_on: { label: 'Agreed with person on' },
      conditional: { label: 'Conditional', meaning: 'Release under supervision' },
      solitary_history: {
        label: 'Solitary history',
        meaning: 'Any solitary of 15 days or more in the stay, or any in the last 90 days',
      },
      victim_safeguard_flag: {
        label: 'Safeguards for victims',
        meaning: 'History of domestic, sexual or family violence known',
      },
      first_night_place: { label: 'First night place', meaning: 'A place to sleep in the first night is confirmed' },
      closed_on: { label: 'Closed on' },
    },
  },
  release_plan_item: {
    title: 'Item of a release plan',
    describes: 'One checklist item',
    grain: 'One row per plan per item',
    fields: {
      plan_id: { label: 'Plan id' },
      item: { label: 'Item' },
      applicable: { label: 'Applicable' },
      not_applicable_reason: { label: 'Not applicable reason', meaning: 'A code, never a narrative' },
      status: { label: 'Status' },
      due_on: { label: 'Due on' },
      done_on: { label: 'Done on' },
      evidence_kind: { label: 'Evidence kind' },
    },
    rules: [
      'One row for each item of a plan; an item done has its day and its evidence; an item that does not apply has its reason.',
    ],
  },
  followup: {
    title: 'Follow-up after release',
    describes: 'Contact and situation after release, by consent',
    grain: 'One row per person per milestone',
    fields: {
      plan_id: { label: 'Plan id' },
      milestone: { label: 'Milestone' },
      reached: { label: 'Reached', meaning: 'Contact made' },
      reached_on: { label: 'Reached on' },
      housed: { label: 'Housed' },
      in_work_or_training: { label: 'In work or training' },
      linked_to_health: { label: 'Linked to health' },
      in_education: { label: 'In education' },
      wellbeing_band: { label: 'Wellbeing band', meaning: 'Validated short scale, banded' },
      consent: { label: 'Consent' },
    },
  },
}
