import type { Database, Tx } from '../../db/client.ts'
import { listCoveredFacilities } from '../../db/queries/derived.ts'
import { listFacilityIds, reportedRange, saveCatalogue, takeAggregateTurn } from '../../db/queries/places.ts'
import { dropForeignSeries } from '../../db/queries/series.ts'
import { clearWaiting, countWaiting, noteWaiting } from '../../db/queries/waiting.ts'
import { systemActor } from '../domain/access.ts'
import type { Months } from '../domain/engine/derived-series.ts'
import { indicators } from '../domain/indicators/index.ts'
import { type Month, monthIndex } from '../domain/period.ts'
import { recordAudit } from './audit.ts'
import { currentCatalogue } from './catalogue-version.ts'
import { makeWaiting, type RecomputeOptions } from './make-waiting.ts'

/** What a change of the truth touched. */
export interface Touched {
  facilityIds: readonly string[]
  from: Month
  to: Month
  /** True when facilities opened, closed or moved to another region. */
  isRegister?: boolean
  /** True when figures of courts, probation or the country itself changed, which no facility has. */
  isNational?: boolean
  /** Facilities and the months of theirs for which what their records give is to be made anew. */
  derive?: readonly Derive[]
}

export type Derive = readonly [facilityId: string, months: Months | 'all']

/** From this many facilities on, sums are made anew from all facilities: that costs less than to move them one by one. */
const manyFacilities = 12

/** Every month of any facility. */
const allMonths: Months = { first: 0, last: monthIndex('9999-12') }

/**
 * Notes what a change touched, in the transaction of the change: from then on `makeWaiting` knows of it, here or in another
 * process, now or after a stop.
 */
export async function noteTouched(tx: Tx, importId: string | null, touched: Touched, now: Date): Promise<void> {
  const ids = [...new Set(touched.facilityIds)].sort()
  const derive = new Map(touched.derive ?? [])
  const span = { first: monthIndex(touched.from), last: monthIndex(touched.to) }
  const isEverywhere = touched.isRegister || touched.isNational
  const isMany = isEverywhere || ids.length >= manyFacilities
  // A group that records find for the first time is nought in all other months, too.
  const sums = isEverywhere || derive.size > 0 ? allMonths : span
  const facilities = ids.map((facilityId) => {
    const months = derive.get(facilityId)
    return { facilityId, months: span, derive: months === 'all' ? allMonths : months }
  })
  await noteWaiting(tx, importId, facilities, isMany ? sums : undefined, now)
}

/** Makes the series of the touched facilities anew from the truth, then those of the regions and the country. */
export async function recomputeTouched(db: Database, touched: Touched, options: RecomputeOptions): Promise<void> {
  await db.asSystem((tx) => noteTouched(tx, null, touched, options.now))
  await makeWaiting(db, { importId: null }, options)
}

/**
 * Goes on with what a stop left to be made, and makes every series anew where they were made by another catalogue. Gives
 * whether there was anything to do.
 */
export async function recomputeIfStale(db: Database, options: RecomputeOptions): Promise<boolean> {
  const isStale = await db.asSystem(async (tx) => {
    const { catalogue } = await takeAggregateTurn(tx, options.now)
    if (catalogue === currentCatalogue()) return false
    if (await reportedRange(tx)) return true
    // Nothing is made yet: what will be is made by this catalogue.
    await saveCatalogue(tx, currentCatalogue())
    return false
  })
  if (isStale) await db.asSystem((tx) => noteEverything(tx, options.now))
  const { facilities, sums } = await db.asSystem((tx) => countWaiting(tx, 'all'))
  if (facilities + sums === 0) return false
  await makeWaiting(db, 'all', options)
  return true
}

/** Makes every series anew. The result is the same as after all the imports one by one. */
export async function recomputeAll(db: Database, options: RecomputeOptions): Promise<void> {
  await db.asSystem((tx) => noteEverything(tx, options.now))
  await makeWaiting(db, 'all', options)
}

/** Notes every facility and all sums. What waited before is a part of that; by which catalogue they are made is known from now on. */
async function noteEverything(tx: Tx, now: Date): Promise<void> {
  await takeAggregateTurn(tx, now)
  await dropForeignSeries(
    tx,
    indicators.map((entry) => entry.id),
  )
  const [ids, covered] = [await listFacilityIds(tx), new Set(await listCoveredFacilities(tx))]
  const facilities = ids.map((facilityId) => {
    return { facilityId, months: allMonths, derive: covered.has(facilityId) ? allMonths : undefined }
  })
  await clearWaiting(tx)
  await noteWaiting(tx, null, facilities, allMonths, now)
  await saveCatalogue(tx, currentCatalogue())
  const subject = { facilities: ids.length, catalogue: currentCatalogue() }
  await recordAudit(tx, { by: systemActor, action: 'series.recompute', subject, at: now, requestId: null })
}
