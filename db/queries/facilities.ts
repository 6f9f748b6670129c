import { sql } from 'drizzle-orm'
import type { Scope } from '../../server/domain/access.ts'
import type { DatedEvent } from '../../server/domain/dated-events.ts'
import { type Day, type Month, monthIndex } from '../../server/domain/period.ts'
import type { MonthQuality } from '../../server/domain/quality/shown-quality.ts'
import type { RecordId } from '../../server/domain/records/index.ts'
import type { Plain, Tx } from '../client.ts'
import { wholeMonths } from './coverage.ts'
import { countryId } from './places.ts'
import { qualityOf } from './quality-of-month.ts'
import { inScope, narrowed } from './scope.ts'
import { textArray } from './staging.ts'

/** A facility as it was on one day; one that was not open that day shows its nearest version. */
export interface FacilityRow {
  id: string
  key: string
  name: string
  regionId: string | null
  regionName: string | null
  operator: string | null
  securityLevel: string | null
  regime: string | null
  holdsSex: string | null
  latitude: number | null
  longitude: number | null
  timezone: string
  isOpen: boolean
  validFrom: string
  validTo: string | null
}

/** The version in force on `day`, else the last one before it, else the first after it. */
function versionOn(day: Day) {
  return sql`
    select distinct on (facility_id) *, valid_from <= ${day}::date and (valid_to is null or valid_to > ${day}::date) as is_open
    from facility_versions where valid_to is null or valid_to > valid_from
    order by facility_id, (valid_from <= ${day}::date and (valid_to is null or valid_to > ${day}::date)) desc,
      (valid_from <= ${day}::date) desc, case when valid_from <= ${day}::date then valid_from end desc, valid_from`
}

const columns = sql`f.id, f.key, v.name, v.region_id as "regionId", r.name as "regionName", v.operator,
  v.security_level as "securityLevel", v.regime, v.holds_sex as "holdsSex", v.latitude, v.longitude, v.timezone,
  v.is_open as "isOpen", v.valid_from::text as "validFrom", v.valid_to::text as "validTo"`

/** The region's name on `day`: looked up once a region, not once a facility. */
function regionOn(day: Day) {
  return sql`left join (
    select distinct on (region_id) region_id, name from region_versions
    order by region_id, (valid_from <= ${day}::date and (valid_to is null or valid_to > ${day}::date)) desc, valid_from desc
    ) r on r.region_id = v.region_id`
}

/** Facilities of `scope` in register order (region, then name), as they were on `day`. */
export async function listFacilities(
  tx: Tx,
  scope: Scope,
  filter: { day: Day; regionIds?: readonly string[] },
): Promise<FacilityRow[]> {
  const rows = await tx.execute<Plain<FacilityRow>>(sql`
    with v as (${versionOn(filter.day)})
    select ${columns} from facilities f join v on v.facility_id = f.id ${regionOn(filter.day)}
    where ${inScope(sql`f.id`, scope)} and ${inRegions(filter.regionIds)}
    order by r.name nulls last, v.name, f.key`)
  return [...rows]
}

function inRegions(regionIds: readonly string[] | undefined) {
  return regionIds ? sql`v.region_id = any(${textArray(regionIds)}::text[]::uuid[])` : sql`true`
}

/** Which facility it is, without what else the register says of it. */
export type FacilityName = Pick<FacilityRow, 'id' | 'key' | 'name' | 'regionName'>

/** The names of the facilities of `scope` that were open on `day`, in register order. */
export async function listOpenFacilities(
  tx: Tx,
  scope: Scope,
  { day, regionIds }: { day: Day; regionIds?: readonly string[] },
): Promise<FacilityName[]> {
  const rows = await tx.execute<Plain<FacilityName>>(sql`
    with v as (select distinct on (facility_id) facility_id, name, region_id from facility_versions
      where valid_from <= ${day}::date and (valid_to is null or valid_to > ${day}::date)
      order by facility_id, valid_from desc)
    select f.id, f.key, v.name, r.name as "regionName" from facilities f join v on v.facility_id = f.id ${regionOn(day)}
    where ${inScope(sql`f.id`, scope)} and ${inRegions(regionIds)}
    order by r.name nulls last, v.name, f.key`)
  return [...rows]
}

/** One facility by its public key, as it was on `day`; undefined when there is none in `scope`. */
export async function findFacility(tx: Tx, scope: Scope, key: string, day: Day): Promise<FacilityRow | undefined> {
  const rows = await tx.execute<Plain<FacilityRow>>(sql`
    with v as (${versionOn(day)})
    select ${columns} from facilities f join v on v.facility_id = f.id ${regionOn(day)}
    where f.key = ${key} and ${inScope(sql`f.id`, scope)}`)
  return rows[0]
}

/** What happened to a facility as a place, what each source calls it, and the quality of one of its months. */
export async function loadFacilityHistory(
  tx: Tx,
  scope: Scope,
  facilityId: string,
  month: Month,
): Promise<FacilityHistory> {
  const own = narrowed(scope, [facilityId])
  const mine = sql`facility_id = ${facilityId} and ${inScope(sql`facility_id`, own)}`
  const rows = await tx.execute<{ history: FacilityHistory }>(sql`select json_build_object(
    'quality', ${qualityOf(mine, month)},
    'versions', (select coalesce(json_agg(json_build_object('name', name, 'operator', operator,
      'securityLevel', security_level, 'regime', regime, 'holdsSex', holds_sex, 'validFrom', valid_from::text,
      'validTo', valid_to::text, 'importId', import_id, 'line', line) order by valid_from), '[]')
      from facility_versions where ${mine}),
    'events', (select coalesce(json_agg(json_build_object('kind', e.kind, 'on', e."on"::text, 'relatedKey', f.key)
      order by e."on"), '[]')
      from facility_events e left join facilities f on f.id = e.related_facility_id
      where e.facility_id = ${facilityId} and ${inScope(sql`e.facility_id`, own)}),
    'keys', (select coalesce(json_agg(json_build_object('source', source, 'key', key, 'validFrom', valid_from::text,
      'validTo', valid_to::text) order by source, valid_from), '[]')
      from facility_keys where ${mine}),
    'certificates', (select coalesce(json_agg(json_build_object('certifiedPlaces', certified_places,
      'spaceM2Multi', space_standard_m_2_multi,
      'issuedBy', issued_by, 'issuedOn', issued_on::text, 'validFrom', valid_from::text, 'validTo', valid_to::text,
      'evidenceRef', evidence_ref, 'importId', import_id, 'line', line) order by valid_from), '[]')
      from capacity_certificates where ${mine} and superseded_at is null),
    'happened', (select coalesce(json_agg(json_build_object('kind', kind, 'on', "on"::text, 'cited', cited)
      order by "on", id), '[]')
      from dated_events where place_id in (${facilityId}, ${countryId}) and withdrawn_at is null),
    'coverage', (select coalesce(json_agg(json_build_object('recordId', c.record_id, 'from', c.from_month,
      'until', c.until_month, 'importId', c.import_id, 'fileName', coalesce(i.file_name, ''),
      'declaredAt', c.declared_at) order by c.record_id, c.declared_at), '[]')
      from (${wholeMonths(sql`${mine} and withdrawn_at is null`)}) c
      left join lateral file_behind(c.import_id) i on true),
    'days', (select coalesce(json_object_agg(record_id, days), '{}') from (
      select record_id, json_agg(distinct day::text) as days from record_coverage
      where ${mine} and from_month = ${monthIndex(month)} and day is not null and withdrawn_at is null group by 1) d)) as history`)
  return rows[0]!.history
}

export interface FacilityHistory {
  quality: MonthQuality
  versions: FacilityVersion[]
  events: { kind: string; on: string; relatedKey: string | null }[]
  keys: { source: string; key: string; validFrom: string; validTo: string | null }[]
  certificates: CertificateRow[]
  /** What was written down of the facility and of the whole country, by its day. */
  happened: Pick<DatedEvent, 'kind' | 'on' | 'cited'>[]
  coverage: CoverageRow[]
  /** The days of the month whose files have come, by record type, where each file holds one day. */
  days: Partial<Record<RecordId, Day[]>>
}

/** That a facility sends the records of a type, from and until which month (month indexes), and by which file it says so. */
export interface CoverageRow {
  recordId: RecordId
  from: number
  until: number
  importId: string
  fileName: string
  declaredAt: string
}

export interface FacilityVersion {
  name: string
  operator: string | null
  securityLevel: string | null
  regime: string | null
  holdsSex: string | null
  validFrom: string
  validTo: string | null
  importId: string | null
  line: number | null
}

export interface CertificateRow {
  certifiedPlaces: number
  /** Square metres a person in a shared cell, by which places were counted. */
  spaceM2Multi: number | null
  issuedBy: string
  issuedOn: string
  validFrom: string
  validTo: string | null
  evidenceRef: string
  importId: string | null
  line: number | null
}

/** Regions as they are named on `day`, with their parents, by name. */
export async function listRegions(
  tx: Tx,
  day: Day,
): Promise<{ id: string; key: string; name: string; parentId: string | null }[]> {
  const rows = await tx.execute<{ id: string; key: string; name: string; parentId: string | null }>(sql`
    select distinct on (v.name, r.id) r.id, r.key, v.name, v.parent_id as "parentId" from regions r
    join lateral (select * from region_versions where region_id = r.id
      order by (valid_from <= ${day}::date and (valid_to is null or valid_to > ${day}::date)) desc, valid_from desc limit 1) v on true
    order by v.name, r.id`)
  return [...rows]
}
