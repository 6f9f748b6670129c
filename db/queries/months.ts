import { and, eq } from 'drizzle-orm'
import type { MonthState } from '../../server/domain/months.ts'
import { firstDay, type Month } from '../../server/domain/period.ts'
import type { Tx } from '../client.ts'
import { returnMonthEvents, returnMonths } from '../schema/index.ts'

/** The state of a facility's month with its row locked; a month without a row is open. */
export async function lockReturnMonth(tx: Tx, facilityId: string, month: Month, now: Date): Promise<MonthState> {
  await tx
    .insert(returnMonths)
    .values({ facilityId, month: firstDay(month), state: 'open', changedAt: now })
    .onConflictDoNothing()
  const [row] = await tx
    .select({ state: returnMonths.state })
    .from(returnMonths)
    .where(and(eq(returnMonths.facilityId, facilityId), eq(returnMonths.month, firstDay(month))))
    .for('update')
  return row?.state ?? 'open'
}

/** Writes down a month's new state and the step that led to it. */
export async function saveMonthStep(
  tx: Tx,
  step: { facilityId: string; month: Month; from: MonthState; to: MonthState; by: string; at: Date },
): Promise<void> {
  const { facilityId, from, to, by, at } = step
  const month = firstDay(step.month)
  await tx
    .update(returnMonths)
    .set({ state: to, changedAt: at })
    .where(and(eq(returnMonths.facilityId, facilityId), eq(returnMonths.month, month)))
  await tx.insert(returnMonthEvents).values({ facilityId, month, from, to, by, at })
}
