import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../client.ts'
import { recordWasCurrent } from './known.ts'
import { textArray } from './staging.ts'

/** Days, as YYYY-MM-DD, both included. */
export interface DaySpan {
  from: string
  to: string
}

/** Whether a row counts: it is the current one, or was at a moment. */
export type IsCurrent = (row: SQL) => SQL

export function current(known: Date | undefined): IsCurrent {
  return (row) => (known ? recordWasCurrent(row, known) : sql`${row}.superseded_at is null`)
}

/** How the rows of a table are found that belong to some stays or to their people. */
export interface Belonging {
  join: SQL
  where: SQL
}

/** Some stays with which all is read that belongs to them: those of a facility, of its people elsewhere, or both. */
export interface HeldStays {
  of: 'own' | 'others' | 'all'
  stays(row: SQL): Belonging
  people(row: SQL): Belonging
  /** The keys of those in the facility itself, as a query. */
  ownKeys: SQL
  /** The places of those elsewhere, as a query. */
  facilities: SQL
}

/**
 * The stays of a facility, and those of the same people elsewhere, whose clocks run on. With `days`, of the people who were
 * held here on one of them. All of a facility are found by its own id, and named only where there are others.
 */
export async function listHeldStays(
  tx: Tx,
  facilityId: string,
  days: DaySpan | undefined,
  isCurrent: IsCurrent,
): Promise<HeldStays[]> {
  const whenHeld = days
    ? sql`admitted_at < ${days.to}::date + 2 and coalesce(released_at, 'infinity') >= ${days.from}::date - 1`
    : sql`true`
  const where = days ? sql`true` : sql`s.facility_id <> ${facilityId}::uuid`
  // "offset 0" has each person looked up by the index: the planner would rather read the stays of the whole country.
  const rows = await tx.execute<Named>(sql`
    select s.facility_id, s.stay_key, o.person_key from (select distinct person_key from stay_records o
      where facility_id = ${facilityId}::uuid and ${isCurrent(sql`o`)} and ${whenHeld}) o,
    lateral (select s.facility_id, s.stay_key from stay_records s
      where s.person_key = o.person_key and ${isCurrent(sql`s`)} and ${where} offset 0) s`)
  if (days) return [namedStays('all', facilityId, rows)]
  const own = ownStays(facilityId, isCurrent)
  return rows.length > 0 ? [own, namedStays('others', facilityId, rows)] : [own]
}

type Named = { facility_id: string; stay_key: string; person_key: string }

function ownStays(facilityId: string, isCurrent: IsCurrent): HeldStays {
  const own = (key: string) => sql`select o.${sql.identifier(key)} from stay_records o
    where o.facility_id = ${facilityId}::uuid and ${isCurrent(sql`o`)} and o.person_key is not null`
  const belonging = (key: string) => (row: SQL) => ({
    join: sql``,
    where: sql`${row}.facility_id = ${facilityId}::uuid and ${row}.${sql.identifier(key)} in (${own(key)})`,
  })
  return {
    of: 'own',
    stays: belonging('stay_key'),
    people: belonging('person_key'),
    ownKeys: own('stay_key'),
    facilities: sql`select null::uuid`,
  }
}

function namedStays(of: 'others' | 'all', facilityId: string, rows: readonly Named[]): HeldStays {
  const people = new Map(rows.map((row) => [`${row.facility_id} ${row.person_key}`, row]))
  const stays = listed(rows, 'stay_key')
  const belonging = (key: 'stay_key' | 'person_key', list: SQL) => (row: SQL) => ({
    join: sql`join ${list} on h.facility_id = ${row}.facility_id and h.${sql.identifier(key)} = ${row}.${sql.identifier(key)}`,
    where: sql`true`,
  })
  return {
    of,
    stays: belonging('stay_key', stays),
    people: belonging('person_key', listed([...people.values()], 'person_key')),
    ownKeys: sql`select h.stay_key from ${stays} where h.facility_id = ${facilityId}::uuid`,
    facilities: sql`select h.facility_id from ${stays}`,
  }
}

function listed(rows: readonly Named[], key: 'stay_key' | 'person_key'): SQL {
  const array = (values: string[]) => sql`${textArray(values)}::text[]::uuid[]`
  return sql`unnest(${array(rows.map((row) => row.facility_id))}, ${array(rows.map((row) => row[key]))})
    as h(facility_id, ${sql.identifier(key)})`
}
