import type { Database, Tx } from '../../db/client.ts'
import { listCoveredFacilities } from '../../db/queries/derived.ts'
import {
  clearPending,
  listFacilityIds,
  listPending,
  reportedRange,
  saveCatalogue,
  takeAggregateTurn,
} from '../../db/queries/places.ts'
import { loadReturns, lockFacilities } from '../../db/queries/returns.ts'
import { type SeriesRevision, saveRevisions } from '../../db/queries/revisions.ts'
import {
  cellOf,
  dropForeignSeries,
  dropSeries,
  type IndicatorRow,
  listIndicatorSeries,
  listMeasureSeries,
  type MeasureRow,
  saveIndicatorSeries,
  saveMeasureSeries,
} from '../../db/queries/series.ts'
import { systemActor } from '../domain/access.ts'
import type { Months } from '../domain/engine/derived-series.ts'
import { emptyFigures, figureSeries } from '../domain/engine/figure-series.ts'
import { formulas } from '../domain/engine/formulas.ts'
import { measureSeries } from '../domain/engine/measure-series.ts'
import { isSameSeries, revisions } from '../domain/engine/revisions.ts'
import { indicators } from '../domain/indicators/index.ts'
import { type CellId, cellParts } from '../domain/measures/index.ts'
import { type Month, monthIndex } from '../domain/period.ts'
import type { MeasureSeries } from '../domain/series.ts'
import { recordAudit } from './audit.ts'
import { currentCatalogue } from './catalogue-version.ts'
import { deriveFacility } from './derive.ts'
import { recomputePlaces } from './recompute-places.ts'
import { cellsChanged, changedSpan, type FacilityChange, shiftPlaces } from './shift-places.ts'
import { withholdFacilities } from './withhold-facilities.ts'
import { withholdSums } from './withhold-sums.ts'

/** What a change of the truth touched. */
export interface Touched {
  facilityIds: readonly string[]
  from: Month
  to: Month
  /** True when facilities opened, closed or moved to another region. */
  isRegister?: boolean
  /** Facilities and the months of theirs for which what their records give is to be made anew. */
  derive?: readonly Derive[]
}

export type Derive = readonly [facilityId: string, months: Months | 'all']

export interface RecomputeOptions {
  now: Date
  /** The import that caused it, for the history of revised figures. */
  importId?: string
  onProgress?: (done: number, of: number) => void
}

/** Facilities in one transaction: on the embedded engine a piece should stay under 200 ms. */
const facilitiesAPiece = { embedded: 10, postgresql: 100 }

/** From this many facilities on, sums are made anew from all facilities: that costs less than to move them one by one. */
const manyFacilities = 12

/** Makes the series of the touched facilities anew from the truth, then those of the regions and the country. */
export async function recomputeTouched(db: Database, touched: Touched, options: RecomputeOptions): Promise<void> {
  const ids = [...new Set(touched.facilityIds)].sort()
  await deriveAll(db, touched.derive ?? [])
  if (!touched.isRegister && ids.length < manyFacilities) return recomputeFew(db, ids, options)
  await db.refreshStatistics()
  await recomputePieces(db, ids, options)
  // A group that records find for the first time is nought in all other months, too.
  const isAll = touched.isRegister || (touched.derive?.length ?? 0) > 0
  const months = isAll ? 'all' : { from: touched.from, to: touched.to }
  await db.asSystem((tx) => recomputeSums(tx, months, options.now))
  await db.refreshStatistics()
}

/** The series of regions and the country, and which of them may be shown. */
async function recomputeSums(tx: Tx, months: { from: Month; to: Month } | 'all', now: Date): Promise<void> {
  await recomputePlaces(tx, months, now)
  const span =
    months === 'all' ? await reportedRange(tx) : { first: monthIndex(months.from), last: monthIndex(months.to) }
  if (span) await withholdSums(tx, span)
}

/** Makes what records give anew, each facility in a transaction of its own. */
async function deriveAll(db: Database, some: readonly Derive[]): Promise<void> {
  for (const [id, months] of some) await db.asSystem((tx) => deriveFacility(tx, id, months))
}

/** Makes the series of a few facilities anew and moves the sums of their places by the difference, each in one transaction. */
async function recomputeFew(db: Database, ids: readonly string[], options: RecomputeOptions): Promise<void> {
  for (const [done, id] of ids.entries()) {
    await db.asSystem(async (tx) => {
      const changes = await recomputeFacilities(tx, [id], options)
      if (changes.length === 0) return
      await shiftPlaces(tx, changes, options.now)
      for (const change of changes)
        await withholdSums(tx, changedSpan([change]), { facilityId: id, cells: cellsChanged(change) })
    })
    options.onProgress?.(done + 1, ids.length)
  }
}

async function recomputePieces(db: Database, ids: readonly string[], options: RecomputeOptions): Promise<void> {
  const piece = facilitiesAPiece[db.engine]
  for (let start = 0; start < ids.length; start += piece) {
    await db.asSystem((tx) => recomputeFacilities(tx, ids.slice(start, start + piece), options))
    options.onProgress?.(Math.min(start + piece, ids.length), ids.length)
  }
}

/**
 * Makes every series anew where a start finds them made by another catalogue, or an import whose series were never made
 * because its process ended. Gives whether it had to.
 */
export async function recomputeIfStale(db: Database, options: RecomputeOptions): Promise<boolean> {
  const isStale = await db.asSystem(async (tx) => {
    if ((await listPending(tx)).length > 0) return true
    const { catalogue } = await takeAggregateTurn(tx, options.now)
    if (await reportedRange(tx)) return catalogue !== currentCatalogue()
    // Nothing is made yet: what will be is made by this catalogue.
    await saveCatalogue(tx, currentCatalogue())
    return false
  })
  if (isStale) await recomputeAll(db, options)
  return isStale
}

/** Makes every series anew. The result is the same as after all the imports one by one. */
export async function recomputeAll(db: Database, options: RecomputeOptions): Promise<void> {
  await db.refreshStatistics()
  const pending = await db.asSystem((tx) => listPending(tx))
  const ids = await db.asSystem(async (tx) => {
    await dropForeignSeries(
      tx,
      indicators.map((entry) => entry.id),
    )
    return listFacilityIds(tx)
  })
  const covered = await db.asSystem((tx) => listCoveredFacilities(tx))
  await deriveAll(
    db,
    covered.map((id) => [id, 'all']),
  )
  await recomputePieces(db, ids, options)
  await db.asSystem(async (tx) => {
    await recomputeSums(tx, 'all', options.now)
    await saveCatalogue(tx, currentCatalogue())
    await clearPending(tx, pending)
    const subject = { facilities: ids.length, catalogue: currentCatalogue() }
    const deed = { by: systemActor, action: 'series.recompute', subject }
    await recordAudit(tx, { ...deed, at: options.now, requestId: null })
  })
  await db.refreshStatistics()
}

/**
 * Makes and keeps the series of some facilities; writes only what changed, and notes every figure that was revised.
 * Gives the facilities whose measures changed.
 */
async function recomputeFacilities(
  tx: Tx,
  facilityIds: readonly string[],
  options: RecomputeOptions,
): Promise<FacilityChange[]> {
  await lockFacilities(tx, facilityIds)
  const [returns, oldMeasures, oldFigures] = await Promise.all([
    loadReturns(tx, facilityIds),
    listMeasureSeries(tx, facilityIds),
    listIndicatorSeries(tx, facilityIds),
  ])
  const before = { measures: keyed(oldMeasures, cellOf), figures: keyed(oldFigures, figureKey) }
  const changed: Changed = { measures: [], figures: [], revised: [], goneMeasures: [], goneFigures: [] }
  const made = new Map([...returns].map(([id, facility]) => [id, measureSeries(facility)]))
  for (const [facilityId, measures] of made) judgeFacility(facilityId, measures, before, changed)
  await dropSeries(tx, changed.goneMeasures, changed.goneFigures)
  await saveMeasureSeries(tx, changed.measures)
  // Rows that are read together lie together: a comparison reads one indicator of all facilities.
  await saveIndicatorSeries(tx, changed.figures.toSorted(byIndicator))
  await saveRevisions(tx, changed.revised, options.importId ?? null, options.now)
  const old = new Map([...made.keys()].map((id) => [id, new Map<CellId, MeasureSeries>()]))
  for (const row of oldMeasures) old.get(row.facilityId)?.set(cellOf(row), row.series)
  const all = [...made].map(([facilityId, after]) => ({ facilityId, before: old.get(facilityId)!, after }))
  await withholdFacilities(tx, all)
  const moved = new Set([...changed.measures, ...changed.goneMeasures].map((row) => row.facilityId))
  return all.filter((one) => moved.has(one.facilityId))
}

interface Changed {
  measures: MeasureRow[]
  figures: IndicatorRow[]
  revised: SeriesRevision[]
  /** Series that nothing feeds any more: a group in which, as corrected records say, there never was anybody. */
  goneMeasures: MeasureRow[]
  goneFigures: IndicatorRow[]
}

interface Before {
  measures: Map<string, MeasureRow>
  figures: Map<string, IndicatorRow>
}

function figureKey(row: { indicatorId: string; breakdown: string }): string {
  return `${row.indicatorId}@${row.breakdown}`
}

function byIndicator(a: IndicatorRow, b: IndicatorRow): number {
  const [one, other] = [figureKey(a), figureKey(b)]
  return one < other ? -1 : one > other ? 1 : 0
}

function keyed<Row extends { facilityId: string }>(rows: readonly Row[], key: (row: Row) => string): Map<string, Row> {
  return new Map(rows.map((row) => [`${row.facilityId} ${key(row)}`, row]))
}

/** The series of a facility that are not among those just made. */
function noteGone(
  facilityId: string,
  before: Before,
  made: { measures: ReadonlyMap<string, unknown>; figures: ReadonlySet<string> },
  changed: Changed,
): void {
  for (const row of before.measures.values())
    if (row.facilityId === facilityId && !made.measures.has(cellOf(row))) changed.goneMeasures.push(row)
  for (const row of before.figures.values()) {
    if (row.facilityId !== facilityId || made.figures.has(figureKey(row))) continue
    changed.goneFigures.push(row)
    const { indicatorId, breakdown, series } = row
    const nothing = emptyFigures(series.startMonth, series.startMonth - 1)
    changed.revised.push(...revisions(series, nothing).map((one) => ({ ...one, facilityId, indicatorId, breakdown })))
  }
}

function judgeFacility(
  facilityId: string,
  measures: ReturnType<typeof measureSeries>,
  before: Before,
  changed: Changed,
): void {
  for (const [cell, series] of measures) {
    const old = before.measures.get(`${facilityId} ${cell}`)
    if (!old || !isSameSeries(old.series, series)) changed.measures.push({ facilityId, ...cellParts(cell), series })
  }
  const figures = new Set<string>()
  for (const formula of formulas) {
    const series = figureSeries(formula, measures)
    if (!series) continue
    figures.add(figureKey({ indicatorId: formula.definition.id, breakdown: formula.breakdown }))
    const { id: indicatorId, version } = formula.definition
    const row = { facilityId, indicatorId, breakdown: formula.breakdown, version, series }
    const old = before.figures.get(`${facilityId} ${figureKey(row)}`)
    if (old && old.version === version && isSameSeries(old.series, series)) continue
    changed.figures.push(row)
    if (!old) continue
    const { breakdown } = formula
    changed.revised.push(
      ...revisions(old.series, series).map((one) => ({ ...one, facilityId, indicatorId, breakdown })),
    )
  }
  noteGone(facilityId, before, { measures, figures }, changed)
}
