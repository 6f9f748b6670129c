import type { Database, Tx } from '../../db/client.ts'
import { reportedRange } from '../../db/queries/places.ts'
import { lockFacilities } from '../../db/queries/returns.ts'
import {
  countWaiting,
  firstWaiting,
  type Piece,
  type Taken,
  takeFacilities,
  takeSums,
  type Waiting,
  type WaitingOf,
} from '../../db/queries/waiting.ts'
import type { Months } from '../domain/engine/derived-series.ts'
import { changedCells, spanOf } from '../domain/engine/measure-change.ts'
import type { CellId, MeasureId } from '../domain/measures/index.ts'
import { monthAt } from '../domain/period.ts'
import { transferMeasures } from '../domain/quality/transfers.ts'
import { deriveFacility } from './derive.ts'
import { noteSilences, noteSilencesEverywhere, noteTransfers } from './quality.ts'
import { type RecomputedFacility, recomputeFacilities } from './recompute-facilities.ts'
import { recomputePlaces } from './recompute-places.ts'
import { type FacilityChange, repoolPlaces, shiftPlaces } from './shift-places.ts'
import { withholdSums } from './withhold-sums.ts'

export interface RecomputeOptions {
  now: Date
  onProgress?: (done: number, of: number) => void
}

/**
 * Facilities in one transaction: on the embedded engine a piece should stay under 200 ms. Of those whose records are read a few
 * at once, whatever that takes: the database reads those of one while those of another are counted.
 */
export const facilitiesAPiece: Record<Database['engine'], Piece> = {
  embedded: { withRecords: 3, others: 10 },
  postgresql: { withRecords: 3, others: 100 },
}

/** Pieces that are made side by side: the figures of one are counted while the database reads for another. The embedded engine is one session. */
export const piecesAtOnce: Record<Database['engine'], number> = { embedded: 1, postgresql: 2 }

/** From this many facilities on, the query planner is told how much was written. */
const manyFacilities = 12

/**
 * Makes the figures that wait: facility by facility, each piece in a transaction that also takes it off the list, then the
 * sums of places. Safe to be killed anywhere, to be run again and to be run by several processes at once: what one has taken
 * the others pass over, and nobody says that an import is done before all of it is.
 */
export async function makeWaiting(db: Database, of: WaitingOf, options: RecomputeOptions): Promise<void> {
  const { facilities } = await db.asSystem((tx) => countWaiting(tx, of))
  const isMany = facilities >= manyFacilities
  let made = 0
  const onMade = (count: number) => {
    made += count
    options.onProgress?.(made, Math.max(made, facilities))
  }
  if (isMany) await db.refreshStatistics()
  for (;;) {
    const next = of === 'all' ? await db.asSystem(firstWaiting) : of
    if (!next) break
    await makeOf(db, next, { now: options.now, lines: isMany ? piecesAtOnce[db.engine] : 1, onMade })
    if (of !== 'all') break
  }
  if (isMany) await db.refreshStatistics()
}

interface Work {
  now: Date
  /** So many pieces are made side by side. */
  lines: number
  onMade: (count: number) => void
}

async function makeOf(db: Database, of: { importId: string | null }, work: Work): Promise<void> {
  const lines = Array.from({ length: work.lines }, () => makeFacilitiesOf(db, of, work))
  // Whoever fails leaves the others to their end: nothing goes on behind the back of whoever is told of the fault.
  const ended = await Promise.allSettled(lines)
  for (const line of ended) if (line.status === 'rejected') throw line.reason
  if (!ended.some((line) => line.status === 'fulfilled' && line.value.sums > 0)) return
  await db.asSystem(async (tx) => {
    const sums = await takeSums(tx, of)
    if (sums.length > 0)
      await makeSums(
        tx,
        sums.map((one) => one.months),
        work.now,
      )
  })
}

/** Makes facilities piece by piece until none is left; gives what is left then. */
async function makeFacilitiesOf(db: Database, of: { importId: string | null }, work: Work): Promise<Waiting> {
  const cause = { importId: of.importId, now: work.now }
  for (let isPatient = false; ; ) {
    const { count, left } = await db.asSystem(async (tx) => {
      const taken = await takeFacilities(tx, of, facilitiesAPiece[db.engine], isPatient)
      if (taken.length > 0) await makeFacilities(tx, taken, cause)
      // What others have taken and not made yet is among them.
      return { count: taken.length, left: await countWaiting(tx, of) }
    })
    work.onMade(count)
    if (left.facilities === 0) return left
    isPatient = count === 0
  }
}

async function makeFacilities(
  tx: Tx,
  taken: readonly Taken[],
  cause: { importId: string | null; now: Date },
): Promise<void> {
  const ids = taken.map((one) => one.facilityId!)
  await lockFacilities(tx, ids)
  const derived = await Promise.all(
    taken.map(({ facilityId, derive }) => derive && deriveFacility(tx, facilityId!, derive, cause.now)),
  )
  const durations: MeasureId[] = derived.flatMap((one) => one?.durations ?? [])
  const from = Math.min(...taken.flatMap(({ months, derive }) => [months.first, derive?.first ?? months.first]))
  const isWhole = !taken.every((one) => one.movesSums)
  const changes = await recomputeFacilities(tx, ids, from, { ...cause, isWhole, durations })
  if (!taken.some((one) => one.movesSums)) return
  if (changes.length > 0) await shiftPlaces(tx, changes, cause.now)
  // After the turn was taken: whoever looks everywhere looks here as well.
  if (changes.length > 0) await noteChanged(tx, ids, from, changes, cause.now)
  await judgePlaces(tx, changes, durations, cause.now)
}

/** Looks for silences where counts changed, and at the transfers of the country where some of them did. */
async function noteChanged(
  tx: Tx,
  ids: readonly string[],
  from: number,
  changes: readonly FacilityChange[],
  now: Date,
): Promise<void> {
  await noteSilences(tx, ids, from, now)
  const transfers = changes.flatMap((change) => movedTransfers(changedCells(change)))
  if (transfers.length > 0) await noteTransfers(tx, spanOf(transfers), now)
}

/** The middles of places that changes reach, and which of their sums may be shown. */
async function judgePlaces(
  tx: Tx,
  changes: readonly RecomputedFacility[],
  durations: readonly MeasureId[],
  now: Date,
): Promise<void> {
  await repoolPlaces(tx, changes, durations, now)
  for (const change of changes) {
    const changed = changedCells(change)
    await withholdSums(tx, spanOf([...changed.values()]), { ...change, cells: [...changed.keys()] })
  }
}

function movedTransfers(changed: ReturnType<typeof changedCells>): Months[] {
  return transferMeasures.flatMap((measure) => changed.get(measure as CellId) ?? [])
}

/** The series of regions and the country, which of them may be shown, and what is usual over them. */
async function makeSums(tx: Tx, spans: readonly Months[], now: Date): Promise<void> {
  const first = Math.min(...spans.map((one) => one.first))
  const last = Math.max(...spans.map((one) => one.last))
  const range = await reportedRange(tx)
  const isAll = !range || (first <= range.first && last >= range.last)
  await recomputePlaces(tx, isAll ? 'all' : { from: monthAt(first), to: monthAt(last) }, now)
  const span = isAll ? range : { first, last }
  if (span) await withholdSums(tx, span)
  await noteSilencesEverywhere(tx, now)
  if (span) await noteTransfers(tx, span, now)
}
