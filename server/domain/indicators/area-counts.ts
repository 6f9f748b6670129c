import type { Reading } from './reading.ts'

/** What became of the figures of an area, one beside the other: a breach is never one of many. */
export interface AreaCounts {
  breaches: number
  concerns: number
  /** Of so many that were judged. */
  judged: number
  unassessed: number
}

/** Counts the verdicts of an area; what could not be judged is neither outside its target nor within. */
export function areaCounts(rows: readonly { reading: Pick<Reading, 'verdict'> }[]): AreaCounts {
  const count = (wanted: string) => rows.filter(({ reading }) => reading.verdict.verdict === wanted).length
  const [breaches, concerns, unassessed] = [count('breach'), count('concern'), count('not-assessed')]
  return { breaches, concerns, judged: rows.length - unassessed, unassessed }
}
