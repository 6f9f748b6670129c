import type { Database, Tx } from '../../db/client.ts'
import { listDerived } from '../../db/queries/derived.ts'
import { listDurations } from '../../db/queries/durations.ts'
import { listGoneUntil } from '../../db/queries/frozen.ts'
import {
  listFacilityIds,
  listPlaceSeries,
  loadFacilityPlaces,
  loadRegionTree,
  reportedRange,
} from '../../db/queries/places.ts'
import { loadReturns, lockFacilities } from '../../db/queries/returns.ts'
import { cellOf, listIndicatorSeries, listMeasureSeries } from '../../db/queries/series.ts'
import { lastChange, listPlacesWithSums, placeNames } from '../../db/queries/verify.ts'
import { countWaiting } from '../../db/queries/waiting.ts'
import { type DurationSeries, durationsIn, type FacilityDurations } from '../domain/durations.ts'
import { type AnySeries, type SeriesDifference, seriesDifferences } from '../domain/engine/differences.ts'
import { figureSeries } from '../domain/engine/figure-series.ts'
import { formulas } from '../domain/engine/formulas.ts'
import { type FacilityReturns, measureSeries } from '../domain/engine/measure-series.ts'
import { DomainError } from '../domain/errors.ts'
import { type Horizon, horizonsOf } from '../domain/retention/horizons-told.ts'
import { makeDerived } from './derive.ts'
import { addNational, listNationalParts } from './national-places.ts'
import { type Months, type Place, seriesIn } from './places-in-sum.ts'
import { addFacility, type FacilityInPlaces, formulaKey } from './recompute-places.ts'

/** What a stored value is: counted from records, a measure, an indicator of a facility, or one of a region or the country. */
export type DifferenceKind = 'derived' | 'measure' | 'indicator' | 'sum'

/** A stored value that is not what the truth gives. `place` is the key of a facility or region, or `country`. */
export interface Difference extends SeriesDifference {
  kind: DifferenceKind
  place: string
  /** Measure or indicator, with its group: `pop_closing@sex:female`. */
  id: string
}

export interface Verification {
  facilities: number
  /** Series that were compared. */
  series: number
  /** Up to which month the records of facilities were deleted by law: there figures are held against what was frozen then. */
  horizons: Horizon[]
  /** How many differences there are, and the first of them. */
  count: number
  differences: Difference[]
}

/** Differences that are kept to be shown; all are counted. */
const mostShown = 1000

/** How often all is compared from the beginning when imports went on meanwhile. */
const attempts = 3

/**
 * Makes every series anew beside those that are stored, and says where they differ: what records give, measures, indicators
 * and the sums of places. Writes nothing. One facility is read at a time, each in a short transaction, so that memory is
 * bounded by one facility and the sums, and whoever reads or imports goes on.
 *
 * @throws DomainError NOT_POSSIBLE_NOW `verify.moving` when imports changed figures all the while.
 */
export async function verifySeries(
  db: Database,
  onProgress?: (done: number, of: number) => void,
): Promise<Verification> {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const before = await db.asSystem(mark)
    const found: Verification = { facilities: 0, series: 0, horizons: [], count: 0, differences: [] }
    await compareAll(db, found, onProgress)
    if (found.count === 0 || before === (await db.asSystem(mark))) return found
  }
  throw new DomainError('NOT_POSSIBLE_NOW', 'verify.moving')
}

/**
 * What stays the same while nobody changes figures.
 *
 * @throws DomainError NOT_POSSIBLE_NOW `verify.waiting` when figures are still to be made.
 */
async function mark(tx: Tx): Promise<string> {
  const { facilities: count, sums } = await countWaiting(tx, 'all')
  if (count + sums > 0) throw new DomainError('NOT_POSSIBLE_NOW', 'verify.waiting', { count })
  return lastChange(tx)
}

type Report = (kind: DifferenceKind, placeId: string, id: string, pair: readonly [Kept?, Kept?]) => void

/** A series as it is kept; of an indicator with the version of its definition. */
interface Kept {
  series: AnySeries
  version?: number
}

async function compareAll(
  db: Database,
  found: Verification,
  onProgress: ((done: number, of: number) => void) | undefined,
): Promise<void> {
  const { ids, names, range, own, tree } = await db.asSystem(async (tx) => ({
    ids: await listFacilityIds(tx),
    names: await placeNames(tx),
    range: await reportedRange(tx),
    own: await loadFacilityPlaces(tx),
    tree: await loadRegionTree(tx),
  }))
  const gone = await db.asSystem((tx) => listGoneUntil(tx))
  found.horizons = horizonsOf(gone, (id) => names.get(id) ?? id)
  const report = reportTo(found, names)
  const places = new Map<string, Place>()
  const months = range && { window: range, range }
  for (const id of ids) {
    const made = await db.asSystem((tx) => compareFacility(tx, id, report))
    if (months) addFacility(places, months, { own: own.get(id) ?? [], ...made }, tree)
    found.facilities++
    onProgress?.(found.facilities, ids.length)
  }
  if (months) addNational(places, months, await db.asSystem((tx) => listNationalParts(tx, months)), tree)
  for (const id of new Set([...places.keys(), ...(await db.asSystem(listPlacesWithSums))]))
    await db.asSystem((tx) => compareSums(tx, id, places.get(id), months, report))
}

function reportTo(found: Verification, names: ReadonlyMap<string, string>): Report {
  return (kind, placeId, id, [stored, fresh]) => {
    found.series++
    for (const one of differencesOf(stored, fresh)) {
      found.count++
      if (found.differences.length < mostShown)
        found.differences.push({ kind, place: names.get(placeId) ?? placeId, id, ...one })
    }
  }
}

function differencesOf(stored: Kept | undefined, fresh: Kept | undefined): SeriesDifference[] {
  const found = seriesDifferences(stored?.series, fresh?.series)
  if (!stored || !fresh || stored.version === fresh.version) return found
  const [kept, made] = [stored, fresh].map(({ version }) => `version ${version}`) as [string, string]
  return [{ month: stored.series.startMonth, stored: kept, recomputed: made }, ...found]
}

/** Compares what is kept of one facility, each step made of the step before it as it was just made. Gives what goes into sums. */
async function compareFacility(tx: Tx, id: string, report: Report): Promise<Omit<FacilityInPlaces, 'own'>> {
  // No import changes a facility between the questions here.
  await lockFacilities(tx, [id])
  const returns = (await loadReturns(tx, [id])).get(id)!
  const derived = await makeDerived(tx, id, 'all', new Map(), new Map())
  compare('derived', id, (await listDerived(tx, [id])).get(id) ?? new Map(), derived?.cells ?? new Map(), report)
  const durations: FacilityDurations = derived?.durations ?? new Map()
  compare('derived', id, inMonths((await listDurations(tx, [id])).get(id)), inMonths(durations), report)
  const measures = measureSeries(withDerived(returns, derived))
  const keptMeasures = (await listMeasureSeries(tx, [id])).map((row) => [cellOf(row), row.series] as const)
  compare('measure', id, new Map(keptMeasures), measures, report)
  const kept = new Map((await listIndicatorSeries(tx, [id])).map((row) => [formulaKey(row), row]))
  for (const formula of formulas) {
    const { id: indicatorId, version } = formula.definition
    const key = formulaKey({ indicatorId, breakdown: formula.breakdown })
    const series = figureSeries(formula, measures, durations)
    report('indicator', id, key, [kept.get(key), series && { series, version }])
    kept.delete(key)
  }
  for (const [key, row] of kept) report('indicator', id, key, [row, undefined])
  return { measures, durations }
}

/** Durations as series with one place a month, which tells all durations of the month. */
function inMonths(all: FacilityDurations = new Map()): Map<string, AnySeries> {
  const told = (series: DurationSeries) => {
    const { startMonth, ended } = series
    const durations = ended.map((_, place) => JSON.stringify(durationsIn(series, startMonth + place)))
    return { startMonth, reasons: ended.map(() => -1), durations }
  }
  return new Map([...all].map(([id, series]) => [`${id} durations`, told(series)]))
}

function withDerived(returns: FacilityReturns, derived: Awaited<ReturnType<typeof makeDerived>>): FacilityReturns {
  const { records: _, ...reported } = returns
  return derived ? { ...reported, records: { covered: derived.covered, cells: derived.cells } } : reported
}

function compare(
  kind: DifferenceKind,
  placeId: string,
  stored: ReadonlyMap<string, AnySeries>,
  fresh: ReadonlyMap<string, AnySeries>,
  report: Report,
): void {
  const kept = (series: AnySeries | undefined) => series && { series }
  for (const id of new Set([...stored.keys(), ...fresh.keys()]))
    report(kind, placeId, id, [kept(stored.get(id)), kept(fresh.get(id))])
}

async function compareSums(
  tx: Tx,
  placeId: string,
  place: Place | undefined,
  months: Months | undefined,
  report: Report,
): Promise<void> {
  const kept = new Map((await listPlaceSeries(tx, { placeIds: [placeId] })).map((row) => [formulaKey(row), row]))
  for (const [formula, sums] of months && place ? place.sums : []) {
    const { id: indicatorId, version } = formula.definition
    const key = formulaKey({ indicatorId, breakdown: formula.breakdown })
    report('sum', placeId, key, [kept.get(key), { series: seriesIn(place!, formula, sums), version }])
    kept.delete(key)
  }
  for (const [key, row] of kept) report('sum', placeId, key, [row, undefined])
}
