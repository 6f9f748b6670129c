import { sql } from 'drizzle-orm'
import { coveredBy } from '../../server/domain/engine/derived-series.ts'
import type { FacilityReturns } from '../../server/domain/engine/measure-series.ts'
import type { Tx } from '../client.ts'
import { listCoverage, listDerived, listTimeZones } from './derived.ts'
import { cellOf } from './series.ts'
import { textArray } from './staging.ts'

/** Facilities by id with the row locked, in the order of their ids, so that two recomputes never wait for each other in a ring. */
export async function lockFacilities(tx: Tx, facilityIds: readonly string[]): Promise<void> {
  await tx.execute(
    sql`select id from facilities where id = any(${textArray(facilityIds)}::text[]::uuid[]) order by id for update`,
  )
}

/** The current lines, the certificates, the open windows and what records give, of the named facilities: all that their measures are made of. */
export async function loadReturns(tx: Tx, facilityIds: readonly string[]): Promise<Map<string, FacilityReturns>> {
  const ids = sql`${textArray(facilityIds)}::text[]::uuid[]`
  const [cells, certificates, open, derived, declared, zones] = await Promise.all([
    tx.execute<{
      facility_id: string
      measure_id: string
      breakdown: string
      months: number[]
      states: number[]
      amounts: (number | null)[]
    }>(sql`
      select facility_id, measure_id, breakdown,
        array_agg(${monthOf} order by month)::int[] as months,
        array_agg(state order by month)::int2[] as states, array_agg(amount order by month) as amounts
      from return_lines where superseded_at is null and facility_id = any(${ids}) group by 1, 2, 3 order by 1, 2, 3`),
    tx.execute<{
      facility_id: string
      places: number
      squareMetres: number | null
      from: string
      until: string | null
    }>(sql`
      select facility_id, certified_places as places, space_standard_m_2_multi as "squareMetres",
        valid_from::text as "from", valid_to::text as until
      from capacity_certificates where superseded_at is null and facility_id = any(${ids}) order by valid_from`),
    tx.execute<{ facility_id: string; from: string; until: string | null }>(sql`
      select facility_id, valid_from::text as "from", valid_to::text as until
      from facility_versions where facility_id = any(${ids}) order by valid_from`),
    listDerived(tx, facilityIds),
    listCoverage(tx, facilityIds),
    listTimeZones(tx, facilityIds),
  ])
  const byFacility = new Map(facilityIds.map((id) => [id, { cells: [], certificates: [], open: [] } as MutableReturns]))
  for (const row of cells) {
    byFacility.get(row.facility_id)?.cells.push({
      cell: cellOf({ measureId: row.measure_id, breakdown: row.breakdown }),
      months: row.months,
      states: row.states,
      amounts: row.amounts,
    })
  }
  for (const row of certificates) byFacility.get(row.facility_id)?.certificates.push(row)
  for (const row of open) byFacility.get(row.facility_id)?.open.push(row)
  for (const [id, given] of declared) {
    const covered = coveredBy(given, zones.get(id) ?? 'UTC')
    const facility = byFacility.get(id)
    if (covered && facility) facility.records = { covered, cells: derived.get(id) ?? new Map() }
  }
  return byFacility
}

type MutableReturns = { [Key in 'cells' | 'certificates' | 'open']: FacilityReturns[Key][number][] } & Pick<
  FacilityReturns,
  'records'
>

/** A month's index (server/domain/period.ts) in SQL. */
const monthOf = sql`(extract(year from month)::int * 12 + extract(month from month)::int - 1)`
