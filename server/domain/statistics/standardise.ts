import { type Interval, poissonExact } from './interval.ts'

/** One stratum (an age group of one sex, say): what the facility counted, and the rate that the reference has there. */
export interface Stratum {
  events: number
  base: number
  referenceRate: number
}

/**
 * Observed events as a multiple of those expected if each stratum had the reference's rate, with its exact 95 % interval.
 * Ratios of two facilities so made are not comparable with each other, only each with the reference. Null without any
 * expected event. Source: indirect standardisation, Breslow and Day 1987, IARC 82, chapter 2; interval after Garwood 1936.
 */
export function standardisedRatio(
  strata: readonly Stratum[],
  confidence = 0.95,
): { observed: number; expected: number; ratio: number; interval: Interval } | null {
  const observed = strata.reduce((sum, { events }) => sum + events, 0)
  const expected = strata.reduce((sum, { base, referenceRate }) => sum + base * referenceRate, 0)
  if (expected <= 0) return null
  const { low, high } = poissonExact(observed, confidence)
  return { observed, expected, ratio: observed / expected, interval: { low: low / expected, high: high / expected } }
}
