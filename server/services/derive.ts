import type { Tx } from '../../db/client.ts'
import { listCoverage, listDerived, listTimeZones, saveDerived } from '../../db/queries/derived.ts'
import { listDurations, saveDurations } from '../../db/queries/durations.ts'
import { findFrozen } from '../../db/queries/frozen.ts'
import { loadFacilityRecords } from '../../db/queries/records.ts'
import { lockFacilities } from '../../db/queries/returns.ts'
import type { FacilityDurations } from '../domain/durations.ts'
import {
  type Covered,
  coveredBy,
  type DerivedSeries,
  type Months,
  mergeDerived,
  mergeDurations,
  presentOf,
} from '../domain/engine/derived-series.ts'
import { isSameSeries } from '../domain/engine/revisions.ts'
import { monthStart } from '../domain/kernels/columns.ts'
import { deriveMeasures, longestLookBack } from '../domain/kernels/index.ts'
import { usualSettings } from '../domain/kernels/settings.ts'
import type { CellId, MeasureId } from '../domain/measures/index.ts'
import { records } from '../domain/records/index.ts'

/**
 * How far before the months that are made anew people are read, in days: as far as any measure looks back, and two months
 * for clocks that were running, whose whole custody comes with them.
 */
const daysBack = longestLookBack + 62

/**
 * Makes what the records of a facility give for some months anew, or for all that it covers, and keeps what changed. Gives
 * the measures whose durations do not read as they did.
 */
export async function deriveFacility(
  tx: Tx,
  facilityId: string,
  months: Months | 'all',
): Promise<{ durations: MeasureId[] }> {
  await lockFacilities(tx, [facilityId])
  const before = (await listDerived(tx, [facilityId])).get(facilityId) ?? new Map()
  const known = (await listDurations(tx, [facilityId])).get(facilityId) ?? new Map()
  const made = await makeDerived(tx, facilityId, months, before, known)
  if (!made) return { durations: [] }
  const changed = [...made.cells].filter(([cell, series]) => {
    const old = before.get(cell)
    return !old || !isSameSeries(old, series)
  })
  const gone = [...before.keys()].filter((cell) => !made.cells.has(cell))
  await saveDerived(tx, facilityId, changed, gone)
  const durations = [...new Set([...known.keys(), ...made.durations.keys()])].filter((id) => {
    const [old, now] = [known.get(id), made.durations.get(id)]
    return !old || !now || !isSameSeries(old, now)
  })
  await saveDurations(
    tx,
    facilityId,
    durations.map((id) => [id, made.durations.get(id)]),
  )
  return { durations }
}

/** What the records of a facility give. */
export interface Derived {
  covered: Covered
  cells: Map<CellId, DerivedSeries>
  durations: FacilityDurations
}

/**
 * What records give for some months, laid over what they gave `before`; undefined for a facility that covers none of them. With
 * `known`, what they gave at that moment.
 */
export async function makeDerived(
  tx: Tx,
  facilityId: string,
  months: Months | 'all',
  before: ReadonlyMap<CellId, DerivedSeries>,
  durations: FacilityDurations,
  known?: Date,
): Promise<Derived | undefined> {
  const covered = await findCovered(tx, facilityId, known)
  const window = covered && within(covered.range, months)
  if (!covered || !window) return undefined
  const { range, timeZone, coverage } = covered
  const isWhole = window.first <= range.first && window.last >= range.last
  const facility = { id: facilityId, timeZone }
  const ids = records.map((entry) => entry.id)
  const given = await loadFacilityRecords(tx, facility, ids, isWhole ? undefined : daysOf(window), known)
  const span = { first: window.first, months: window.last - window.first + 1 }
  const fresh = deriveMeasures(given, coverage, span, usualSettings, presentOf(covered))
  const frozen = await findFrozen(tx, facilityId)
  const [cells, lengths] = isWhole ? [new Map(), new Map()] : [before, durations]
  return {
    covered,
    cells: mergeDerived(cells, window, fresh, covered, frozen),
    durations: mergeDurations(lengths, window, fresh, covered, frozen),
  }
}

/** What a facility covers by its imports; its certificates are all on record. */
async function findCovered(tx: Tx, facilityId: string, known: Date | undefined): Promise<Covered | undefined> {
  const declared = (await listCoverage(tx, [facilityId], known)).get(facilityId)
  const zone = declared && (await listTimeZones(tx, [facilityId])).get(facilityId)
  return declared && coveredBy(declared, zone ?? 'UTC')
}

function within(range: Months, months: Months | 'all'): Months | undefined {
  if (months === 'all') return range
  const window = { first: Math.max(range.first, months.first), last: Math.min(range.last, months.last) }
  return window.first <= window.last ? window : undefined
}

const isoDay = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10)

function daysOf({ first, last }: Months): { from: string; to: string } {
  return { from: isoDay(monthStart(first) - daysBack), to: isoDay(monthStart(last + 1) - 1) }
}
