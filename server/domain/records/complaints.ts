import { code, day, key, moment, optional, record, yesNo } from './define.ts'

/** Requests and complaints, without narrative. */
export const complaintRecords = [
  record({
    id: 'complaint',
    madeOf: ['events'],
    level: 'person',
    unique: ['complaint_id'],
    fields: {
      complaint_id: key(),
      stay_key: optional(key('stay.stay_key')),
      channel: code('complaint_channel'),
      topic: code('complaint_topic'),
      lodged_at: moment(),
      answered_on: optional(day()),
      result: optional(code('complaint_result')),
      ill_treatment: yesNo(),
      referred_independent_at: optional(moment()),
      reprisal_reported: optional(yesNo()),
      on_behalf: optional(yesNo()),
    },
    inOrder: [
      ['lodged_at', 'answered_on'],
      ['lodged_at', 'referred_independent_at'],
    ],
    conditions: [{ field: 'channel', is: 'anonymous_box', empty: ['stay_key'] }],
  }),
]
