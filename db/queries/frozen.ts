import { sql } from 'drizzle-orm'
import { dayNumber } from '../../server/domain/kernels/columns.ts'
import type { CellId } from '../../server/domain/measures/index.ts'
import { type Frozen, type FrozenStretch, frozenOf } from '../../server/domain/retention/frozen.ts'
import type { Tx } from '../client.ts'
import { textArray } from './staging.ts'

const uuids = (ids: readonly string[]) => sql`${textArray(ids)}::text[]::uuid[]`

/** Until which day (days since 1970) the records of facilities are gone; a facility of which nothing is gone is not there. */
export async function listGoneUntil(tx: Tx, facilityIds?: readonly string[]): Promise<Map<string, number>> {
  const rows = await tx.execute<{ id: string; day: string }>(sql`
    select facility_id as id, max(gone_until)::text as day from retention_freezes
    where ${facilityIds ? sql`facility_id = any(${uuids(facilityIds)})` : sql`true`} group by 1`)
  return new Map(rows.map(({ id, day }) => [id, dayNumber(day)]))
}

/** What is frozen of a facility; undefined when nothing is. */
export async function findFrozen(tx: Tx, facilityId: string): Promise<Frozen | undefined> {
  const goneUntil = (await listGoneUntil(tx, [facilityId])).get(facilityId)
  if (goneUntil === undefined) return undefined
  const rows = await tx.execute<FrozenStretch & Record<string, unknown>>(sql`
    select look_back_days as "lookBackDays", from_month as "from", until_month as until, c.cells, amounts, reasons, durations
    from frozen_series s join frozen_cells c on c.id = s.cells_id where facility_id = ${facilityId}::uuid`)
  return frozenOf(goneUntil, [...rows])
}

const array = (values: readonly (number | null)[]) => `{${values.map((value) => value ?? 'NULL').join(',')}}`

/** Keeps stretches of a facility for ever, each with the hash over it. */
export async function saveFrozen(
  tx: Tx,
  facilityId: string,
  stretches: readonly (FrozenStretch & { sha256: string; cellsId: string })[],
  now: Date,
): Promise<void> {
  for (const { lookBackDays, from, until, cells, amounts, reasons, durations, sha256, cellsId } of stretches) {
    await tx.execute(sql`insert into frozen_cells (id, cells)
      values (${cellsId}, ${textArray(cells as readonly CellId[])}::text[]) on conflict do nothing`)
    await tx.execute(sql`insert into frozen_series
      (facility_id, look_back_days, from_month, until_month, cells_id, amounts, reasons, durations, sha256, frozen_at)
      values (${facilityId}::uuid, ${lookBackDays}, ${from}, ${until}, ${cellsId}, ${array(amounts)}::float8[],
        ${array(reasons)}::int2[], ${JSON.stringify(durations)}::text::jsonb, ${sha256}, ${now.toISOString()}::timestamptz)`)
  }
}

/** Says until which day the records of a facility are gone, and what they were. */
export async function saveFreeze(
  tx: Tx,
  freeze: {
    id: string
    facilityId: string
    goneUntil: string
    frozenAt: Date
    runId: string
    rows: number
    sha256: string
  },
): Promise<void> {
  const { id, facilityId, goneUntil, frozenAt, runId, rows, sha256 } = freeze
  await tx.execute(sql`insert into retention_freezes (id, facility_id, gone_until, frozen_at, run_id, rows, records_sha256)
    values (${id}::uuid, ${facilityId}::uuid, ${goneUntil}::date, ${frozenAt.toISOString()}::timestamptz, ${runId}::uuid,
      ${rows}, ${sha256})`)
}
