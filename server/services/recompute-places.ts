import type { Tx } from '../../db/client.ts'
import { listDurations } from '../../db/queries/durations.ts'
import {
  countryId,
  keptRange,
  listFacilityIds,
  listPlaceSeries,
  loadFacilityPlaces,
  loadRegionTree,
  reportedRange,
  takeAggregateTurn,
} from '../../db/queries/places.ts'
import { cellOf, dropPlaceSeries, listMeasureSeries, type PlaceRow, savePlaceSeries } from '../../db/queries/series.ts'
import type { FacilityDurations } from '../domain/durations.ts'
import { cellsOf, windowOf } from '../domain/engine/formula-versions.ts'
import { type Formula, formulas, formulasFedBy } from '../domain/engine/formulas.ts'
import { mergeSeries } from '../domain/engine/merge.ts'
import { isOpen } from '../domain/engine/open-window.ts'
import { addShare, hasTotals, pooledFormulas, shareOf } from '../domain/engine/place-sums.ts'
import { type FacilityPlace, type RegionVersion, regionsOf } from '../domain/engine/region-tree.ts'
import { isSameSeries } from '../domain/engine/revisions.ts'
import { type CellId, cellParts } from '../domain/measures/index.ts'
import type { MonthSpan as Window } from '../domain/period.ts'
import { type Month, monthAt, monthIndex } from '../domain/period.ts'
import type { MeasureSeries } from '../domain/series.ts'
import { addNational, listNationalParts } from './national-places.ts'
import { type Months, type Place, placeIn, seriesIn, sumsIn } from './places-in-sum.ts'

/** How many facilities' measures are in memory at once. */
const facilitiesAtOnce = 200

/** The longest window of any formula: a change reaches that many months forward, and reads that many back. */
const reach = Math.max(...formulas.map(windowOf)) - 1

/**
 * Makes the series of the regions and the country anew for some months, from the measures of all facilities; of all
 * formulas, or of `some`. One at a time (`takeAggregateTurn`), so that two imports of one month both find their way into its total.
 */
export async function recomputePlaces(
  tx: Tx,
  months: { from: Month; to: Month } | 'all',
  now: Date,
  some?: ReadonlySet<Formula>,
): Promise<void> {
  await takeAggregateTurn(tx, now)
  const range = await reportedRange(tx)
  if (!range) return
  const window = months === 'all' ? range : withinReach(months, range, await keptRange(tx))
  const [places, tree] = await Promise.all([loadFacilityPlaces(tx), loadRegionTree(tx)])
  const sums = await sumUp(tx, { window, range }, places, tree, some)
  const isWhole = window.first <= range.first && window.last >= range.last
  const fresh = await saveChanged(tx, [...sums.values()], isWhole ? { some } : { window, range })
  if (fresh.size === 0) return
  const all = await sumUp(tx, { window: range, range }, places, tree, fresh)
  await saveChanged(tx, [...all.values()], { some: fresh })
}

/** The months that a change reaches, and those by which the country's series grow until they span all that is reported. */
function withinReach(months: { from: Month; to: Month }, range: Window, kept: Window | undefined): Window {
  const [from, to] = [monthIndex(months.from), monthIndex(months.to)]
  const [first, last] = [Math.max(from, range.first), Math.min(to + reach, range.last)]
  if (!kept) return range
  return {
    first: kept.first > range.first ? range.first : Math.min(first, kept.last + 1),
    last: kept.last < range.last ? range.last : Math.max(last, kept.first - 1),
  }
}

async function sumUp(
  tx: Tx,
  months: Months,
  own: Map<string, FacilityPlace[]>,
  tree: readonly RegionVersion[],
  formulasWanted?: ReadonlySet<Formula>,
): Promise<Map<string, Place>> {
  const places = new Map<string, Place>()
  const ids = await listFacilityIds(tx)
  const measureIds = formulasWanted && [...formulasWanted].flatMap(cellsOf).map((cell) => cellParts(cell).measureId)
  for (let start = 0; start < ids.length; start += facilitiesAtOnce) {
    const some = ids.slice(start, start + facilitiesAtOnce)
    const back = { first: months.window.first - reach, last: months.window.last }
    const rows = await listMeasureSeries(tx, some, back, measureIds)
    const measures = new Map(some.map((id) => [id, new Map<CellId, MeasureSeries>()]))
    for (const row of rows) measures.get(row.facilityId)?.set(cellOf(row), row.series)
    const isPooling = !formulasWanted || pooledFormulas.some((formula) => formulasWanted.has(formula))
    const durations: FacilityDurationsById = isPooling ? await listDurations(tx, some) : new Map()
    for (const [id, cells] of measures) {
      const facility = { own: own.get(id) ?? [], measures: cells, durations: durations.get(id) ?? new Map() }
      addFacility(places, months, facility, tree, formulasWanted)
    }
  }
  addNational(places, months, await listNationalParts(tx, months), tree, formulasWanted)
  return places
}

type FacilityDurationsById = ReadonlyMap<string, FacilityDurations>

/** Where a facility lay, and what it gives to the sums of these places. */
export interface FacilityInPlaces {
  own: readonly FacilityPlace[]
  measures: ReadonlyMap<CellId, MeasureSeries>
  durations: FacilityDurations
}

/** Adds what one facility gives to every place that holds it. */
export function addFacility(
  places: Map<string, Place>,
  { window, range }: Months,
  { own, measures, durations }: FacilityInPlaces,
  tree: readonly RegionVersion[],
  wanted?: ReadonlySet<Formula>,
): void {
  const fed = formulasFedBy(measures.keys()).filter((formula) => !wanted || wanted.has(formula))
  // A region that holds the facility in another month only has its series all the same: that it fed nothing there.
  const elsewhere = new Set<Place>()
  for (let month = range.first; month <= range.last; month++) {
    const held = [countryId, ...regionsOf(own, tree, monthAt(month))].map((id) => placeIn(places, id, window))
    if (month < window.first || month > window.last) {
      for (const place of held) elsewhere.add(place)
      continue
    }
    const isExpected = isOpen(own, monthAt(month))
    for (const place of held) if (isExpected) place.open[month - window.first]! += 1
    for (const formula of fed) {
      const share = shareOf(formula, measures, month, isExpected)
      for (const place of held) addShare(sumsIn(place, formula, window), month, share, isExpected, durations)
    }
  }
  for (const place of elsewhere) for (const formula of fed) sumsIn(place, formula, window)
}

/** Of which months the sums are: of all, for all formulas or some; or of a window of the range. */
type Extent = { some: ReadonlySet<Formula> | undefined } | { window: Window; range: Window }

/**
 * Keeps what changed. Sums of all months replace the series: what they do not name is gone. Sums of a window are put over
 * them; gives the formulas that need all months, because a place had no series of them or has one that would stay behind.
 */
async function saveChanged(tx: Tx, places: readonly Place[], extent: Extent): Promise<Set<Formula>> {
  const old = new Map((await listPlaceSeries(tx)).map((row) => [placeKey(row), row]))
  const changed: PlaceRow[] = []
  const fresh = new Set<Formula>()
  for (const place of places) {
    for (const [formula, sums] of place.sums) {
      const { id: indicatorId, version } = formula.definition
      const row = { placeKind: place.kind, placeId: place.id, indicatorId, breakdown: formula.breakdown, version }
      const before = old.get(placeKey(row))
      old.delete(placeKey(row))
      const isKnown = before?.version === version && hasTotals(before.series, formula)
      if (!isKnown) fresh.add(formula)
      const made = seriesIn(place, formula, sums)
      const series = 'window' in extent ? mergeSeries(before?.series, made) : made
      if (!isKnown || !isSameSeries(before.series, series)) changed.push({ ...row, series })
    }
  }
  await savePlaceSeries(tx, changed)
  if (!('window' in extent)) {
    await dropPlaceSeries(
      tx,
      [...old.values()].filter((row) => isAmong(extent.some, row)),
    )
    return new Set()
  }
  for (const row of old.values()) {
    const formula = formulaOf.get(formulaKey(row))
    if (formula && staysBehind(row, extent)) fresh.add(formula)
  }
  return fresh
}

/** Which formula a row of a series is of. */
export function formulaKey(row: { indicatorId: string; breakdown: string }): string {
  return `${row.indicatorId}@${row.breakdown}`
}

const formulaOf = new Map(
  formulas.map((formula) => [
    formulaKey({ indicatorId: formula.definition.id, breakdown: formula.breakdown }),
    formula,
  ]),
)

function isAmong(some: ReadonlySet<Formula> | undefined, row: PlaceRow): boolean {
  const formula = formulaOf.get(formulaKey(row))
  return !some || (formula !== undefined && some.has(formula))
}

/** Whether a series of which nobody speaks in the window must change all the same: it is too short, or says that somebody did. */
function staysBehind({ series }: PlaceRow, { window, range }: { window: Window; range: Window }): boolean {
  const { startMonth, states, reporting } = series
  if (startMonth > range.first || startMonth + states.length - 1 < range.last) return true
  return reporting.slice(window.first - startMonth, window.last - startMonth + 1).some((count) => count > 0)
}

/** Which series of which place a row is. */
export function placeKey(row: { placeId: string; indicatorId: string; breakdown: string }): string {
  return `${row.placeId} ${row.indicatorId}@${row.breakdown}`
}
