import { code, count, decimal, optional, quarter, record, token } from './define.ts'

/** Figures of prosecution, courts and probation, and the national population. */
export const justiceRecords = [
  record({
    id: 'justice_return',
    madeOf: ['events', 'returns'],
    level: 'system',
    unique: ['region', 'quarter', 'measure', 'breakdown'],
    fields: {
      region: token(),
      quarter: quarter(),
      measure: code('justice_measure'),
      breakdown: optional(token()),
      value: decimal(),
    },
  }),
  record({
    id: 'population_reference',
    madeOf: ['events', 'returns'],
    level: 'system',
    unique: ['year', 'breakdown'],
    fields: {
      year: count(),
      breakdown: optional(token()),
      residents: count(),
    },
  }),
]
