import { code, day, key, moment, optional, record, yesNo } from './define.ts'

/** Process facts of health care, and deaths. No diagnosis, no result, no medicine. */
export const healthRecords = [
  record({
    id: 'health_screening',
    madeOf: ['events'],
    level: 'person',
    unique: [],
    fields: {
      stay_key: key('stay.stay_key'),
      kind: code('screening_kind'),
      done_at: moment(),
      examiner_role: code('health_role'),
      private: yesNo(),
      self_harm_risk_checked: yesNo(),
      injury_signs: yesNo(),
      injury_reported_at: optional(moment()),
      gender_specific_done: optional(yesNo()),
      treatment_on_arrival: optional(yesNo()),
      treatment_continued_at: optional(moment()),
    },
    inOrder: [['done_at', 'injury_reported_at']],
  }),
  record({
    id: 'health_request',
    madeOf: ['events'],
    level: 'person',
    unique: [],
    fields: {
      stay_key: key('stay.stay_key'),
      level: code('care_level'),
      requested_at: moment(),
      appointment_at: optional(moment()),
      seen_at: optional(moment()),
      outcome: code('request_outcome'),
    },
    inOrder: [['requested_at', 'seen_at']],
  }),
  record({
    id: 'death',
    madeOf: ['events'],
    level: 'person',
    unique: ['death_id'],
    fields: {
      death_id: key(),
      stay_key: key('stay.stay_key'),
      died_on: day(),
      setting: code('death_setting'),
      cause_group: code('death_cause'),
      family_told_at: optional(moment()),
      independent_authority_told_at: optional(moment()),
      investigation_closed_on: optional(day()),
      in_restriction: yesNo(),
    },
    inOrder: [['died_on', 'investigation_closed_on']],
  }),
]
