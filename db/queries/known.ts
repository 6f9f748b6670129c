import { type SQL, sql } from 'drizzle-orm'
import { windowsAsKnown } from '../../server/domain/engine/as-known.ts'
import type { Certificate, FacilityReturns, ReportedCell } from '../../server/domain/engine/measure-series.ts'
import type { FacilityPlace } from '../../server/domain/engine/region-tree.ts'
import type { Plain, Tx } from '../client.ts'
import { cellOf } from './series.ts'

/** Whether a row was the current one at a moment: it had been written down, and nothing had taken its place. */
export const wasCurrent = (row: SQL, moment: Date) =>
  sql`${row}.recorded_at <= ${at(moment)} and (${row}.superseded_at is null or ${row}.superseded_at > ${at(moment)})`

/** The same of a record, which came with its import; whatever its source says of when it was typed in. */
export const recordWasCurrent = (row: SQL, moment: Date) => sql`
  exists (select from imports i where i.id = ${row}.import_id and i.accepted_at <= ${at(moment)})
  and (${row}.superseded_at is null or ${row}.superseded_at > ${at(moment)})`

const at = (moment: Date) => sql`${moment.toISOString()}::timestamptz`

const millis = sql`(extract(epoch from recorded_at) * 1000)::float8`

/** The lines, certificates and open windows of a facility as they were known at a moment, without what records give. */
export async function loadReturnsAsKnown(
  tx: Tx,
  facilityId: string,
  moment: Date,
): Promise<FacilityReturns & { own: FacilityPlace[] }> {
  const cells = await tx.execute<Plain<Omit<ReportedCell, 'cell'> & { measureId: string; breakdown: string }>>(sql`
    select measure_id as "measureId", breakdown,
      array_agg(extract(year from month)::int * 12 + extract(month from month)::int - 1 order by month)::int[] as months,
      array_agg(state order by month)::int2[] as states, array_agg(amount order by month) as amounts
    from return_lines l where facility_id = ${facilityId}::uuid and ${wasCurrent(sql`l`, moment)} group by 1, 2 order by 1, 2`)
  const certificates = await tx.execute<Plain<Certificate & { recordedAt: number }>>(sql`
    select certified_places as places, valid_from::text as "from", valid_to::text as until, ${millis} as "recordedAt"
    from capacity_certificates c where facility_id = ${facilityId}::uuid
      and (superseded_at is null or superseded_at > ${at(moment)}) order by valid_from`)
  const versions = await tx.execute<Plain<FacilityPlace & { recordedAt: number }>>(sql`
    select region_id as "regionId", valid_from::text as "from", valid_to::text as until, ${millis} as "recordedAt"
    from facility_versions where facility_id = ${facilityId}::uuid order by valid_from`)
  const own = windowsAsKnown([...versions], moment.getTime())
  return {
    cells: cells.map(({ measureId, breakdown, ...cell }) => ({ cell: cellOf({ measureId, breakdown }), ...cell })),
    certificates: windowsAsKnown([...certificates], moment.getTime()),
    open: own,
    own,
  }
}
