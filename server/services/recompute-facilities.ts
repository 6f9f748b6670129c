import type { Tx } from '../../db/client.ts'
import { listDurations } from '../../db/queries/durations.ts'
import { loadReturns } from '../../db/queries/returns.ts'
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
import type { FacilityDurations } from '../domain/durations.ts'
import { emptyFigures, figureSeries, figuresAnew, monthsOf } from '../domain/engine/figure-series.ts'
import { type Formula, formulas, formulasFedBy } from '../domain/engine/formulas.ts'
import { changedCells, reachedMonths } from '../domain/engine/measure-change.ts'
import { measureSeries } from '../domain/engine/measure-series.ts'
import { comesOrGoes, isSameSeries, revisions } from '../domain/engine/revisions.ts'
import { type CellId, cellParts, type MeasureId } from '../domain/measures/index.ts'
import type { MonthSpan } from '../domain/period.ts'
import type { MeasureSeries } from '../domain/series.ts'
import { noteContradictions, noteReturns } from './quality.ts'
import type { FacilityChange } from './shift-places.ts'
import { withholdFacilities } from './withhold-facilities.ts'

/**
 * Makes and keeps the series of some facilities, which the caller has locked; writes only what changed, and notes every figure
 * that was revised and what checks find in the months from `from` on. Unless all is made anew (`isWhole`), indicators are made
 * in the months that changed counts reach. Gives the facilities whose measures changed, and whether figures of theirs came or went.
 */
export async function recomputeFacilities(
  tx: Tx,
  facilityIds: readonly string[],
  from: number,
  cause: { importId: string | null; now: Date; isWhole: boolean; durations?: readonly MeasureId[] },
): Promise<RecomputedFacility[]> {
  const [returns, oldMeasures, durations] = await Promise.all([
    loadReturns(tx, facilityIds),
    listMeasureSeries(tx, facilityIds),
    listDurations(tx, facilityIds),
  ])
  const changed: Changed = {
    measures: [],
    figures: [],
    revised: [],
    goneMeasures: [],
    goneFigures: [],
    comeOrGone: new Set(),
  }
  const made = new Map([...returns].map(([id, facility]) => [id, measureSeries(facility)]))
  const old = new Map([...made.keys()].map((id) => [id, new Map<CellId, MeasureSeries>()]))
  for (const row of oldMeasures) old.get(row.facilityId)?.set(cellOf(row), row.series)
  const all = [...made].map(([facilityId, after]) => ({ facilityId, before: old.get(facilityId)!, after }))
  const parts = new Map(all.map((one) => [one.facilityId, cause.isWhole ? everything : partOf(one, cause.durations)]))
  const wanted = [...parts.values()].some((part) => part === everything)
    ? undefined
    : [...new Set([...parts.values()].flatMap(({ formulas: some }) => some.map(({ definition }) => definition.id)))]
  const oldFigures = wanted?.length === 0 ? [] : await listIndicatorSeries(tx, facilityIds, wanted)
  const before = { measures: keyed(oldMeasures, cellOf), figures: keyed(oldFigures, figureKey) }
  for (const [facilityId, measures] of made)
    judgeFacility(
      facilityId,
      { measures, durations: durations.get(facilityId) },
      parts.get(facilityId) ?? everything,
      before,
      changed,
    )
  // What does not rest on another is sent at once; the database takes it in this order.
  await Promise.all([
    dropSeries(tx, changed.goneMeasures, changed.goneFigures),
    saveMeasureSeries(tx, changed.measures),
    // Rows that are read together lie together: a comparison reads one indicator of all facilities.
    saveIndicatorSeries(tx, changed.figures.toSorted(byIndicator)),
    saveRevisions(tx, changed.revised, cause.importId, cause.now),
  ])
  // One after another: each reads, decides and writes, and none may go on when another has failed.
  await withholdFacilities(tx, all, cause.isWhole)
  await noteReturns(tx, returns, from, cause.now)
  await noteContradictions(tx, facilityIds, cause.now)
  const moved = new Set([...changed.measures, ...changed.goneMeasures].map((row) => row.facilityId))
  return all
    .filter((one) => moved.has(one.facilityId))
    .map((one) => ({ ...one, comesOrGoes: changed.comeOrGone.has(one.facilityId) }))
}

/** A facility whose measures changed. */
export interface RecomputedFacility extends FacilityChange {
  /** Whether some figure of its came to be counted, or is counted no more. */
  comesOrGoes: boolean
}

/** What of a facility's indicators is made anew: some formulas, and of each the months that changed counts reach. */
interface Part {
  formulas: readonly Formula[]
  monthsOf: (formula: Formula) => MonthSpan | undefined
}

const everything: Part = { formulas, monthsOf: () => undefined }

/** What a change of counts reaches; everything where months came or went, or a count that there was is no more. */
function partOf({ before, after }: FacilityChange, durations: readonly MeasureId[] = []): Part {
  const [was, is] = [monthsOf(before), monthsOf(after)]
  const isSameRange = was.first === is.first && was.last === is.last
  if (!isSameRange || [...before.keys()].some((cell) => !after.has(cell))) return everything
  const changed = changedCells({ before, after })
  // Where durations read otherwise, the interval of their middle may be another although the middle is not.
  const fed = formulasFedBy([...changed.keys(), ...durations])
  return { formulas: fed, monthsOf: (formula) => reachedMonths(formula, changed) }
}

interface Changed {
  measures: MeasureRow[]
  figures: IndicatorRow[]
  revised: SeriesRevision[]
  /** Series that nothing feeds any more: a group in which, as corrected records say, there never was anybody. */
  goneMeasures: MeasureRow[]
  goneFigures: IndicatorRow[]
  /** The facilities of which some figure came to be counted, or is counted no more. */
  comeOrGone: Set<string>
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
    if (comesOrGoes(row.series, undefined)) changed.comeOrGone.add(facilityId)
    const { indicatorId, breakdown, series } = row
    const nothing = emptyFigures(series.startMonth, series.startMonth - 1)
    changed.revised.push(...revisions(series, nothing).map((one) => ({ ...one, facilityId, indicatorId, breakdown })))
  }
}

function judgeFacility(
  facilityId: string,
  { measures, durations }: { measures: ReturnType<typeof measureSeries>; durations: FacilityDurations | undefined },
  part: Part,
  before: Before,
  changed: Changed,
): void {
  for (const [cell, series] of measures) {
    const old = before.measures.get(`${facilityId} ${cell}`)
    if (!old || !isSameSeries(old.series, series)) changed.measures.push({ facilityId, ...cellParts(cell), series })
  }
  const figures = new Set<string>()
  for (const formula of part.formulas) {
    const { id: indicatorId, version } = formula.definition
    const key = figureKey({ indicatorId, breakdown: formula.breakdown })
    const old = before.figures.get(`${facilityId} ${key}`)
    const months = old?.version === version ? part.monthsOf(formula) : undefined
    const series = months
      ? figuresAnew(formula, measures, old!.series, months, durations)
      : figureSeries(formula, measures, durations)
    if (!series) continue
    figures.add(key)
    const row = { facilityId, indicatorId, breakdown: formula.breakdown, version, series }
    if (old && old.version === version && isSameSeries(old.series, series)) continue
    changed.figures.push(row)
    if (comesOrGoes(old?.series, series)) changed.comeOrGone.add(facilityId)
    if (!old) continue
    const { breakdown } = formula
    changed.revised.push(
      ...revisions(old.series, series).map((one) => ({ ...one, facilityId, indicatorId, breakdown })),
    )
  }
  // Where only a part was made, nothing went away.
  if (part === everything) noteGone(facilityId, before, { measures, figures }, changed)
}
