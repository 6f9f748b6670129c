import type { Tx } from '../../db/client.ts'
import {
  countryId,
  keptRange,
  listPlaceSeries,
  loadFacilityPlaces,
  loadRegionTree,
  takeAggregateTurn,
} from '../../db/queries/places.ts'
import { type PlaceRow, savePlaceSeries } from '../../db/queries/series.ts'
import { isPooled } from '../domain/engine/figure-series.ts'
import { cellsOf } from '../domain/engine/formula-versions.ts'
import { type Formula, formulasFedBy } from '../domain/engine/formulas.ts'
import { changedCells, type MeasureChange, reachedMonths, spanOf } from '../domain/engine/measure-change.ts'
import { isOpen } from '../domain/engine/open-window.ts'
import { isSameShare, shiftMonth } from '../domain/engine/place-shift.ts'
import { hasTotals, type Share, shareOf } from '../domain/engine/place-sums.ts'
import { type FacilityPlace, type RegionVersion, regionsOf } from '../domain/engine/region-tree.ts'
import type { CellId } from '../domain/measures/index.ts'
import { type Month, type MonthSpan, monthAt } from '../domain/period.ts'
import { placeKey, recomputePlaces } from './recompute-places.ts'

/** What changed of a facility's measures. */
export interface FacilityChange extends MeasureChange {
  facilityId: string
}

/** What one facility gave to a formula's sum in a month, and now gives. */
interface Difference {
  formula: Formula
  month: number
  placeIds: readonly string[]
  before: Share
  after: Share
}

/**
 * Moves the series of the regions and the country by what changed in a few facilities, in the transaction in which their
 * own series change; the other facilities are not read. The result is the same as `recomputePlaces`, which takes over where
 * a difference cannot tell: a country whose months grow, a formula's first facility in a place, a largest value that went away.
 * The facilities stand where they stood and are open as they were; for a register it is not to be used. Middles of
 * durations cannot be moved: `repoolPlaces` makes them anew.
 */
export async function shiftPlaces(tx: Tx, changes: readonly FacilityChange[], now: Date): Promise<void> {
  await takeAggregateTurn(tx, now)
  const ids = changes.map((change) => change.facilityId)
  const [range, own, tree] = await Promise.all([keptRange(tx), loadFacilityPlaces(tx, ids), loadRegionTree(tx)])
  if (!range || changes.some((change) => reachesBeyond(change, range)))
    return recomputePlaces(tx, allMonthsOf(changes), now)
  const differences = changes.flatMap((change) => differencesOf(change, own.get(change.facilityId) ?? [], tree, range))
  const rows = await listPlaceSeries(tx, {
    placeIds: [...new Set(differences.flatMap((one) => one.placeIds))],
    indicatorIds: [...new Set(differences.map((one) => one.formula.definition.id))],
  })
  // Where a series is gone, only all facilities together can say whether anybody still feeds its sums.
  const gone = new Set(
    formulasFedBy(changes.flatMap(({ before, after }) => [...before.keys()].filter((cell) => !after.has(cell)))),
  )
  const { moved, untold } = shiftAll(new Map(rows.map((row) => [placeKey(row), row])), differences, gone)
  await savePlaceSeries(tx, [...moved])
  if (untold.size > 0) await recomputePlaces(tx, 'all', now, untold)
}

/**
 * Makes the middles of durations of regions and the country anew where a facility's own changed, or only what stands behind it:
 * `durations` are the measures whose durations do not read as they did.
 */
export async function repoolPlaces(
  tx: Tx,
  changes: readonly FacilityChange[],
  durations: readonly CellId[],
  now: Date,
): Promise<void> {
  const cells = [...durations, ...changes.flatMap((change) => [...changedCells(change).keys()])]
  const touched = new Set(formulasFedBy(cells).filter(isPooled))
  if (touched.size > 0) await recomputePlaces(tx, 'all', now, touched)
}

function reachesBeyond({ after }: FacilityChange, range: MonthSpan): boolean {
  return [...after.values()].some(
    ({ startMonth, states }) => startMonth < range.first || startMonth + states.length - 1 > range.last,
  )
}

function allMonthsOf(changes: readonly FacilityChange[]): { from: Month; to: Month } {
  const { first, last } = spanOf(changes.flatMap((change) => [...changedCells(change).values()]))
  return { from: monthAt(first), to: monthAt(last) }
}

function differencesOf(
  change: FacilityChange,
  own: readonly FacilityPlace[],
  tree: readonly RegionVersion[],
  range: MonthSpan,
): Difference[] {
  const { before, after } = change
  const changed = changedCells(change)
  const places = new Map<number, { isOpenThen: boolean; placeIds: string[] }>()
  const placesIn = (month: number) => {
    const known = places.get(month)
    if (known) return known
    const name = monthAt(month)
    const found = { isOpenThen: isOpen(own, name), placeIds: [countryId, ...regionsOf(own, tree, name)] }
    places.set(month, found)
    return found
  }
  const found: Difference[] = []
  for (const formula of formulasFedBy(changed.keys())) {
    if (isPooled(formula)) continue
    const span = reachedMonths(formula, changed)
    if (!span) continue
    const isNew = cellsOf(formula).every((cell) => !before.has(cell))
    // A region that holds the facility in another month only has a series from now on, too.
    const months = isNew ? range : { first: span.first, last: Math.min(span.last, range.last) }
    for (let month = months.first; month <= months.last; month++) {
      const { isOpenThen, placeIds } = placesIn(month)
      const shares = {
        before: shareOf(formula, before, month, isOpenThen),
        after: shareOf(formula, after, month, isOpenThen),
      }
      // Where a facility is the first of a place to know of a formula, there is a series from then on, even of missing months.
      if (isNew || !isSameShare(shares.before, shares.after)) found.push({ formula, month, placeIds, ...shares })
    }
  }
  return found
}

function shiftAll(rows: ReadonlyMap<string, PlaceRow>, differences: readonly Difference[], gone: ReadonlySet<Formula>) {
  const moved = new Set<PlaceRow>()
  const untold = new Set<Formula>(gone)
  for (const { formula, month, placeIds, before, after } of differences) {
    for (const placeId of placeIds) {
      if (untold.has(formula)) continue
      const { id: indicatorId, version } = formula.definition
      const row = rows.get(placeKey({ placeId, indicatorId, breakdown: formula.breakdown }))
      const isKnown = row?.version === version && hasTotals(row.series, formula)
      const at = month - (row?.series.startMonth ?? 0)
      if (isKnown && isSameShare(before, after)) continue
      if (isKnown && shiftMonth(row.series, formula, row.placeKind, at, { before, after })) moved.add(row)
      else untold.add(formula)
    }
  }
  for (const row of moved) {
    if ([...untold].some((one) => one.definition.id === row.indicatorId && one.breakdown === row.breakdown))
      moved.delete(row)
  }
  return { moved, untold }
}
