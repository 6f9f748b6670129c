import { code, count, decimal, moment, month, optional, record, token, yesNo } from './define.ts'

/** The monthly return of a facility: its header and its numbers. */
export const returnRecords = [
  record({
    id: 'monthly_return',
    madeOf: ['returns'],
    level: 'facility',
    unique: ['month', 'revision'],
    fields: {
      month: month(),
      status: code('return_status'),
      submitted_at: optional(moment()),
      signed_by_role: token(),
      revision: optional(count()),
      zero_confirmed: yesNo(),
    },
  }),
  record({
    id: 'return_line',
    madeOf: ['returns'],
    level: 'facility',
    unique: ['month', 'measure', 'breakdown_dim', 'breakdown_value'],
    fields: {
      month: month(),
      measure: code('b_measure'),
      breakdown_dim: optional(code('breakdown_dim')),
      breakdown_value: optional(token()),
      value: optional(decimal()),
      estimate: optional(yesNo()),
    },
  }),
]
