import { type SQL, sql } from 'drizzle-orm'
import type { PairElsewhere, pairsElsewhere } from '../../server/domain/imports/part-checks.ts'
import type { Plain, Tx } from '../client.ts'
import { imports } from '../schema/index.ts'
import { textArray } from './staging.ts'

type NewImport = typeof imports.$inferInsert

/** The latest import of the same bytes by the same mapping. */
export async function findSameImport(tx: Tx, fileSha256: string, mappingSha256: string) {
  const rows = await tx.execute<{ id: string; acceptedAt: string; rowsBad: number }>(sql`
    select id, accepted_at::text as "acceptedAt", rows_bad as "rowsBad" from imports
    where file_sha256 = ${fileSha256} and mapping_sha256 = ${mappingSha256} order by accepted_at desc limit 1`)
  return rows[0]
}

export async function saveImport(tx: Tx, row: NewImport): Promise<void> {
  await tx.insert(imports).values(row)
}

/** Removes what crashed imports left behind: batches made before `oldest` (batch ids sort by their making). */
export async function clearStaging(tx: Tx, oldest: string): Promise<void> {
  await tx.execute(sql`delete from import_staging where batch_id < ${oldest}::uuid`)
}

export async function dropBatch(tx: Tx, batchId: string): Promise<void> {
  await tx.execute(sql`delete from import_staging where batch_id = ${batchId}::uuid`)
}

/**
 * Facility-months that stand on more than one line, with the lines. Every line stages each of its cells, so the first cell
 * counts the lines. No joins: staging has no statistics, and a wrong guess of its size makes them endless.
 */
export async function listRepeatedMonths(
  tx: Tx,
  batchId: string,
  first: { measureId: string; breakdown: string },
): Promise<{ place: string; lines: number[] }[]> {
  const rows = await tx.execute<{ place: string; lines: number[] }>(sql`
    select ${facilityMonth} as place, array_agg(line order by line) as lines from import_staging
    where batch_id = ${batchId}::uuid and measure_id = ${first.measureId} and breakdown = ${first.breakdown}
    group by facility_id, month having count(*) > 1 order by min(line)`)
  return [...rows]
}

/** Facility-months of which any cell has two different answers. */
export async function listContradictedMonths(tx: Tx, batchId: string): Promise<Set<string>> {
  const rows = await tx.execute<{ place: string }>(sql`
    select distinct ${facilityMonth} as place from import_staging where batch_id = ${batchId}::uuid
    group by facility_id, month, measure_id, breakdown
    having min(state) <> max(state) or min(coalesce(amount, 'NaN')) <> max(coalesce(amount, 'NaN'))`)
  return new Set(rows.map((row) => row.place))
}

const facilityMonth = sql.raw(`facility_id || ' ' || month`)

/** Takes lines out of a batch. */
export async function dropLines(tx: Tx, batchId: string, lines: readonly number[]): Promise<void> {
  if (lines.length === 0) return
  // As a table, not by `= any`: an array that is no constant is searched from its beginning for every row.
  await tx.execute(sql`delete from import_staging where batch_id = ${batchId}::uuid
    and line in (select unnest(${`{${lines.join(',')}}`}::text::int[]))`)
}

const sameCell = sql`c.facility_id = s.facility_id and c.measure_id = s.measure_id and c.month = s.month and c.breakdown = s.breakdown`

/** What is known of that of which a batch speaks. */
export interface KnownBefore {
  /** Whether a cell that the batch brings has a current line in its months. */
  cells: boolean
  /** Whether some measures have: then what is brought has to agree with them. */
  measures: boolean
}

/**
 * Whether facilities of a batch have current lines in its months, of the cells that it brings and of `measureIds`. A few
 * searches a facility, where looking for every value costs as much as adding it.
 */
export async function findKnownBefore(tx: Tx, batchId: string, measureIds: readonly string[]): Promise<KnownBefore> {
  const current = sql`select 1 from return_lines c where c.superseded_at is null and c.facility_id = s.facility_id
    and c.measure_id = s.measure_id and c.month between s.first and s.last`
  const rows = await tx.execute<Plain<KnownBefore>>(sql`
    with cells as materialized (select facility_id, measure_id, breakdown, min(month) as first, max(month) as last
      from import_staging where batch_id = ${batchId}::uuid group by 1, 2, 3),
    measures as materialized (select facility_id, m.measure_id, first, last
      from (select facility_id, min(first) as first, max(last) as last from cells group by 1) f
      cross join unnest(${textArray(measureIds)}::text[]) as m(measure_id))
    select exists (select 1 from cells s where exists (${current} and c.breakdown = s.breakdown)) as cells,
      exists (select 1 from measures s where exists (${current})) as measures`)
  return rows[0]!
}

/** Takes out what the current lines already say; gives how many values that were, and how many say something else. */
export async function dropUnchanged(tx: Tx, batchId: string): Promise<{ unchanged: number; differing: number }> {
  const rows = await tx.execute<{ unchanged: number; differing: number }>(sql`
    with met as materialized (
      select s.ctid as place, c.state = s.state and c.amount is not distinct from s.amount as same
      from import_staging s join return_lines c on c.superseded_at is null and ${sameCell}
      where s.batch_id = ${batchId}::uuid),
    gone as (delete from import_staging where ctid in (select place from met where same) returning 1)
    select (select count(*) from gone)::int as unchanged, (select count(*) from met where not same)::int as differing`)
  return rows[0]!
}

/** Lines that would change a month that is locked. */
export async function listLockedLines(
  tx: Tx,
  batchId: string,
): Promise<{ line: number; month: string; facility: string }[]> {
  const rows = await tx.execute<{ line: number; month: string; facility: string }>(sql`
    select distinct s.line, to_char(s.month, 'YYYY-MM') as month, f.key as facility
    from import_staging s join return_months m on m.facility_id = s.facility_id and m.month = s.month and m.state = 'locked'
    join facilities f on f.id = s.facility_id
    where s.batch_id = ${batchId}::uuid order by s.line`)
  return [...rows]
}

/** A value of a batch that cannot stand beside one that is current: a part more than its whole. */
export interface PartConflict {
  line: number
  part: string
  partValue: number
  whole: string
  wholeValue: number
}

/** How the cells of a file are held against others. */
export interface PartRules extends ReturnType<typeof pairsElsewhere> {
  /** Measures that are broken down. */
  divided: readonly string[]
  /** The cells that the file brings, as measure@breakdown: among themselves they were compared row by row. */
  brought: readonly string[]
}

/**
 * Lines whose values contradict current ones of cells that the file does not bring: a part, or one cell of a breakdown, that is
 * more than its whole, whichever of the two the batch brings.
 */
export async function listPartConflicts(
  tx: Tx,
  batchId: string,
  { up, down, divided, brought }: PartRules,
): Promise<PartConflict[]> {
  const place = sql`c.facility_id = s.facility_id and c.month = s.month and c.superseded_at is null and c.state = 1`
  const isElsewhere = (measureId: SQL, breakdown: SQL) =>
    sql`${measureId} || '@' || ${breakdown} not in (select unnest(${textArray(brought)}::text[]))`
  const cell = (row: string) =>
    sql.raw(`${row}.measure_id || case ${row}.breakdown when '' then '' else '@' || ${row}.breakdown end`)
  const rows = await tx.execute<PartConflict & Record<string, unknown>>(sql`
    with given as (select * from import_staging where batch_id = ${batchId}::uuid and state = 1),
    -- Paired first: joined in one step, the planner leaves the measure out of the index search.
    up as materialized (${paired(up)}),
    down as materialized (${paired(down)}),
    groups as materialized (select * from given s
      where s.breakdown <> '' and ${isElsewhere(sql`s.measure_id`, sql`''`)}),
    undivided as materialized (select * from given s
      where s.breakdown = '' and s.measure_id in (select unnest(${textArray(divided)}::text[]))),
    met as (
      select s.line, ${cell('s')} as part, s.amount as part_value, ${cell('c')} as whole, c.amount as whole_value
      from up s join return_lines c on ${place} and c.measure_id = s.other and c.breakdown = s.breakdown
      union all
      select s.line, ${cell('s')}, s.amount, ${cell('c')}, c.amount
      from groups s join return_lines c on ${place} and c.measure_id = s.measure_id and c.breakdown = ''
      union all
      select s.line, ${cell('c')}, c.amount, ${cell('s')}, s.amount
      from down s join return_lines c on ${place} and c.measure_id = s.other and c.breakdown = s.breakdown
      union all
      select s.line, ${cell('c')}, c.amount, ${cell('s')}, s.amount
      from undivided s join return_lines c on ${place} and c.measure_id = s.measure_id and c.breakdown <> ''
        and ${isElsewhere(sql`c.measure_id`, sql`c.breakdown`)}
    )
    select distinct on (m.line) m.line, m.part, m.part_value as "partValue", m.whole, m.whole_value as "wholeValue" from met m
    where m.part_value > m.whole_value + 1e-6
    order by m.line`)
  return [...rows]
}

/** The given rows of some cells, each with the measure that it is held against. */
function paired(pairs: readonly PairElsewhere[]): SQL {
  const list = (name: keyof PairElsewhere) => sql`${textArray(pairs.map((pair) => pair[name]))}::text[]`
  return sql`select s.*, p.other from given s
    join unnest(${list('measureId')}, ${list('breakdown')}, ${list('other')}) as p(measure_id, breakdown, other)
      on p.measure_id = s.measure_id and p.breakdown = s.breakdown`
}

/** Which facilities and months a batch still speaks of; undefined when nothing is left of it. */
export async function findTouched(
  tx: Tx,
  batchId: string,
): Promise<{ facilityIds: string[]; from: string; to: string } | undefined> {
  const rows = await tx.execute<{ ids: string[] | null; from: string | null; to: string | null }>(sql`
    select array_agg(distinct facility_id)::text[] as ids, to_char(min(month), 'YYYY-MM') as "from", to_char(max(month), 'YYYY-MM') as "to"
    from import_staging where batch_id = ${batchId}::uuid`)
  const { ids, from, to } = rows[0] ?? {}
  return ids && from && to ? { facilityIds: ids, from, to } : undefined
}

/** The first month that a batch gives for each facility that it names. */
export async function listFirstMonths(tx: Tx, batchId: string): Promise<Map<string, string>> {
  const rows = await tx.execute<{ id: string; first: string }>(sql`
    select facility_id as id, min(month)::text as first from import_staging where batch_id = ${batchId}::uuid group by 1`)
  return new Map(rows.map((row) => [row.id, row.first]))
}

/** Ends the current lines that the batch gives other values for; gives their number. */
export async function supersedeLines(tx: Tx, batchId: string, now: Date): Promise<number> {
  const rows = await tx.execute<{ count: number }>(sql`
    with ended as (
      update return_lines c set superseded_at = ${now.toISOString()}::timestamptz from import_staging s
      where s.batch_id = ${batchId}::uuid and c.superseded_at is null and ${sameCell}
      returning 1)
    select count(*)::int as count from ended`)
  return rows[0]?.count ?? 0
}

/**
 * Adds the batch's values as current lines; gives their number. A line's id is a UUIDv7: the batch's own, made here in
 * TypeScript, with its last twelve digits counted through.
 */
export async function addLines(tx: Tx, batchId: string, importId: string, now: Date): Promise<number> {
  // A facility's lines come one after the other: then its few pages of each index are written at once, and not again and again.
  const added = await tx.execute(sql`
    insert into return_lines (id, facility_id, month, measure_id, breakdown, state, amount, import_id, line, recorded_at)
    select (left(batch_id::text, 24) || lpad(to_hex(seq), 12, '0'))::uuid, facility_id, month, measure_id, breakdown, state, amount,
      ${importId}::uuid, line, ${now.toISOString()}::timestamptz
    from import_staging where batch_id = ${batchId}::uuid order by facility_id, seq`)
  return added.count
}
