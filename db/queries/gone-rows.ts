import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { Going } from '../../server/domain/retention/going.ts'
import { type KeptForTerm, keptForTerm } from '../../server/domain/retention/owner.ts'
import type { Tx } from '../client.ts'
import { tableOfRecord } from '../schema/records.ts'
import { textArray } from './staging.ts'

const uuids = (ids: readonly string[]) => sql`${textArray(ids)}::text[]::uuid[]`
const table = (recordId: string) => sql.identifier(tableOfRecord(recordId))

/** Whose rows go: persons, members of staff, and with `unowned` the rows that lead to nobody and were taken in that long ago. */
export interface Gone {
  persons: readonly string[]
  staff: readonly { facilityId: string; key: string }[]
  unowned?: { termMonths: number; today: string }
}

/**
 * Lays out the rows that go in the temporary table `gone_rows` of this transaction. A stay belongs to the person that its row
 * in force names, or, where it was withdrawn, the row that was in force last; so do the days of a placement to the stay that it
 * names. A row that was corrected belongs to whom it names.
 */
export async function layOutGone(tx: Tx, { persons, staff, unowned }: Gone): Promise<void> {
  await tx.execute(sql`drop table if exists gone_persons, gone_stays, gone_staff, gone_rows`)
  await tx.execute(sql`create temporary table gone_persons (person_key uuid primary key) on commit drop`)
  await tx.execute(sql`create temporary table gone_stays (facility_id uuid, stay_key uuid, last_day date,
    primary key (facility_id, stay_key)) on commit drop`)
  await tx.execute(sql`create temporary table gone_staff (facility_id uuid, staff_key uuid, last_day date,
    primary key (facility_id, staff_key)) on commit drop`)
  await tx.execute(
    sql`create temporary table gone_rows (record_id text, facility_id uuid, id uuid, last_day date) on commit drop`,
  )
  await tx.execute(sql`insert into gone_persons select unnest(${uuids(persons)})`)
  await tx.execute(sql`insert into gone_stays
    select facility_id, stay_key, (last at time zone 'UTC')::date from (
      select distinct on (facility_id, stay_key) facility_id, stay_key, person_key, coalesce(released_at, admitted_at) as last
      from stay_records
      where person_key is not null and (facility_id, stay_key) in (select facility_id, stay_key from stay_records join gone_persons using (person_key))
      order by facility_id, stay_key, superseded_at desc nulls first) s
    join gone_persons using (person_key)`)
  await tx.execute(sql`insert into gone_staff
    select distinct on (facility_id, staff_key) facility_id, staff_key, left_on
    from staff_member_records join unnest(${uuids(staff.map((one) => one.facilityId))}, ${uuids(staff.map((one) => one.key))})
      as s(facility_id, staff_key) using (facility_id, staff_key)
    order by facility_id, staff_key, superseded_at desc nulls first`)
  for (const kept of keptForTerm) {
    const rows = sql`${table(kept.entry.id)} t`
    await tx.execute(sql`insert into gone_rows
      select ${kept.entry.id}, t.facility_id, t.id, ${lastDayOf(kept)} from ${rows} where ${isOfGone(kept)}`)
    if (!unowned) continue
    await tx.execute(sql`insert into gone_rows
      select ${kept.entry.id}, t.facility_id, t.id, ${lastDayOfNobody(kept)} from ${rows} join imports i on i.id = t.import_id
      where ${isPast(unowned)} and ${isOfNobody(kept)}`)
  }
  await tx.execute(sql`grant select on gone_rows to daylight_retention`)
}

/** The last day on which a row of somebody has a part in figures: that of the stay, or of the employment. */
function lastDayOf({ entry, owner }: KeptForTerm): SQL {
  if (owner.by === 'staff')
    return sql`(select last_day from gone_staff g where g.facility_id = t.facility_id and g.staff_key = t.staff_key)`
  return entry.id === 'stay'
    ? sql`(select last_day from gone_stays g where g.facility_id = t.facility_id and g.stay_key = t.stay_key)`
    : sql`null`
}

/**
 * The same of a row that leads to nobody, as far as figures are made of such: of what names no stay, and of incidents. What is
 * still to come when it is taken in, a day on which something is due, has none.
 */
function lastDayOfNobody({ entry, owner }: KeptForTerm): SQL {
  const isCounted = owner.by === 'members' || (owner.by === 'stay' && owner.isOptional)
  const days = Object.entries(entry.fields).filter(([, { kind }]) => kind === 'day' || kind === 'moment')
  if (!isCounted || days.length === 0) return sql`null`
  const each = days.map(([name]) => sql`t.${sql.identifier(name)}::timestamptz`)
  return sql`(least(greatest(${sql.join(each, sql`, `)}), i.accepted_at) at time zone 'UTC')::date`
}

/** What leads to nobody is kept for the term from the day on which it was taken in: nothing later is heard of it. */
function isPast({ termMonths, today }: NonNullable<Gone['unowned']>): SQL {
  return sql`((i.accepted_at at time zone 'UTC')::date + make_interval(months => ${termMonths}))::date < ${today}::date`
}

const ofGoneStay = (alias: string) =>
  sql`(${sql.raw(alias)}.facility_id, ${sql.raw(alias)}.stay_key) in (select facility_id, stay_key from gone_stays)`

/** Rows `t` of a type that lead to somebody who goes. */
function isOfGone({ owner }: KeptForTerm): SQL {
  switch (owner.by) {
    case 'person':
      return sql`t.person_key in (select person_key from gone_persons)`
    case 'stay':
      return ofGoneStay('t')
    case 'staff':
      return sql`(t.facility_id, t.staff_key) in (select facility_id, staff_key from gone_staff)`
    case 'parent': {
      const key = sql.identifier(owner.key)
      const touched = sql`(p.facility_id, p.${key}) in (select o.facility_id, o.${key} from ${table(owner.record)} o where ${ofGoneStay('o')})`
      return sql`(t.facility_id, t.${key}) in (select l.facility_id, l.${key} from ${lastOf(owner, touched)} l where ${ofGoneStay('l')})`
    }
    case 'members': {
      const key = sql.identifier(owner.key)
      const member = sql`${table(owner.record)} m where m.facility_id = t.facility_id and m.${key} = t.${key}`
      const isGone = ofGoneStay('m')
      return sql`exists (select 1 from ${member} and ${isGone}) and not exists (select 1 from ${member} and not ${isGone} and ${isOfSomebody('m')})`
    }
  }
}

/** Of each placement, or plan, the row in force, or where it was withdrawn the row that was in force last. */
function lastOf({ record, key }: { record: string; key: string }, which: SQL): SQL {
  const own = sql`p.facility_id, p.${sql.identifier(key)}`
  return sql`(select distinct on (${own}) ${own}, p.stay_key from ${table(record)} p where ${which}
    order by ${own}, p.superseded_at desc nulls first)`
}

/** Whether the stay that a row names is one of a person who is known. */
const isOfSomebody = (alias: string) =>
  sql`(${sql.raw(alias)}.facility_id, ${sql.raw(alias)}.stay_key) in (select facility_id, stay_key from stay_records where person_key is not null)`

/** Rows `t` of a type that lead to nobody who is known, however many rows they lead to on the way. */
function isOfNobody({ entry, owner }: KeptForTerm): SQL {
  const none = (from: SQLWrapper, key: string, which = sql`o.facility_id = t.facility_id`) =>
    sql`not exists (select 1 from ${from} o where ${which} and o.${sql.identifier(key)} = t.${sql.identifier(key)})`
  switch (owner.by) {
    case 'person':
      return entry.id === 'stay' ? sql`t.person_key is null` : none(table('stay'), 'person_key', sql`true`)
    case 'stay':
      return none(sql`(select facility_id, stay_key from stay_records where person_key is not null)`, 'stay_key')
    case 'staff':
      return entry.id === 'staff_member' ? sql`t.staff_key is null` : none(table('staff_member'), 'staff_key')
    case 'parent':
      return none(sql`(select * from ${lastOf(owner, sql`true`)} l where ${isOfSomebody('l')})`, owner.key)
    case 'members':
      return none(sql`(select * from ${table(owner.record)} m where ${isOfSomebody('m')})`, owner.key)
  }
}

/** What is laid out, by facility and record type, with a hash over all that the rows say. */
export async function listGoing(tx: Tx): Promise<Going[]> {
  const going: Going[] = []
  for (const { entry } of keptForTerm) {
    const rows = await tx.execute<Omit<Going, 'recordId'>>(sql`
      select facility_id as "facilityId", count(*)::int as rows,
        encode(sha256(convert_to(string_agg(md5(t::text), '' order by id), 'UTF8')), 'hex') as sha256
      from ${table(entry.id)} t where ${isLaidOut(entry.id)} group by 1 order by 1`)
    going.push(...rows.map((row) => ({ ...row, recordId: entry.id })))
  }
  return going
}

const isLaidOut = (recordId: string) =>
  sql`(t.facility_id, t.id) in (select g.facility_id, g.id from gone_rows g where g.record_id = ${recordId})`

/**
 * The last day at each facility on which what is laid out had a part in its figures; the beginning of 1970 where it had none,
 * for nobody was held there as far as is known.
 */
export async function listLastDays(tx: Tx): Promise<Map<string, string>> {
  const rows = await tx.execute<{ id: string; day: string }>(sql`
    select facility_id as id, coalesce(max(last_day), date '1970-01-01')::text as day from gone_rows group by 1 order by 1`)
  return new Map(rows.map(({ id, day }) => [id, day]))
}

/** Deletes what is laid out, in the role that may do nothing else; gives the number of rows. */
export async function deleteGone(tx: Tx): Promise<number> {
  await tx.execute(sql`select set_config('role', 'daylight_retention', true)`)
  let deleted = 0
  for (const { entry } of keptForTerm) {
    const rows = await tx.execute<{ count: number }>(sql`
      with deleted as (delete from ${table(entry.id)} t where ${isLaidOut(entry.id)} returning 1)
      select count(*)::int as count from deleted`)
    deleted += rows[0]?.count ?? 0
  }
  await tx.execute(sql`select set_config('role', 'daylight_system', true)`)
  return deleted
}
