import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../client.ts'
import { recordTable, type StagedType, stagedTable } from './record-staging.ts'
import { textArray } from './staging.ts'

/** The names of the day files that were taken in from a source. */
export async function listSnapshotFiles(tx: Tx, source: string): Promise<string[]> {
  const rows = await tx.execute<{ name: string }>(sql`
    select file_name as name from imports where kind = 'records' and source = ${source} and mapping -> 'snapshot' is not null`)
  return rows.map((row) => row.name)
}

/** The facilities that a staged type names. */
export async function listStagedFacilities(tx: Tx, { type }: StagedType): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(
    sql`select distinct facility_id as id from ${stagedTable(type)} where facility_id is not null order by 1`,
  )
  return rows.map((row) => row.id)
}

/** Current open stays that came from the files of `source`, at the facilities that the file names. */
const openStays = (stay: StagedType, source: string) => sql`
  from ${recordTable(stay.type)} c
  where c.superseded_at is null and c.released_at is null
    and c.facility_id in (select distinct facility_id from ${stagedTable(stay.type)} where line > 0)
    and exists (select 1 from imports i where i.id = c.import_id and i.source = ${source})`

const isAbsent = (stay: StagedType) => sql`not exists (select 1 from ${stagedTable(stay.type)} s
  where s.facility_id = c.facility_id and s.stay_key = c.stay_key and s.line > 0)`

/** How many were held by the files before, and how many of them this file lacks. */
export async function countAbsent(tx: Tx, stay: StagedType, source: string): Promise<{ held: number; absent: number }> {
  const rows = await tx.execute<{ held: number; absent: number }>(sql`
    select count(*)::int as held, count(*) filter (where ${isAbsent(stay)})::int as absent ${openStays(stay, source)}`)
  return rows[0]!
}

/**
 * How many of the file were admitted before the day of the file before it (`newSince`, its first moment), at a facility of which
 * there are files, and are in no stay that lasted beyond that day (`leftAt`): that file lacks them. Asked before anything is staged
 * that the file does not say.
 */
export async function countCountedBack(
  tx: Tx,
  stay: StagedType,
  source: string,
  { newSince, leftAt }: { newSince: string | undefined; leftAt: string | undefined },
): Promise<number> {
  if (!newSince || !leftAt) return 0
  const ofSource = sql`exists (select 1 from imports i where i.id = c.import_id and i.source = ${source})`
  const rows = await tx.execute<{ count: number }>(sql`
    select count(*)::int as count from ${stagedTable(stay.type)} s
    where s.admitted_at < ${newSince}::timestamptz
      and exists (select 1 from ${recordTable(stay.type)} c where c.facility_id = s.facility_id and ${ofSource})
      and not exists (select 1 from ${recordTable(stay.type)} c
        where c.superseded_at is null and c.facility_id = s.facility_id and c.stay_key = s.stay_key
          and (c.released_at is null or c.released_at >= ${leftAt}::timestamptz))`)
  return rows[0]!.count
}

/**
 * Stages, for everybody whom the file lacks, their stay as it stands with its end: at `leftAt`, and never before it began.
 * These rows stand on line 0, for no line of the file says it. One id of `ids` for each.
 */
export async function stageEnds(
  tx: Tx,
  stay: StagedType,
  source: string,
  leftAt: string | null,
  ids: readonly string[],
): Promise<void> {
  const ended = sql`greatest(c.admitted_at, coalesce(${leftAt}::timestamptz, c.admitted_at))`
  const columns = stay.names.map((field) => (field === 'released_at' ? ended : ownOr(stay, field)))
  await tx.execute(sql`
    insert into ${stagedTable(stay.type)} (line, id, facility_id, ended, ${listed(stay.names)})
    select 0, n.id, c.facility_id, false, ${sql.join(columns, sql`, `)}
    from (select c.*, row_number() over (order by c.facility_id, c.stay_key) as place ${openStays(stay, source)} and ${isAbsent(stay)}) c
    join unnest(${textArray(ids)}::text[]::uuid[]) with ordinality as n (id, place) on n.place = c.place`)
}

/** What a copied row says of itself: which row it corrects is not said, everything else stays. */
function ownOr(given: StagedType, field: string): SQL {
  return field === 'supersedes' || !(field in given.type.fields) ? sql`null` : sql`c.${sql.identifier(field)}`
}

function listed(names: readonly string[]): SQL {
  return sql.join(
    names.map((field) => sql.identifier(field)),
    sql`, `,
  )
}

/**
 * A late file, of a day before others that are in: who is known to have been held beyond it stays as they are; everybody else
 * in it is taken to have left at `seenUntil`.
 */
export async function stageLate(tx: Tx, stay: StagedType, seenUntil: string): Promise<void> {
  const target = stagedTable(stay.type)
  await tx.execute(sql`delete from ${target} s using ${recordTable(stay.type)} c
    where c.superseded_at is null and c.facility_id = s.facility_id and c.stay_key = s.stay_key
      and (c.released_at is null or c.released_at >= ${seenUntil}::timestamptz)`)
  await tx.execute(sql`update ${target} set released_at = greatest(admitted_at, ${seenUntil}::timestamptz)`)
}

/**
 * Since when somebody is in the status that the file gives: since admission where the file before cannot have held them, as one
 * who came later on its day (`newSince`, the beginning of that day); since the file's day where it could: in what status they
 * were earlier nobody wrote down.
 */
export async function stageStatusStarts(
  tx: Tx,
  { stay, spell }: { stay: StagedType; spell: StagedType },
  { day, newSince, zone }: { day: string; newSince: string | null; zone: string },
): Promise<void> {
  const target = stagedTable(spell.type)
  await tx.execute(sql`update ${target} set start_on = ${day}::date`)
  if (newSince === null) return
  await tx.execute(sql`
    update ${target} s set start_on = (y.admitted_at at time zone ${zone})::date
    from ${stagedTable(stay.type)} y
    where y.line = s.line and y.stay_key = s.stay_key and y.admitted_at >= ${newSince}::timestamptz
      and (y.admitted_at at time zone ${zone})::date <= ${day}::date
      and not exists (select 1 from ${recordTable(stay.type)} c
        where c.superseded_at is null and c.facility_id = y.facility_id and c.stay_key = y.stay_key)`)
}

const openSpell = (spell: StagedType) => sql`${recordTable(spell.type)} c
  where c.superseded_at is null and c.end_on is null and c.facility_id = s.facility_id and c.stay_key = s.stay_key`

/** Drops what says that somebody is still in the status in which they are known to be. */
export async function dropSameStatus(tx: Tx, spell: StagedType): Promise<void> {
  await tx.execute(sql`delete from ${stagedTable(spell.type)} s
    where exists (select 1 from ${openSpell(spell)} and c.status is not distinct from s.status)`)
}

/** Of a late file only the status of people who were unknown is new; it ends with the day. */
export async function stageLateStatus(tx: Tx, spell: StagedType, endOn: string): Promise<void> {
  const target = stagedTable(spell.type)
  await tx.execute(sql`delete from ${target} s using ${recordTable(spell.type)} c
    where c.superseded_at is null and c.facility_id = s.facility_id and c.stay_key = s.stay_key`)
  await tx.execute(sql`update ${target} set end_on = ${endOn}::date`)
}

const spellEnds = (stay: StagedType, spell: StagedType, day: string, zone: string) => sql`
  select c.*, greatest(c.start_on, coalesce(
    (select (y.released_at at time zone ${zone})::date from ${stagedTable(stay.type)} y
      where y.line = 0 and y.facility_id = c.facility_id and y.stay_key = c.stay_key), ${day}::date)) as "endsOn"
  from ${recordTable(spell.type)} c
  where c.superseded_at is null and c.end_on is null and (
    exists (select 1 from ${stagedTable(spell.type)} s where s.facility_id = c.facility_id and s.stay_key = c.stay_key and s.line > 0)
    or exists (select 1 from ${stagedTable(stay.type)} y where y.line = 0 and y.facility_id = c.facility_id and y.stay_key = c.stay_key))`

export async function countSpellEnds(tx: Tx, stay: StagedType, spell: StagedType, day: string, zone: string) {
  const rows = await tx.execute<{ count: number }>(
    sql`select count(*)::int as count from (${spellEnds(stay, spell, day, zone)}) c`,
  )
  return rows[0]!.count
}

/** Stages the ends of statuses: of those who left, and of those whom the file shows in another one. */
export async function stageSpellEnds(
  tx: Tx,
  { stay, spell }: { stay: StagedType; spell: StagedType },
  { day, zone }: { day: string; zone: string },
  ids: readonly string[],
): Promise<void> {
  const columns = spell.names.map((field) => (field === 'end_on' ? sql`c."endsOn"` : ownOr(spell, field)))
  await tx.execute(sql`
    insert into ${stagedTable(spell.type)} (line, id, facility_id, ended, ${listed(spell.names)})
    select 0, n.id, c.facility_id, false, ${sql.join(columns, sql`, `)}
    from (select c.*, row_number() over (order by c.facility_id, c.stay_key, c.start_on) as place
      from (${spellEnds(stay, spell, day, zone)}) c) c
    join unnest(${textArray(ids)}::text[]::uuid[]) with ordinality as n (id, place) on n.place = c.place`)
}
