import type { Reading } from '../../server/domain/indicators/reading.ts'

/** How many figures of an area are outside their target, of how many that were judged, and how many were not. */
export interface AreaCounts {
  outside: number
  judged: number
  unassessed: number
}

/** A hard limit that people are beyond and a concern are outside; what could not be judged is neither outside nor within. */
export function areaCounts(rows: readonly { reading: Pick<Reading, 'verdict'> }[]): AreaCounts {
  const verdicts = rows.map(({ reading }) => reading.verdict.verdict)
  const unassessed = verdicts.filter((verdict) => verdict === 'not-assessed').length
  const within = verdicts.filter((verdict) => verdict === 'within').length
  return { outside: verdicts.length - within - unassessed, judged: verdicts.length - unassessed, unassessed }
}
