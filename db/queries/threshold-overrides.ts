import { asc, eq } from 'drizzle-orm'
import type { ThresholdOverride } from '../../server/domain/indicators/override.ts'
import type { Day } from '../../server/domain/period.ts'
import type { SourceId } from '../../server/domain/sources/index.ts'
import type { Tx } from '../client.ts'
import { thresholdOverrides } from '../schema/index.ts'

/** The country's own thresholds, of one indicator or of all, those that ended too, by their beginning. */
export async function listOverrides(tx: Tx, indicatorId?: string): Promise<ThresholdOverride[]> {
  const rows = await tx
    .select()
    .from(thresholdOverrides)
    .where(indicatorId === undefined ? undefined : eq(thresholdOverrides.indicatorId, indicatorId))
    .orderBy(asc(thresholdOverrides.indicatorId), asc(thresholdOverrides.validFrom), asc(thresholdOverrides.id))
  return rows.map(({ validFrom, validTo, recordedAt: _, endedBy: __, ...row }) => ({
    ...row,
    source: row.source as SourceId,
    from: validFrom as Day,
    until: validTo as Day | null,
  }))
}

export async function saveOverride(tx: Tx, { from, until, ...row }: ThresholdOverride, now: Date): Promise<void> {
  await tx.insert(thresholdOverrides).values({ ...row, validFrom: from, validTo: until, recordedAt: now })
}

/** Ends an override on a day; gives whether there was one that ran. */
export async function endOverride(tx: Tx, id: string, on: Day, by: string): Promise<boolean> {
  const [row] = await tx.select().from(thresholdOverrides).where(eq(thresholdOverrides.id, id)).for('update')
  if (!row || row.validTo !== null || on < row.validFrom) return false
  await tx.update(thresholdOverrides).set({ validTo: on, endedBy: by }).where(eq(thresholdOverrides.id, id))
  return true
}
