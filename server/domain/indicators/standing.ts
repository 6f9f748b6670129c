import type { Reading } from './reading.ts'
import type { Verdict } from './verdict.ts'

/** How many facilities have each verdict of one indicator. Counts of facilities: never a score, never an order. */
export type Standing = Record<Verdict['verdict'], number>

/** Counts the verdicts of an indicator's readings, one a facility; a facility without a figure is not assessed. */
export function standingOf(readings: readonly Pick<Reading, 'verdict'>[]): Standing {
  const standing: Standing = { breach: 0, concern: 0, within: 0, 'not-assessed': 0 }
  for (const { verdict } of readings) standing[verdict.verdict] += 1
  return standing
}
