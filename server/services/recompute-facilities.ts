import type { Tx } from '../../db/client.ts'
import { loadReturns, lockFacilities } from '../../db/queries/returns.ts'
import { type SeriesRevision, saveRevisions } from '../../db/queries/revisions.ts'
import {
  cellOf,
  dropSeries,
  type IndicatorRow,
  listIndicatorSeries,
  listMeasureSeries,
  type MeasureRow,
  saveIndicatorSeries,
  saveMeasureSeries,
} from '../../db/queries/series.ts'
import { emptyFigures, figureSeries } from '../domain/engine/figure-series.ts'
import { formulas } from '../domain/engine/formulas.ts'
import { measureSeries } from '../domain/engine/measure-series.ts'
import { isSameSeries, revisions } from '../domain/engine/revisions.ts'
import { type CellId, cellParts } from '../domain/measures/index.ts'
import type { MeasureSeries } from '../domain/series.ts'
import { noteReturns } from './quality.ts'
import type { FacilityChange } from './shift-places.ts'
import { withholdFacilities } from './withhold-facilities.ts'

/**
 * Makes and keeps the series of some facilities; writes only what changed, and notes every figure that was revised and what
 * checks find in the months from `from` on. Gives the facilities whose measures changed.
 */
export async function recomputeFacilities(
  tx: Tx,
  facilityIds: readonly string[],
  from: number,
  cause: { importId: string | null; now: Date },
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
  await saveRevisions(tx, changed.revised, cause.importId, cause.now)
  const old = new Map([...made.keys()].map((id) => [id, new Map<CellId, MeasureSeries>()]))
  for (const row of oldMeasures) old.get(row.facilityId)?.set(cellOf(row), row.series)
  const all = [...made].map(([facilityId, after]) => ({ facilityId, before: old.get(facilityId)!, after }))
  await withholdFacilities(tx, all)
  await noteReturns(tx, returns, from, cause.now)
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
