import type { RecordId } from '../records/index.ts'
import { addGoing, type Going } from './going.ts'

/** A count as an administrator sees it, who sees no figures: from 1 to 4 only that it is so few (null). */
export function shownCount(count: number): number | null {
  return count > 0 && count < 5 ? null : count
}

/**
 * What goes, once by facility and once by record type. No count of both, and no sum beside them: a small one could be told
 * from what is left.
 */
export function shownGoing(
  { persons, going }: { persons: number; going: readonly Going[] },
  nameOf: (facilityId: string) => string,
  titleOf: (recordId: RecordId) => string,
) {
  return {
    persons: shownCount(persons),
    isNothing: going.length === 0,
    facilities: summed(going, ({ facilityId }) => nameOf(facilityId)),
    records: summed(going, ({ recordId }) => titleOf(recordId)),
  }
}

function summed(
  going: readonly Pick<Going, 'facilityId' | 'recordId' | 'rows'>[],
  nameOf: (one: Pick<Going, 'facilityId' | 'recordId'>) => string,
) {
  const sums = new Map<string, number>()
  for (const one of going) sums.set(nameOf(one), (sums.get(nameOf(one)) ?? 0) + one.rows)
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, rows]) => ({ name, rows: shownCount(rows) }))
}

interface Piece {
  runId: string
  at: Date
  termMonths: number
  persons: number
  going: readonly Going[]
  end: 'whole' | 'changed' | null
}

/** The last runs, the newest first, each made of its pieces: when, how many persons and rows, and how it ended. */
export function shownRuns(pieces: readonly Piece[]) {
  const runs = new Map<string, Piece[]>()
  for (const piece of pieces) runs.set(piece.runId, [...(runs.get(piece.runId) ?? []), piece])
  return [...runs].map(([id, own]) => ({
    id,
    at: own[0]!.at,
    termMonths: own[0]!.termMonths,
    persons: shownCount(own.reduce((sum, { persons }) => sum + persons, 0)),
    rows: shownCount(addGoing(own.map(({ going }) => going)).reduce((sum, { rows }) => sum + rows, 0)),
    end: own.find(({ end }) => end !== null)?.end ?? null,
  }))
}
