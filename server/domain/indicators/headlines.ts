import type { IndicatorId } from './index.ts'

/**
 * The indicators that the overview shows first; a choice: is there room, is anybody kept alone too long or without anybody
 * outside, what are they prepared for, how many wait for a judgement, have they a bed, how long are they locked up,
 * and who is held. Of a country that reports few of them the others are left out.
 */
export const headlines = [
  'occupancy-rate',
  'solitary-over-15-days',
  'no-contact-90d',
  'needs-matched-share',
  'release-ready-critical',
  'unsentenced-share',
  'no-own-bed',
  'time-out-of-cell',
  'women-share',
  'foreign-national-share',
] as const satisfies readonly IndicatorId[]
