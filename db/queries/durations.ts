import { sql } from 'drizzle-orm'
import type { DurationSeries } from '../../server/domain/durations.ts'
import type { MeasureId } from '../../server/domain/measures/index.ts'
import type { Tx } from '../client.ts'
import { arraysOf, castAll, textArray } from './staging.ts'

/** The durations behind medians that the records of some facilities give, by facility and measure. */
export async function listDurations(
  tx: Tx,
  facilityIds: readonly string[],
): Promise<Map<string, Map<MeasureId, DurationSeries>>> {
  const rows = await tx.execute<{
    facility_id: string
    measure_id: MeasureId
    start_month: number
    ended: number[]
    running: number[]
    lengths: number[]
  }>(sql`select facility_id, measure_id, start_month, ended, running, lengths from derived_durations
    where facility_id = any(${textArray(facilityIds)}::text[]::uuid[]) order by 1, 2`)
  const found = new Map<string, Map<MeasureId, DurationSeries>>()
  for (const { facility_id, measure_id, start_month, ...arrays } of rows) {
    const own = found.get(facility_id) ?? new Map<MeasureId, DurationSeries>()
    found.set(facility_id, own.set(measure_id, { startMonth: start_month, ...arrays }))
  }
  return found
}

/** Keeps the durations that changed; those that are no more are taken away. */
export async function saveDurations(
  tx: Tx,
  facilityId: string,
  changed: readonly (readonly [MeasureId, DurationSeries | undefined])[],
): Promise<void> {
  if (changed.length === 0) return
  await tx.execute(sql`delete from derived_durations where facility_id = ${facilityId}::uuid
    and measure_id = any(${textArray(changed.map(([id]) => id))}::text[])`)
  const kept = changed.flatMap(([id, series]) => (series ? [{ id, series }] : []))
  if (kept.length === 0) return
  const columns = [
    { name: 'measure_id', type: 'text', values: kept.map(({ id }) => id) },
    { name: 'start_month', type: 'int', values: kept.map(({ series }) => series.startMonth) },
    { name: 'ended', type: 'int[]', values: kept.map(({ series }) => `{${series.ended.join()}}`) },
    { name: 'running', type: 'int[]', values: kept.map(({ series }) => `{${series.running.join()}}`) },
    { name: 'lengths', type: 'float8[]', values: kept.map(({ series }) => `{${series.lengths.join()}}`) },
  ]
  await tx.execute(sql`insert into derived_durations (facility_id, measure_id, start_month, ended, running, lengths)
    select ${facilityId}::uuid, ${castAll(columns)} from ${arraysOf(columns)}`)
}
