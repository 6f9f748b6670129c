import type { FamilyWords } from './define.ts'
import type { oversightRecords } from './oversight.ts'

/** The English words of these record types and their fields. */
export const oversightRecordWords: FamilyWords<typeof oversightRecords> = {
  inspection_visit: {
    title: 'Inspection visit',
    describes: 'An internal or external oversight visit',
    grain: 'One row per visit',
    fields: {
      visit_id: { label: 'Visit id' },
      body_kind: { label: 'Body kind' },
      started_on: { label: 'Started on' },
      announced: { label: 'Announced' },
      women_in_team: { label: 'Women in team' },
      health_in_team: { label: 'Health in team' },
      private_interviews: { label: 'Private interviews' },
      report_on: { label: 'Report on' },
      reply_on: { label: 'Reply on', meaning: 'Authority said which recommendations it will implement' },
    },
  },
  recommendation: {
    title: 'Recommendation',
    describes: 'One recommendation',
    grain: 'One row per recommendation',
    fields: {
      visit_id: { label: 'Visit id' },
      area: { label: 'Area' },
      due_on: { label: 'Due on' },
      accepted: { label: 'Accepted' },
      claimed_done_on: { label: 'Claimed done on' },
      verified_done_on: { label: 'Verified done on', meaning: 'Checked by someone other than the facility' },
      status: { label: 'Status' },
    },
  },
  attestation: {
    title: 'Attestation',
    describes: 'A signed yes/no/partly statement with proof, for things data cannot show',
    grain: 'One row per attested measure per period',
    fields: {
      measure: { label: 'Measure' },
      level: { label: 'Level' },
      value: { label: 'Value' },
      evidence_ref: { label: 'Evidence reference', meaning: 'Document, date and page' },
      signed_by_role: { label: 'Signed by role' },
      signed_on: { label: 'Signed on' },
      expires_on: { label: 'Expires on', meaning: 'At most 12 months later' },
      verified_by_role: { label: 'Verified by role', meaning: 'Independent verifier' },
      verified_on: { label: 'Verified on' },
    },
    rules: [
      'A yes without evidence is stored as "not evidenced" and shown grey.',
      'It expires twelve months after its signature at the latest.',
    ],
  },
  national_attestation: {
    title: 'Attestation of the country',
    describes:
      'A signed yes/no/partly statement with proof that holds for the whole country, for things data cannot show',
    grain: 'One row per attested measure and signature',
    fields: {
      measure: { label: 'Measure' },
      value: { label: 'Value' },
      evidence_ref: { label: 'Evidence reference', meaning: 'Document, date and page' },
      signed_by_role: { label: 'Signed by role' },
      signed_on: { label: 'Signed on' },
      expires_on: { label: 'Expires on', meaning: 'At most 12 months later' },
      verified_by_role: { label: 'Verified by role', meaning: 'Independent verifier' },
      verified_on: { label: 'Verified on' },
    },
    rules: ['A yes without evidence counts as not in force.'],
  },
  survey_result: {
    title: 'Survey result',
    describes: 'Aggregate of an anonymous survey of prisoners or staff (for example MQPL dimensions)',
    grain: 'One row per dimension per wave',
    fields: {
      survey: { label: 'Survey' },
      wave_on: { label: 'Wave on' },
      dimension: { label: 'Dimension' },
      population_surveyed: { label: 'Population surveyed' },
      invited: { label: 'Invited' },
      answered: { label: 'Answered' },
      score: { label: 'Score' },
      score_sd: { label: 'Standard deviation' },
    },
  },
}
