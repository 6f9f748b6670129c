import type { Reading } from '../indicators/reading.ts'

/** What the overview has found, as one sentence is made of it. */
export interface OverviewFinding {
  /** Hard limits that people are beyond, and of how many anything is known. */
  broken: number
  known: number
  /** Headline figures outside their target, and how many have one; a hard limit is no target. */
  outside: number
  judged: number
  /** Facilities without a single figure in these columns, and all that are open. */
  silent: number
  total: number
}

/**
 * Counted one beside the other, and never added up: people beyond a limit weigh more than a missed target. Undefined for a
 * reader who sees fewer facilities than the headline figures are of: one sentence would say of the whole what holds of a part.
 */
export function overviewFinding(
  limits: readonly { people: number; reporting: number }[],
  tiles: readonly { reading: Pick<Reading, 'verdict'>; expected: number }[],
  rows: readonly { readings: readonly { figure: { state: string } }[] }[],
): OverviewFinding | undefined {
  if (tiles.some(({ expected }) => expected > rows.length)) return undefined
  const count = (wanted: string) => tiles.filter(({ reading }) => reading.verdict.verdict === wanted).length
  return {
    broken: limits.filter(({ people }) => people > 0).length,
    known: limits.filter(({ reporting }) => reporting > 0).length,
    outside: count('concern'),
    judged: count('concern') + count('within'),
    silent: rows.filter(({ readings }) => readings.every(({ figure }) => figure.state === 'missing')).length,
    total: rows.length,
  }
}
