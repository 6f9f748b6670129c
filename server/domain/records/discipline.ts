import { code, count, day, key, optional, record, yesNo } from './define.ts'

/** Disciplinary cases. */
export const disciplineRecords = [
  record({
    id: 'disciplinary_case',
    madeOf: ['events'],
    level: 'person',
    unique: ['case_id'],
    fields: {
      case_id: key(),
      stay_key: key('stay.stay_key'),
      alleged_on: day(),
      informed_on: optional(day()),
      hearing_on: optional(day()),
      legal_help_offered: optional(yesNo()),
      mental_health_considered: code('yes_no_unknown'),
      route: code('case_route'),
      result: optional(code('case_result')),
      sanction: optional(code('sanction_kind')),
      sanction_days: optional(count()),
      appeal_offered: optional(yesNo()),
      appeal_result: optional(code('appeal_result')),
    },
    inOrder: [
      ['alleged_on', 'informed_on'],
      ['informed_on', 'hearing_on'],
    ],
  }),
]
