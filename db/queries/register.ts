import { sql } from 'drizzle-orm'
import type { KnownFacility } from '../../server/domain/imports/facility-lookup.ts'
import type { Tx } from '../client.ts'
import { facilities, facilityEvents, facilityKeys, facilityVersions, regions, regionVersions } from '../schema/index.ts'

export type FacilityVersionRow = typeof facilityVersions.$inferSelect
export type NewVersion = typeof facilityVersions.$inferInsert
export type NewEvent = typeof facilityEvents.$inferInsert

const inHistoryOnly = sql`valid_to is not null and valid_to <= valid_from`

/** Every facility with all that it was ever called, for finding the facility that a file means. */
export async function loadKnownFacilities(tx: Tx): Promise<KnownFacility[]> {
  const rows = await tx.execute<
    Omit<KnownFacility, 'keys' | 'names' | 'successors'> & {
      keys: KnownFacility['keys'] | null
      names: KnownFacility['names']
      successors: string[] | null
    }
  >(sql`
    with named as (
      select facility_id, min(valid_from)::text as "from",
        case when bool_or(valid_to is null) then null else max(valid_to)::text end as "to",
        (array_agg(name order by valid_from desc))[1] as name,
        jsonb_agg(jsonb_build_object('name', name, 'validFrom', valid_from, 'validTo', valid_to)) as names
      from facility_versions where not (${inHistoryOnly}) group by 1
    ), keyed as (
      select facility_id, jsonb_agg(jsonb_build_object('source', source, 'key', key, 'validFrom', valid_from, 'validTo', valid_to)) as keys
      from facility_keys group by 1
    ), replaced as (
      select facility_id as id, related_facility_id as by from facility_events where kind = 'merged-into'
      union select related_facility_id, facility_id from facility_events where kind = 'split-from'
    )
    select f.id, f.key, n.name, n."from", n."to", k.keys, n.names,
      (select array_agg(distinct s.name || ' (' || o.key || ')') from replaced r join facilities o on o.id = r.by
        join named s on s.facility_id = r.by where r.id = f.id) as successors
    from facilities f join named n on n.facility_id = f.id left join keyed k on k.facility_id = f.id order by f.key`)
  return rows.map((row) => ({ ...row, keys: row.keys ?? [], successors: row.successors ?? [] }))
}

/**
 * Waits until no other transaction makes facilities or regions, and keeps the turn to the end of this one. Always before
 * any lock on facilities, so that two imports never wait for each other in a ring.
 */
export async function takeRegisterTurn(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(725111)`)
}

/** Versions that count, oldest first. */
export async function loadVersions(tx: Tx): Promise<FacilityVersionRow[]> {
  return tx.select().from(facilityVersions).where(sql`not (${inHistoryOnly})`).orderBy(facilityVersions.validFrom)
}

export async function addFacilities(tx: Tx, rows: (typeof facilities.$inferInsert)[]): Promise<void> {
  for (const piece of pieces(rows)) await tx.insert(facilities).values(piece)
}

export async function addVersions(tx: Tx, rows: NewVersion[]): Promise<void> {
  for (const piece of pieces(rows)) await tx.insert(facilityVersions).values(piece)
}

/** Ends a version; one that is ended on its first day is withdrawn. */
export async function endVersion(tx: Tx, id: string, on: string): Promise<void> {
  await tx.execute(sql`update facility_versions set valid_to = ${on}::date where id = ${id}::uuid`)
}

export async function addKeys(tx: Tx, rows: (typeof facilityKeys.$inferInsert)[]): Promise<void> {
  for (const piece of pieces(rows)) await tx.insert(facilityKeys).values(piece)
}

/** Adds events that are not yet known. */
export async function addEvents(tx: Tx, rows: NewEvent[]): Promise<number> {
  let added = 0
  for (const row of rows) {
    const known = await tx.execute(sql`
      select 1 from facility_events where facility_id = ${row.facilityId}::uuid and kind = ${row.kind} and "on" = ${row.on}::date
        and related_facility_id is not distinct from ${row.relatedFacilityId ?? null}::uuid`)
    if (known.length > 0) continue
    await tx.insert(facilityEvents).values(row)
    added++
  }
  return added
}

/** All keys of facilities and regions: new ones must differ from them. */
export async function loadPublicKeys(tx: Tx): Promise<{ facilities: Set<string>; regions: Map<string, string> }> {
  const [taken, known] = await Promise.all([
    tx.select({ key: facilities.key }).from(facilities),
    tx.select({ key: regions.key, id: regions.id }).from(regions),
  ])
  return { facilities: new Set(taken.map((row) => row.key)), regions: new Map(known.map((row) => [row.key, row.id])) }
}

export async function addRegion(
  tx: Tx,
  region: { id: string; key: string; name: string; parentId: string | null; validFrom: string; now: Date },
): Promise<void> {
  await tx.insert(regions).values({ id: region.id, key: region.key, createdAt: region.now })
  await tx
    .insert(regionVersions)
    .values({ regionId: region.id, parentId: region.parentId, name: region.name, validFrom: region.validFrom })
}

/** Rows in pieces that one statement's parameters can carry. */
function* pieces<Row>(rows: Row[]): Generator<Row[]> {
  for (let start = 0; start < rows.length; start += 500) yield rows.slice(start, start + 500)
}
