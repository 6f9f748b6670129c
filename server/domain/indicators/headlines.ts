import type { IndicatorId } from './index.ts'

/** The indicators that the overview shows first; a choice, made after the questions of users.md (D1, M1, M2). */
export const headlines = [
  'occupancy-rate',
  'no-own-bed',
  'unsentenced-share',
  'time-out-of-cell',
  'outdoor-hour-offered',
  'people-per-custodial-officer',
  'women-share',
  'foreign-national-share',
] as const satisfies readonly IndicatorId[]
