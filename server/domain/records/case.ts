import { code, day, key, optional, record, token, yesNo } from './define.ts'

/** Individual assessments, needs and plans; structure only, no item scores. */
export const caseRecords = [
  record({
    id: 'assessment',
    madeOf: ['events'],
    level: 'person',
    unique: [],
    fields: {
      stay_key: key('stay.stay_key'),
      kind: code('assessment_kind'),
      completed_on: day(),
      tool: token(),
      tool_validated: code('yes_no_unknown'),
      assessor_qualified: yesNo(),
      multidisciplinary: optional(yesNo()),
      gender_specific: optional(yesNo()),
      risk_band: optional(code('risk_band')),
      security_level_found: optional(code('security_level')),
      informed_on: optional(day()),
      next_due_on: optional(day()),
    },
    inOrder: [['completed_on', 'next_due_on']],
  }),
  record({
    id: 'need',
    madeOf: ['events'],
    level: 'person',
    unique: ['stay_key', 'need_kind', 'identified_on'],
    fields: {
      stay_key: key('stay.stay_key'),
      need_kind: code('need_kind'),
      identified_on: day(),
      priority: code('priority'),
      closed_on: optional(day()),
    },
    inOrder: [['identified_on', 'closed_on']],
  }),
  record({
    id: 'case_plan',
    madeOf: ['events'],
    level: 'person',
    unique: ['stay_key', 'opened_on'],
    fields: {
      stay_key: key('stay.stay_key'),
      opened_on: day(),
      closed_on: optional(day()),
      lead_worker_key: optional(key('staff_member.staff_key')),
      person_agreed: code('yes_no_declined'),
      next_review_on: optional(day()),
    },
    inOrder: [['opened_on', 'closed_on']],
  }),
]
