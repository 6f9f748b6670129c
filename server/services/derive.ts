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
import { type FacilityRecords, monthOfDay, monthStart } from '../domain/kernels/columns.ts'
import { deriveMeasures, longestLookBack } from '../domain/kernels/index.ts'
import { usualSettings } from '../domain/kernels/settings.ts'
import type { CellId, MeasureId } from '../domain/measures/index.ts'
import { eventCheckIds, recordNotes } from '../domain/quality/event-notes.ts'
import { recordQuestionIds } from '../domain/quality/record-questions.ts'
import { records } from '../domain/records/index.ts'
import { countAsked, keepNotes } from './quality.ts'

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
  now: Date,
): Promise<{ durations: MeasureId[] }> {
  await lockFacilities(tx, [facilityId])
  const before = (await listDerived(tx, [facilityId])).get(facilityId) ?? new Map()
  const known = (await listDurations(tx, [facilityId])).get(facilityId) ?? new Map()
  const made = await makeDerived(tx, facilityId, months, before, known)
  if (!made) return forgetUncovered(tx, facilityId, before, known, now)
  const changed = [...made.cells].filter(([cell, series]) => {
    const old = before.get(cell)
    return !old || !isSameSeries(old, series)
  })
  const gone = [...before.keys()].filter((cell) => !made.cells.has(cell))
  await saveDerived(tx, facilityId, changed, gone)
  const durations = [...new Set([...known.keys(), ...made.durations.keys()])].filter((id) => {
    const [old, fresh] = [known.get(id), made.durations.get(id)]
    return !old || !fresh || !isSameSeries(old, fresh)
  })
  await saveDurations(
    tx,
    facilityId,
    durations.map((id) => [id, made.durations.get(id)]),
  )
  await noteRecords(tx, facilityId, made, now)
  return { durations }
}

/** Takes away what records gave of a facility that no record covers any more, and ends what was noted of them. */
async function forgetUncovered(
  tx: Tx,
  facilityId: string,
  before: ReadonlyMap<CellId, DerivedSeries>,
  durations: FacilityDurations,
  now: Date,
): Promise<{ durations: MeasureId[] }> {
  if ((await listCoverage(tx, [facilityId])).size > 0) return { durations: [] }
  await saveDerived(tx, facilityId, [], [...before.keys()])
  const gone = [...durations.keys()]
  await saveDurations(
    tx,
    facilityId,
    gone.map((id) => [id, undefined]),
  )
  await keepNotes(tx, new Map([[facilityId, []]]), { checkIds: eventCheckIds, about: 'records', from: 0 }, now)
  return { durations: gone }
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
): Promise<MadeOfRecords | undefined> {
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
    given,
    window,
    isWhole,
    frozen,
    covered,
    cells: mergeDerived(cells, window, fresh, covered, frozen),
    durations: mergeDurations(lengths, window, fresh, covered, frozen),
  }
}

/** What was read to make it, for which months. */
interface MadeOfRecords extends Derived {
  given: FacilityRecords
  window: Months
  isWhole: boolean
  frozen: Awaited<ReturnType<typeof findFrozen>>
}

/** The months whose records are all still there: of earlier ones the notes stay as they are. */
function notFrozen({ window, frozen }: MadeOfRecords): Months | undefined {
  const first = frozen ? Math.max(window.first, monthOfDay(frozen.goneUntil) + 1) : window.first
  return first <= window.last ? { ...window, first } : undefined
}

/** Notes what the checks find in the records that were read, for the months that were made. */
async function noteRecords(tx: Tx, facilityId: string, made: MadeOfRecords, now: Date): Promise<void> {
  const { given, covered } = made
  const window = notFrozen(made)
  if (!window) return
  const span = { first: window.first, months: window.last - window.first + 1 }
  const asked = await countAsked(tx, recordQuestionIds.length)
  const around = { window: span, settings: usualSettings, asOf: presentOf(covered), asked }
  const notes = recordNotes(given, covered.coverage, around)
  const of = { checkIds: eventCheckIds, about: 'records' as const, ...notedIn(made, window) }
  await keepNotes(tx, new Map([[facilityId, notes]]), of, now)
}

/** The months whose notes are made anew: where all is, those too that nothing covers any more. */
function notedIn({ isWhole, frozen }: MadeOfRecords, window: Months): { from: number; to?: number } {
  if (!isWhole) return { from: window.first, to: window.last }
  return { from: frozen ? window.first : 0 }
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
