import type { FamilyWords } from './define.ts'
import type { healthRecords } from './health.ts'

/** The English words of these record types and their fields. */
export const healthRecordWords: FamilyWords<typeof healthRecords> = {
  health_screening: {
    title: 'Health screening',
    describes: 'Process facts of health examinations, no diagnosis',
    grain: 'One row per screening',
    fields: {
      stay_key: { label: 'Stay key' },
      kind: { label: 'Kind' },
      done_at: { label: 'Done at' },
      examiner_role: { label: 'Examiner role' },
      private: { label: 'In private', meaning: 'Out of hearing and, unless health staff ask, sight of custody staff' },
      self_harm_risk_checked: { label: 'Self harm risk checked' },
      injury_signs: { label: 'Injury signs', meaning: 'Signs possibly of ill-treatment noted' },
      injury_reported_at: {
        label: 'Injury reported at',
        meaning: 'Reported to the competent authority under safeguards',
      },
      gender_specific_done: { label: 'Gender specific done', meaning: 'Women: Bangkok Rule 6 content offered' },
      treatment_on_arrival: { label: 'Treatment on arrival', meaning: 'Person arrived on continuing treatment' },
      treatment_continued_at: { label: 'Treatment continued at' },
    },
  },
  health_request: {
    title: 'Health request',
    describes: 'Requests and appointments, process times only',
    grain: 'One row per request',
    fields: {
      stay_key: { label: 'Stay key' },
      level: { label: 'Level' },
      requested_at: { label: 'Requested at' },
      appointment_at: { label: 'Appointment at', meaning: 'Date booked, for outside care' },
      seen_at: { label: 'Seen at' },
      outcome: { label: 'Outcome' },
    },
  },
  death: {
    title: 'Death',
    describes: 'A death in custody or within 30 days of release, if known',
    grain: 'One row per death',
    fields: {
      death_id: { label: 'Death id' },
      stay_key: { label: 'Stay key' },
      died_on: { label: 'Died on' },
      setting: { label: 'Setting' },
      cause_group: { label: 'Cause group' },
      family_told_at: { label: 'Family told at' },
      independent_authority_told_at: { label: 'Independent authority told at' },
      investigation_closed_on: { label: 'Investigation closed on' },
      in_restriction: {
        label: 'In or soon after a restriction',
        meaning: 'In a restrictive placement or within 14 days of one',
      },
    },
  },
}
