import { type SQL, type SQLChunk, sql } from 'drizzle-orm'
import type { RecordType } from '../../server/domain/records/define.ts'
import type { Tx } from '../client.ts'
import { columnType, ownKey, tableOfRecord } from '../schema/records.ts'
import { copyRowsInto, textArray, unnestRows } from './staging.ts'

/**
 * The rows of one record type on their way in: a temporary table of this transaction, which belongs to no place and is gone
 * with it. `id` is the row's own; `ended` marks a row that another row of the same file supersedes.
 */
export interface StagedType {
  type: RecordType
  /** Fields as the readers give them, in that order. */
  names: readonly string[]
}

/** The temporary table of a type's rows on their way in. */
export const stagedTable = (type: RecordType) => sql.identifier(`staged_${type.id}`)
/** The table of a type's rows. */
export const recordTable = (type: RecordType) => sql.identifier(tableOfRecord(type.id))
export const isOfPlace = (type: RecordType) => type.level !== 'system'
const name = (text: string) => sql.identifier(text)
const listed = (parts: SQLChunk[]) => sql.join(parts, sql`, `)

function typeOf({ type }: StagedType, field: string): string {
  const kept: Record<string, string> = { record_id: 'uuid', supersedes: 'uuid', recorded_at: 'timestamptz' }
  return kept[field] ?? columnType(type, field, type.fields[field]!)
}

export async function makeStaging(tx: Tx, given: StagedType): Promise<void> {
  const columns = given.names.map((field) => sql`${name(field)} ${sql.raw(typeOf(given, field))}`)
  await tx.execute(sql`create temporary table if not exists ${stagedTable(given.type)} (line int not null, id uuid not null,
    facility_id uuid, ended boolean not null default false, ${listed(columns)}) on commit drop`)
}

/** A row to be staged: line, id, facility, then the fields in the order of `names`. */
export type StagedRow = readonly (string | null)[]

export async function stageRecords(
  tx: Tx,
  engine: 'embedded' | 'postgresql',
  given: StagedType,
  rows: readonly StagedRow[],
): Promise<void> {
  if (rows.length === 0) return
  const target = `staged_${given.type.id}`
  const columns = ['line', 'id', 'facility_id', ...given.names]
  if (engine === 'postgresql') return copyRowsInto(tx, target, columns, rows)
  const types = ['int', 'uuid', 'uuid', ...given.names.map((field) => typeOf(given, field))]
  const bulk = columns.map((column, at) => ({ name: column, type: types[at]!, values: rows.map((row) => row[at]!) }))
  await unnestRows(tx, target, bulk)
}

/** Counts the staged rows of a type for the query planner: nobody else does for a temporary table. */
export async function countStaged(tx: Tx, { type }: StagedType): Promise<void> {
  await tx.execute(sql`analyze ${stagedTable(type)}`)
}

/** The condition that a staged row `s` and another row `c` are the same record. */
export function sameRecord(type: RecordType): SQL {
  const key = ownKey(type).map((field) =>
    type.fields[field]?.required === false
      ? sql`coalesce(c.${name(field)}, '') = coalesce(s.${name(field)}, '')`
      : sql`c.${name(field)} = s.${name(field)}`,
  )
  return sql.join([...(isOfPlace(type) ? [sql`c.facility_id = s.facility_id`] : []), ...key], sql` and `)
}

function keyOf(type: RecordType, row: 's'): SQL {
  return listed(
    [...(isOfPlace(type) ? ['facility_id'] : []), ...ownKey(type)].map((field) => sql`${sql.raw(row)}.${name(field)}`),
  )
}

/** What a record says: all its own fields, without when and under which number it was typed in. */
function said({ type, names }: StagedType, row: 's' | 'c'): SQL {
  const own = names.filter((field) => field in type.fields)
  return sql`(${listed(own.map((field) => sql`${sql.raw(row)}.${name(field)}`))})`
}

/** Rows that name one that they supersede: its number, their own, their line. */
export async function listCorrections(tx: Tx, { type }: StagedType) {
  const rows = await tx.execute<{ line: number; own: string | null; supersedes: string; isKnown: boolean }>(sql`
    select s.line, s.record_id as own, s.supersedes,
      exists (select 1 from ${recordTable(type)} c where c.facility_id = s.facility_id and c.record_id = s.supersedes)
        or exists (select 1 from ${stagedTable(type)} o where o.facility_id = s.facility_id and o.record_id = s.supersedes) as "isKnown"
    from ${stagedTable(type)} s where s.supersedes is not null order by s.line`)
  return [...rows]
}

/** Marks the rows that another row of the file supersedes: they go in as history. */
export async function endSuperseded(tx: Tx, { type }: StagedType): Promise<void> {
  // Figures of the country have no numbers of their own: they are corrected by their key.
  if (!isOfPlace(type)) return
  await tx.execute(sql`update ${stagedTable(type)} s set ended = true from ${stagedTable(type)} o
    where o.supersedes = s.record_id and o.facility_id = s.facility_id`)
}

/** Records that stand on more than one line, with the lines, and whether these say different things. */
export async function listRepeated(tx: Tx, given: StagedType): Promise<{ lines: number[]; differ: boolean }[]> {
  const rows = await tx.execute<{ lines: number[]; differ: boolean }>(sql`
    with k as (select ${keyOf(given.type, 's')} from ${stagedTable(given.type)} s where not s.ended
      group by ${keyOf(given.type, 's')} having count(*) > 1)
    select array_agg(s.line order by s.line) as lines, count(distinct ${said(given, 's')}::text) > 1 as differ
    from ${stagedTable(given.type)} s join k c on ${sameRecord(given.type)} where not s.ended group by ${keyOf(given.type, 's')}`)
  return [...rows]
}

/** Those of some lines that are staged. */
export async function listStagedAmong(tx: Tx, { type }: StagedType, lines: readonly number[]): Promise<number[]> {
  if (lines.length === 0) return []
  const rows = await tx.execute<{ line: number }>(sql`
    select distinct line from ${stagedTable(type)} where line in (select unnest(${textArray(lines)}::text::int[]))`)
  return rows.map(({ line }) => line)
}

/** Takes lines out of what is staged. */
export async function dropStagedLines(tx: Tx, { type }: StagedType, lines: readonly number[]): Promise<void> {
  if (lines.length === 0) return
  await tx.execute(
    sql`delete from ${stagedTable(type)} where line in (select unnest(${textArray(lines)}::text::int[]))`,
  )
}

/** Takes out the rows that say what the current ones say; gives their number. */
export async function dropUnchangedRecords(tx: Tx, given: StagedType): Promise<number> {
  const { type } = given
  return counted(
    tx,
    sql`delete from ${stagedTable(type)} s using ${recordTable(type)} c
      where c.superseded_at is null and not s.ended and ${sameRecord(type)} and ${said(given, 's')} is not distinct from ${said(given, 'c')}`,
  )
}

/** Ends the current rows that staged ones take the place of: of the same record, or named by `supersedes`. */
export async function supersedeRecords(tx: Tx, given: StagedType, now: Date): Promise<number> {
  const { type } = given
  const end = sql`update ${recordTable(type)} c set superseded_at = ${now.toISOString()}::timestamptz from ${stagedTable(type)} s
    where c.superseded_at is null and not s.ended`
  const same = await counted(tx, sql`${end} and ${sameRecord(type)}`)
  if (!isOfPlace(type)) return same
  return same + (await counted(tx, sql`${end} and c.facility_id = s.facility_id and c.record_id = s.supersedes`))
}

/** Adds the staged rows; facility after facility, so that the rows of one lie together. Gives their number. */
export async function addRecords(tx: Tx, given: StagedType, importId: string, now: Date): Promise<number> {
  const { type, names } = given
  const kept = names.filter((field) => field !== 'supersedes')
  const columns = [...(isOfPlace(type) ? ['facility_id'] : []), ...kept]
  return counted(
    tx,
    sql`insert into ${recordTable(type)} (id, line, import_id, superseded_at, ${listed(columns.map((column) => name(column)))})
      select id, line, ${importId}::uuid, case when ended then ${now.toISOString()}::timestamptz end, ${listed(columns.map((column) => name(column)))}
      from ${stagedTable(type)} s order by ${keyOf(type, 's')}`,
  )
}

/** The facilities that the staged rows speak of and the first day that they name; undefined when none are left. */
export async function findTouchedByRecords(tx: Tx, { type, names }: StagedType) {
  const dated = names.filter((field) => ['day', 'moment', 'month'].includes(type.fields[field]?.kind ?? ''))
  const first =
    dated.length > 0
      ? sql`min(least(${listed(dated.map((field) => sql`${name(field)}::timestamptz`))}))`
      : sql`null::timestamptz`
  const rows = await tx.execute<{ ids: string[] | null; from: string | null; rows: number }>(sql`
    select array_agg(distinct facility_id) filter (where facility_id is not null)::text[] as ids, to_char(${first}, 'YYYY-MM') as "from", count(*)::int as rows
    from ${stagedTable(type)}`)
  const { ids, from, rows: count = 0 } = rows[0] ?? {}
  return { facilityIds: ids ?? [], from, rows: count }
}

/** The number of rows that a statement changed. */
async function counted(tx: Tx, statement: SQL): Promise<number> {
  const rows = await tx.execute<{ count: number }>(sql`
    with changed as (${statement} returning 1) select count(*)::int as count from changed`)
  return rows[0]?.count ?? 0
}
