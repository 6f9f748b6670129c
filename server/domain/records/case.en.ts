import type { caseRecords } from './case.ts'
import type { FamilyWords } from './define.ts'

/** The English words of these record types and their fields. */
export const caseRecordWords: FamilyWords<typeof caseRecords> = {
  assessment: {
    title: 'Assessment',
    describes: 'Individual assessment (structure only; no item scores)',
    grain: 'One row per assessment',
    fields: {
      stay_key: { label: 'Stay key' },
      kind: { label: 'Kind' },
      completed_on: { label: 'Completed on' },
      tool: { label: 'Tool', meaning: 'Instrument name and version' },
      tool_validated: { label: 'Tool validated', meaning: 'Evaluated for accuracy in this population' },
      assessor_qualified: { label: 'Assessor qualified' },
      multidisciplinary: { label: 'Multidisciplinary' },
      gender_specific: { label: 'Gender specific', meaning: 'Covers caring duties, victimisation, trauma' },
      risk_band: { label: 'Risk band' },
      security_level_found: { label: 'Security level found' },
      informed_on: { label: 'Informed on', meaning: 'Process and result explained to the person in a form understood' },
      next_due_on: { label: 'Next due on' },
    },
    rules: ['An assessment is completed within the stay.'],
  },
  need: {
    title: 'Need',
    describes: 'A need identified in an assessment',
    grain: 'One row per need',
    fields: {
      stay_key: { label: 'Stay key' },
      need_kind: { label: 'Need kind' },
      identified_on: { label: 'Identified on' },
      priority: { label: 'Priority' },
      closed_on: { label: 'Closed on' },
    },
  },
  case_plan: {
    title: 'Case plan',
    describes: 'Individual plan and named lead',
    grain: 'One row per plan version',
    fields: {
      stay_key: { label: 'Stay key' },
      opened_on: { label: 'Opened on' },
      closed_on: { label: 'Closed on' },
      lead_worker_key: { label: 'Lead worker key', meaning: 'One lead' },
      person_agreed: { label: 'Person agreed' },
      next_review_on: { label: 'Next review on' },
    },
  },
}
