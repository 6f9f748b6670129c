import type { RecordId } from '../records/index.ts'
import { addGoing, type Going } from './going.ts'

/** A count as an administrator sees it, who sees no figures: from 1 to 4 only that it is so few (null). */
export function shownCount(count: number): number | null {
  return count > 0 && count < 5 ? null : count
}

/**
 * What goes, once by facility and once by record type, never by both. Both lists have the same sum: what one of them leaves
 * out could be told from the other. So each leaves out as much as hides its small counts (null), and where that is not enough
 * no count is told at all.
 */
export function shownGoing(
  { persons, going }: { persons: number; going: readonly Going[] },
  nameOf: (facilityId: string) => string,
  titleOf: (recordId: RecordId) => string,
) {
  const isTotalSafe = isSafeTotal(going)
  const shown = (sums: Map<string, number>) => {
    const hidden = hiddenIn([...sums.values()]).hidden
    return [...sums]
      .map(([name, rows], at) => ({ name, rows: isTotalSafe && !hidden.has(at) ? rows : null }))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
  }
  return {
    persons: shownCount(persons),
    isNothing: going.length === 0,
    facilities: shown(summed(going, ({ facilityId }) => nameOf(facilityId))),
    records: shown(summed(going, ({ recordId }) => titleOf(recordId))),
  }
}

type Rows = Pick<Going, 'facilityId' | 'recordId' | 'rows'>

function summed(going: readonly Rows[], nameOf: (one: Rows) => string) {
  const sums = new Map<string, number>()
  for (const one of going) sums.set(nameOf(one), (sums.get(nameOf(one)) ?? 0) + one.rows)
  return sums
}

/** Whether the sum of all that goes may be known beside both lists. */
function isSafeTotal(going: readonly Rows[]): boolean {
  const lists = [summed(going, (one) => one.facilityId), summed(going, (one) => one.recordId)]
  return lists.every((sums) => hiddenIn([...sums.values()]).isSafe)
}

/**
 * The places of the counts that are left out of a list whose sum is known: the small ones, and the next smallest, until at
 * least two are left out and each of them could still be anything from 1 to 4 (the others have at least one row each). It is
 * not told which of them are the small ones.
 */
function hiddenIn(counts: readonly number[]): { hidden: ReadonlySet<number>; isSafe: boolean } {
  const inOrder = [...counts.keys()].sort((a, b) => counts[a]! - counts[b]!)
  const few = inOrder.filter((at) => shownCount(counts[at]!) === null).length
  if (few === 0) return { hidden: new Set(), isSafe: true }
  const isEnough = (taken: number) => {
    const sum = inOrder.slice(0, taken).reduce((all, at) => all + counts[at]!, 0)
    return taken >= 2 && sum >= taken + 3
  }
  let taken = few
  while (taken < counts.length && !isEnough(taken)) taken++
  return { hidden: new Set(inOrder.slice(0, taken)), isSafe: isEnough(taken) }
}

interface Piece {
  runId: string
  at: Date
  termMonths: number
  persons: number
  going: readonly Going[]
  end: 'whole' | 'changed' | null
}

/**
 * The last runs, the newest first, each made of its pieces: when, how many persons and rows, and how it ended. Whoever saw what
 * was proposed knows its lists: the sum is told only where it gives nothing of them back.
 */
export function shownRuns(pieces: readonly Piece[]) {
  const runs = new Map<string, Piece[]>()
  for (const piece of pieces) runs.set(piece.runId, [...(runs.get(piece.runId) ?? []), piece])
  const rowsOf = (own: readonly Piece[]) => {
    const going = addGoing(own.map((piece) => piece.going))
    return isSafeTotal(going) ? going.reduce((sum, { rows }) => sum + rows, 0) : null
  }
  return [...runs].map(([id, own]) => ({
    id,
    at: own[0]!.at,
    termMonths: own[0]!.termMonths,
    persons: shownCount(own.reduce((sum, { persons }) => sum + persons, 0)),
    rows: rowsOf(own),
    end: own.find(({ end }) => end !== null)?.end ?? null,
  }))
}
