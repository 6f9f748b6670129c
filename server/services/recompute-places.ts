import type { Tx } from '../../db/client.ts'
import {
  countryId,
  listFacilityIds,
  listPlaceSeries,
  loadFacilityPlaces,
  loadRegionTree,
  reportedRange,
  takeAggregateTurn,
} from '../../db/queries/places.ts'
import { cellOf, listMeasureSeries, type PlaceRow, savePlaceSeries } from '../../db/queries/series.ts'
import { type Formula, formulas } from '../domain/engine/formulas.ts'
import { mergeSeries } from '../domain/engine/merge.ts'
import { isOpen } from '../domain/engine/open-window.ts'
import { addFacilityMonth, emptySums, type PlaceSums, placeSeries } from '../domain/engine/place-sums.ts'
import { type FacilityPlace, type RegionVersion, regionsOf } from '../domain/engine/region-tree.ts'
import { isSameSeries } from '../domain/engine/revisions.ts'
import type { CellId } from '../domain/measures/index.ts'
import { type Month, monthAt, monthIndex } from '../domain/period.ts'
import type { MeasureSeries } from '../domain/series.ts'

/** How many facilities' measures are in memory at once. */
const facilitiesAtOnce = 200

/** The longest window of any formula: a change reaches that many months forward, and reads that many back. */
const reach = Math.max(...formulas.map((formula) => formula.definition.months ?? 1)) - 1

/**
 * Makes the series of the regions and the country anew for some months, from the measures of all facilities.
 * One at a time (`takeAggregateTurn`), so that two imports of one month both find their way into its total.
 */
export async function recomputePlaces(tx: Tx, months: { from: Month; to: Month } | 'all', now: Date): Promise<void> {
  await takeAggregateTurn(tx, now)
  const range = await reportedRange(tx)
  if (!range) return
  const first = months === 'all' ? range.first : monthIndex(months.from)
  const last =
    months === 'all' ? range.last : Math.min(monthIndex(months.to) + reach, Math.max(range.last, monthIndex(months.to)))
  const [places, tree] = await Promise.all([loadFacilityPlaces(tx), loadRegionTree(tx)])
  const sums = await sumUp(tx, { first, last }, places, tree)
  await saveChanged(tx, [...sums.values()])
}

/** What one region, or the country, adds up: how many facilities were open, and the sums of each formula anybody feeds. */
interface Place {
  kind: 'region' | 'country'
  id: string
  open: number[]
  sums: Map<Formula, PlaceSums>
}

interface Window {
  first: number
  last: number
}

/** Formulas by the cells that they read: a facility is asked only for those that it can feed. */
const formulasByCell = new Map<CellId, Formula[]>()
for (const formula of formulas) {
  for (const { cell } of formula.needs) formulasByCell.set(cell, [...(formulasByCell.get(cell) ?? []), formula])
}

async function sumUp(
  tx: Tx,
  window: Window,
  own: Map<string, FacilityPlace[]>,
  tree: readonly RegionVersion[],
): Promise<Map<string, Place>> {
  const places = new Map<string, Place>()
  const ids = await listFacilityIds(tx)
  for (let start = 0; start < ids.length; start += facilitiesAtOnce) {
    const some = ids.slice(start, start + facilitiesAtOnce)
    const rows = await listMeasureSeries(tx, some, { first: window.first - reach, last: window.last })
    const measures = new Map(some.map((id) => [id, new Map<CellId, MeasureSeries>()]))
    for (const row of rows) measures.get(row.facilityId)?.set(cellOf(row), row.series)
    for (const [id, cells] of measures) addFacility(places, window, own.get(id) ?? [], tree, cells)
  }
  return places
}

function addFacility(
  places: Map<string, Place>,
  window: Window,
  own: readonly FacilityPlace[],
  tree: readonly RegionVersion[],
  measures: ReadonlyMap<CellId, MeasureSeries>,
): void {
  const fed = new Set([...measures.keys()].flatMap((cell) => formulasByCell.get(cell) ?? []))
  for (let month = window.first; month <= window.last; month++) {
    const isExpected = isOpen(own, monthAt(month))
    for (const id of [countryId, ...regionsOf(own, tree, monthAt(month))]) {
      const place = placeIn(places, id, window)
      if (isExpected) place.open[month - window.first] = (place.open[month - window.first] ?? 0) + 1
      for (const formula of fed) addFacilityMonth(sumsIn(place, formula, window), month, measures, isExpected)
    }
  }
}

function placeIn(places: Map<string, Place>, id: string, window: Window): Place {
  const known = places.get(id)
  if (known) return known
  const kind = id === countryId ? 'country' : 'region'
  const made: Place = { kind, id, open: new Array<number>(window.last - window.first + 1).fill(0), sums: new Map() }
  places.set(id, made)
  return made
}

function sumsIn(place: Place, formula: Formula, window: Window): PlaceSums {
  const known = place.sums.get(formula)
  if (known) return known
  const made = emptySums(formula, window.first, window.last)
  place.sums.set(formula, made)
  return made
}

async function saveChanged(tx: Tx, places: readonly Place[]): Promise<void> {
  const old = new Map((await listPlaceSeries(tx)).map((row) => [placeKey(row), row]))
  const changed: PlaceRow[] = []
  for (const place of places) {
    for (const [formula, sums] of place.sums) {
      const { id: indicatorId, version } = formula.definition
      const row = { placeKind: place.kind, placeId: place.id, indicatorId, breakdown: formula.breakdown, version }
      const before = old.get(placeKey(row))
      const series = mergeSeries(before?.series, placeSeries(sums, place.kind, place.open))
      if (!before || !isSameSeries(before.series, series)) changed.push({ ...row, series })
    }
  }
  await savePlaceSeries(tx, changed)
}

function placeKey(row: { placeId: string; indicatorId: string; breakdown: string }): string {
  return `${row.placeId} ${row.indicatorId}@${row.breakdown}`
}
