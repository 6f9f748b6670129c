import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import type { Recommended } from '../../server/domain/quality/contradictions.ts'
import type { QualityNote } from '../../server/domain/quality/note.ts'
import type { UsualRates, Watched } from '../../server/domain/quality/silences.ts'
import { codeLists } from '../../server/domain/records/codes.ts'
import type { Plain, Tx } from '../client.ts'
import { type KeyedTable, upsertRows } from './keyed-table.ts'
import { listMeasureSeries } from './series.ts'
import { textArray, unnestRows } from './staging.ts'

/** A note as it is kept. */
export interface KeptNote extends QualityNote {
  id: string
  facilityId: string
}

/** Which notes are made anew together: those of some checks, in the months from one on, to another where it is named. */
export interface NotesAsked {
  checkIds: readonly string[]
  /** A check may look at records and at counts: what one finds is not ended by the other. */
  about: 'records' | 'counts'
  from: number
  to?: number
}

const uuids = (ids: readonly string[]) => sql`${textArray(ids)}::text[]::uuid[]`

/** The notes that stand, of the named facilities. To be asked by the system. */
export async function listNotes(
  tx: Tx,
  facilityIds: readonly string[],
  { checkIds, about, from, to }: NotesAsked,
): Promise<KeptNote[]> {
  const rows = await tx.execute<Plain<KeptNote>>(sql`
    select id, facility_id as "facilityId", month, check_id as "checkId", level, subject, cells, record_id as "recordId",
      count, found, expected, probability, months, rows::text[] as rows
    from quality_notes where ended_at is null and facility_id = any(${uuids(facilityIds)}) and month >= ${from}
      and ${to === undefined ? sql`true` : sql`month <= ${to}`} and check_id = any(${textArray(checkIds)}::text[])
      and (record_id is not null) = ${about === 'records'}`)
  return [...rows]
}

/** Ends some notes and adds others; nothing that a note says is ever changed. */
export async function saveNotes(
  tx: Tx,
  ended: readonly KeptNote[],
  added: readonly (QualityNote & { facilityId: string })[],
  now: Date,
): Promise<void> {
  const at = now.toISOString()
  if (ended.length > 0)
    await tx.execute(sql`update quality_notes set ended_at = ${at}::timestamptz where ended_at is null
      and (facility_id, id) in (select * from unnest(${uuids(ended.map((one) => one.facilityId))}, ${uuids(ended.map((one) => one.id))}))`)
  if (added.length === 0) return
  const column = (name: string, type: string, read: (note: (typeof added)[number]) => string | number | null) => ({
    name,
    type,
    values: added.map(read),
  })
  await unnestRows(tx, 'quality_notes', [
    column('facility_id', 'uuid', (note) => note.facilityId),
    column('id', 'uuid', () => v7({ msecs: now.getTime() })),
    column('month', 'int', (note) => note.month),
    column('check_id', 'text', (note) => note.checkId),
    column('level', 'text', (note) => note.level),
    column('subject', 'text', (note) => note.subject),
    column('cells', 'text[]', (note) => textArray(note.cells)),
    column('record_id', 'text', (note) => note.recordId),
    column('count', 'int', (note) => note.count),
    column('found', 'float8', (note) => note.found),
    column('expected', 'float8', (note) => note.expected),
    column('probability', 'float8', (note) => note.probability),
    column('months', 'int', (note) => note.months),
    column('rows', 'uuid[]', (note) => textArray(note.rows)),
    column('noted_at', 'timestamptz', () => at),
  ])
}

/** How often each recurring event occurs over all facilities; empty before any sums were made. */
export async function loadUsualRates(tx: Tx): Promise<UsualRates> {
  const rows = await tx.execute<{ event: string; rate: number; spread: number }>(
    sql`select event, rate, spread from usual_rates order by event`,
  )
  return Object.fromEntries(rows.map(({ event, rate, spread }) => [event, { rate, spread }]))
}

type RateRow = UsualRates[string] & { event: string }

const rateTable: KeyedTable<Pick<RateRow, 'event'>, RateRow> = {
  name: 'usual_rates',
  keys: [['event', 'text', (row) => row.event]],
  rest: [
    ['rate', 'float8', (row) => row.rate],
    ['spread', 'float8', (row) => row.spread],
  ],
}

export function saveUsualRates(tx: Tx, rates: UsualRates): Promise<void> {
  const rows = Object.entries(rates).map(([event, rate]) => ({ event, ...rate }))
  return upsertRows(tx, rateTable, rows)
}

/** The series of some measures, by facility and measure; in some months when they are named. */
export async function loadWatched(
  tx: Tx,
  facilityIds: readonly string[],
  measureIds: readonly string[],
  window?: { first: number; last: number },
): Promise<Map<string, Watched>> {
  const found = new Map<string, Map<string, Watched extends ReadonlyMap<string, infer Series> ? Series : never>>()
  for (const { facilityId, measureId, breakdown, series } of await listMeasureSeries(
    tx,
    facilityIds,
    window,
    measureIds,
  )) {
    if (breakdown !== '') continue
    const known = found.get(facilityId) ?? new Map()
    found.set(facilityId, known.set(measureId, series))
  }
  return found
}

/** What inspectors recommended to the named facilities, each with the month of its visit, by facility. */
export async function listRecommended(tx: Tx, facilityIds: readonly string[]): Promise<Map<string, Recommended[]>> {
  const month = sql`(extract(year from v.started_on) * 12 + extract(month from v.started_on) - 1)::int`
  const rows = await tx.execute<{ facility_id: string; id: string; month: number; area: number }>(sql`
    select r.facility_id, r.id, ${month} as month, r.area
    from recommendation_records r join inspection_visit_records v
      on v.facility_id = r.facility_id and v.visit_id = r.visit_id and v.superseded_at is null
    where r.superseded_at is null and r.facility_id = any(${uuids(facilityIds)}) order by r.id`)
  const found = new Map<string, Recommended[]>()
  for (const { facility_id, id, month: at, area } of rows)
    found.set(facility_id, [...(found.get(facility_id) ?? []), { id, month: at, area: codeLists.area[area]! }])
  return found
}

/** How many facilities there are. */
export async function countFacilities(tx: Tx): Promise<number> {
  const rows = await tx.execute<{ count: number }>(sql`select count(*)::int as count from facilities`)
  return rows[0]?.count ?? 0
}
