import type { Tx } from '../../db/client.ts'
import { listFacilityIds, loadFacilityPlaces } from '../../db/queries/places.ts'
import {
  countFacilities,
  type KeptNote,
  listNotes,
  listRecommended,
  loadUsualRates,
  loadWatched,
  type NotesAsked,
  saveNotes,
  saveUsualRates,
} from '../../db/queries/quality.ts'
import { listIndicatorSeries } from '../../db/queries/series.ts'
import type { FacilityReturns } from '../domain/engine/measure-series.ts'
import { isOpen } from '../domain/engine/open-window.ts'
import { type MonthSpan, monthAt } from '../domain/period.ts'
import { contradictionCheckId, contradictionNotes, heldAgainst } from '../domain/quality/contradictions.ts'
import { changedNotes, type QualityNote } from '../domain/quality/note.ts'
import { returnCheckIds, returnNotes } from '../domain/quality/return-notes.ts'
import {
  silenceNotes,
  type UsualRates,
  usualRatesOf,
  type Watched,
  watchedMeasures,
} from '../domain/quality/silences.ts'
import { transferCheckId, transferMeasures, transferNotes } from '../domain/quality/transfers.ts'
import { recurringEvents } from '../domain/records/zero-run.ts'
import { figureAt } from '../domain/series.ts'

/** Facilities whose silences are looked for in one piece. */
const facilitiesAPiece = 200

/**
 * Notes what checks and questions find in the returns of some facilities from a month on (0: in all of them); what was mended
 * is ended.
 */
export async function noteReturns(
  tx: Tx,
  returns: ReadonlyMap<string, FacilityReturns>,
  from: number,
  now: Date,
): Promise<void> {
  const asked = await countAsked(tx)
  const found = new Map([...returns].map(([id, facility]) => [id, returnNotes(facility, from, asked)]))
  await keepNotes(tx, found, { checkIds: returnCheckIds, about: 'counts', from }, now)
}

/** How many questions are asked over the country in a month, when so many are asked of each facility; of silence unless said. */
export async function countAsked(tx: Tx, ofEach: number = recurringEvents.length): Promise<number> {
  return (await countFacilities(tx)) * ofEach
}

/** Finds what is usual over all facilities anew, and looks for silences everywhere. */
export async function noteSilencesEverywhere(tx: Tx, now: Date): Promise<void> {
  const ids = await listFacilityIds(tx)
  const watched = await loadWatched(tx, ids, watchedMeasures)
  const rates = usualRatesOf([...watched.values()])
  await saveUsualRates(tx, rates)
  for (let start = 0; start < ids.length; start += facilitiesAPiece)
    await keepSilences(tx, ids.slice(start, start + facilitiesAPiece), watched, rates, 0, now)
}

/** Looks for silences in some facilities from a month on, by what was usual when it was last found. */
export async function noteSilences(tx: Tx, facilityIds: readonly string[], from: number, now: Date): Promise<void> {
  const [watched, rates] = await Promise.all([loadWatched(tx, facilityIds, watchedMeasures), loadUsualRates(tx)])
  await keepSilences(tx, facilityIds, watched, rates, from, now)
}

async function keepSilences(
  tx: Tx,
  facilityIds: readonly string[],
  watched: ReadonlyMap<string, Watched>,
  rates: UsualRates,
  from: number,
  now: Date,
): Promise<void> {
  const asked = await countAsked(tx)
  const found = new Map(facilityIds.map((id) => [id, silenceNotes(watched.get(id) ?? new Map(), rates, from, asked)]))
  await keepNotes(tx, found, { checkIds: ['zero-run'], about: 'counts', from }, now)
}

/**
 * Holds the transfers of the country against each other, in the months from one to another. Over 2,000 facilities it reads two
 * series of each, so that it is asked for only where one of them changed.
 */
export async function noteTransfers(tx: Tx, { first, last }: MonthSpan, now: Date): Promise<void> {
  const [ids, places] = [await listFacilityIds(tx), await loadFacilityPlaces(tx)]
  const watched = await loadWatched(tx, ids, transferMeasures, { first, last })
  const facilities = new Map(
    ids.map((id) => [
      id,
      {
        watched: watched.get(id) ?? new Map(),
        isExpected: (month: number) => isOpen(places.get(id) ?? [], monthAt(month)),
      },
    ]),
  )
  const found = transferNotes(facilities, { first, last })
  await keepNotes(tx, found, { checkIds: [transferCheckId], about: 'counts', from: first, to: last }, now)
}

/** Holds what inspectors recommended to some facilities against the figures of its areas in the months of their visits. */
export async function noteContradictions(tx: Tx, facilityIds: readonly string[], now: Date): Promise<void> {
  const recommended = await listRecommended(tx, facilityIds)
  const indicatorIds = heldAgainst([...recommended.values()].flat())
  const series = indicatorIds.length > 0 ? await listIndicatorSeries(tx, [...recommended.keys()], indicatorIds) : []
  const whole = new Map(
    series
      .filter(({ breakdown }) => breakdown === '')
      .map((row) => [`${row.facilityId} ${row.indicatorId}`, row.series] as const),
  )
  const found = new Map(
    facilityIds.map((id) => [
      id,
      contradictionNotes(recommended.get(id) ?? [], (indicatorId, month) =>
        figureAt(whole.get(`${id} ${indicatorId}`), month),
      ),
    ]),
  )
  await keepNotes(tx, found, { checkIds: [contradictionCheckId], about: 'records', from: 0 }, now)
}

/** Keeps what was found of some checks and months beside what stood before. */
export async function keepNotes(
  tx: Tx,
  found: ReadonlyMap<string, readonly QualityNote[]>,
  of: NotesAsked,
  now: Date,
): Promise<void> {
  const before = await listNotes(tx, [...found.keys()], of)
  const byFacility = new Map<string, KeptNote[]>()
  for (const note of before) byFacility.set(note.facilityId, [...(byFacility.get(note.facilityId) ?? []), note])
  const changes = [...found].map(([facilityId, notes]) => {
    const { ended, added } = changedNotes(byFacility.get(facilityId) ?? [], notes)
    return { ended, added: added.map((note) => ({ ...note, facilityId })) }
  })
  const ended = changes.flatMap((one) => one.ended)
  const added = changes.flatMap((one) => one.added)
  await saveNotes(tx, ended, added, now)
}
