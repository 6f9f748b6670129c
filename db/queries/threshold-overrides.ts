import { and, asc, eq, isNull } from 'drizzle-orm'
import type { OverridePlace, ThresholdOverride } from '../../server/domain/indicators/override.ts'
import type { Day } from '../../server/domain/period.ts'
import type { SourceId } from '../../server/domain/sources/index.ts'
import type { Tx } from '../client.ts'
import { thresholdOverrides } from '../schema/index.ts'
import { countryId } from './places.ts'

type Row = typeof thresholdOverrides.$inferSelect

/** The country's own thresholds, of one indicator or of all, those that ended or were withdrawn too, by their beginning. */
export async function listOverrides(tx: Tx, indicatorId?: string): Promise<ThresholdOverride[]> {
  const rows = await tx
    .select()
    .from(thresholdOverrides)
    .where(indicatorId === undefined ? undefined : eq(thresholdOverrides.indicatorId, indicatorId))
    .orderBy(asc(thresholdOverrides.indicatorId), asc(thresholdOverrides.validFrom), asc(thresholdOverrides.id))
  return rows.map(overrideOf)
}

function overrideOf({ validFrom, validTo, facilityId, regionId, recordedAt: _, ...row }: Row): ThresholdOverride {
  const { withdrawnAt, withdrawnBy, withdrawnWhy, ...rest } = row
  return {
    ...rest,
    place: placeOf(facilityId, regionId),
    source: row.source as SourceId,
    from: validFrom as Day,
    until: validTo as Day | null,
    withdrawn: withdrawnAt && { at: withdrawnAt, by: withdrawnBy ?? '', why: withdrawnWhy ?? '' },
  }
}

function placeOf(facilityId: string | null, regionId: string | null): OverridePlace {
  if (facilityId) return { kind: 'facility', id: facilityId }
  return regionId ? { kind: 'region', id: regionId } : { kind: 'country', id: countryId }
}

export async function saveOverride(
  tx: Tx,
  { from, until, place, withdrawn: _, ...row }: ThresholdOverride,
  now: Date,
): Promise<void> {
  const where = {
    facilityId: place.kind === 'facility' ? place.id : null,
    regionId: place.kind === 'region' ? place.id : null,
  }
  await tx.insert(thresholdOverrides).values({ ...row, ...where, validFrom: from, validTo: until, recordedAt: now })
}

/** Ends an override on a day; gives whether there was one that ran. */
export async function endOverride(tx: Tx, id: string, on: Day, by: string): Promise<boolean> {
  const row = await lockOverride(tx, id)
  if (!row || row.validTo !== null || on < row.validFrom) return false
  await tx.update(thresholdOverrides).set({ validTo: on, endedBy: by }).where(eq(thresholdOverrides.id, id))
  return true
}

/** Takes an override back that was written down by mistake; gives whether it stood until then. */
export async function withdrawOverride(
  tx: Tx,
  id: string,
  { at, by, why }: NonNullable<ThresholdOverride['withdrawn']>,
): Promise<boolean> {
  if (!(await lockOverride(tx, id))) return false
  const taken = { withdrawnAt: at, withdrawnBy: by, withdrawnWhy: why }
  await tx.update(thresholdOverrides).set(taken).where(eq(thresholdOverrides.id, id))
  return true
}

async function lockOverride(tx: Tx, id: string): Promise<Row | undefined> {
  const [row] = await tx
    .select()
    .from(thresholdOverrides)
    .where(and(eq(thresholdOverrides.id, id), isNull(thresholdOverrides.withdrawnAt)))
    .for('update')
  return row
}
