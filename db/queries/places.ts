import { sql } from 'drizzle-orm'
import { countryId } from '../../server/domain/country-id.ts'
import type { FacilityPlace, RegionVersion } from '../../server/domain/engine/region-tree.ts'
import type { Tx } from '../client.ts'
import type { PlaceRow } from './series.ts'
import { textArray } from './staging.ts'

export { countryId }

/** Holds the turn to compute aggregates until the transaction ends, and says by which catalogue all series were last made. */
export async function takeAggregateTurn(tx: Tx, now: Date): Promise<{ catalogue: string | null }> {
  const rows = await tx.execute<{ catalogue: string | null }>(sql`
    insert into aggregate_turn (id, taken_at) values (1, ${now.toISOString()})
    on conflict (id) do update set taken_at = excluded.taken_at returning catalogue`)
  return { catalogue: rows[0]?.catalogue ?? null }
}

/** Writes down by which catalogue all series are made; the caller holds the turn. */
export async function saveCatalogue(tx: Tx, catalogue: string): Promise<void> {
  await tx.execute(sql`update aggregate_turn set catalogue = ${catalogue} where id = 1`)
}

/** Ids of all facilities, in order. */
export async function listFacilityIds(tx: Tx): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`select id from facilities order by id`)
  return rows.map((row) => row.id)
}

/** The whole tree of regions with its history. */
export async function loadRegionTree(tx: Tx): Promise<RegionVersion[]> {
  const rows = await tx.execute<{ regionId: string; parentId: string | null; from: string; until: string | null }>(sql`
    select region_id as "regionId", parent_id as "parentId", valid_from::text as "from", valid_to::text as until
    from region_versions order by valid_from`)
  return [...rows]
}

/** Where each facility lay, and when; of all, or of the named ones. */
export async function loadFacilityPlaces(
  tx: Tx,
  facilityIds?: readonly string[],
): Promise<Map<string, FacilityPlace[]>> {
  const some = facilityIds ? sql`facility_id = any(${textArray(facilityIds)}::text[]::uuid[])` : sql`true`
  const rows = await tx.execute<{
    facility_id: string
    regionId: string | null
    from: string
    until: string | null
  }>(sql`
    select facility_id, region_id as "regionId", valid_from::text as "from", valid_to::text as until
    from facility_versions where ${some} order by facility_id, valid_from`)
  const places = new Map<string, FacilityPlace[]>()
  for (const { facility_id, ...place } of rows) places.set(facility_id, [...(places.get(facility_id) ?? []), place])
  return places
}

/** First and last month index with a current return line, or undefined in an empty installation. */
export async function reportedRange(tx: Tx): Promise<{ first: number; last: number } | undefined> {
  const rows = await tx.execute<{ first: number | null; last: number | null }>(sql`
    select min(start_month)::int as first, max(start_month + cardinality(states) - 1)::int as last from measure_series`)
  const { first = null, last = null } = rows[0] ?? {}
  return first === null || last === null ? undefined : { first, last }
}

/** The months that every series of the country spans, or undefined when there is none. */
export async function keptRange(tx: Tx): Promise<{ first: number; last: number } | undefined> {
  const rows = await tx.execute<{ first: number | null; last: number | null }>(sql`
    select max(start_month)::int as first, min(start_month + cardinality(states) - 1)::int as last
    from place_series where place_kind = 'country'`)
  const { first = null, last = null } = rows[0] ?? {}
  return first === null || last === null ? undefined : { first, last }
}

/** Series of regions and the country: all, or those of the named places, of all indicators or the named ones. */
export async function listPlaceSeries(
  tx: Tx,
  some?: { placeIds: readonly string[]; indicatorIds?: readonly string[] },
): Promise<PlaceRow[]> {
  const wanted = some
    ? sql`place_id = any(${textArray(some.placeIds)}::text[]::uuid[]) and ${ofIndicators(some.indicatorIds)}`
    : sql`true`
  const rows = await tx.execute<Record<string, never>>(sql`select * from place_series where ${wanted}`)
  return (rows as unknown as RawPlace[]).map(
    ({ place_kind, place_id, indicator_id, breakdown, version, start_month, ...arrays }) => ({
      placeKind: place_kind,
      placeId: place_id,
      indicatorId: indicator_id,
      breakdown,
      version,
      series: { startMonth: start_month, ...arrays },
    }),
  )
}

const ofIndicators = (ids: readonly string[] | undefined) =>
  ids ? sql`indicator_id = any(${textArray(ids)}::text[])` : sql`true`

type RawPlace = Omit<PlaceRow['series'], 'startMonth'> & {
  place_kind: 'region' | 'country'
  place_id: string
  indicator_id: string
  breakdown: string
  version: number
  start_month: number
}
