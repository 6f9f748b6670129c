import type { RecordId } from '../records/index.ts'

/** Rows of one facility and record type whose term has passed: how many, and a hash over what they say. */
export interface Going {
  facilityId: string
  recordId: RecordId
  rows: number
  sha256: string
}

/** All that goes, as one text in one order: what is hashed for the token of a proposal. */
export function goingText(termMonths: number, going: readonly Going[]): string {
  const lines = going.map(({ facilityId, recordId, rows, sha256 }) => [facilityId, recordId, rows, sha256].join(' '))
  return [`daylight-retention-1 ${termMonths}`, ...lines.sort()].join('\n')
}

/** Rows of record types, over all facilities. */
export function rowsByRecord(going: readonly Going[]): Map<RecordId, number> {
  const sums = new Map<RecordId, number>()
  for (const { recordId, rows } of going) sums.set(recordId, (sums.get(recordId) ?? 0) + rows)
  return sums
}

/** Adds up what went in several pieces. */
export function addGoing(
  pieces: readonly (readonly Going[])[],
): { facilityId: string; recordId: RecordId; rows: number }[] {
  const sums = new Map<string, { facilityId: string; recordId: RecordId; rows: number }>()
  for (const { facilityId, recordId, rows } of pieces.flat()) {
    const key = `${facilityId} ${recordId}`
    const sum = sums.get(key) ?? { facilityId, recordId, rows: 0 }
    sum.rows += rows
    sums.set(key, sum)
  }
  return [...sums.values()]
}
