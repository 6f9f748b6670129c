import type { Tx } from '../../db/client.ts'
import { lockReturnMonth, saveMonthStep } from '../../db/queries/months.ts'
import { type Actor, can } from '../domain/access.ts'
import { DomainError } from '../domain/errors.ts'
import { type MonthState, nextMonthState } from '../domain/months.ts'
import type { Month } from '../domain/period.ts'

/** Locks a facility's month: from then on a correction is a revision with its reason. */
export async function lockMonth(
  tx: Tx,
  actor: Actor,
  at: { facilityId: string; month: Month },
  now: Date,
): Promise<MonthState> {
  if (!can(actor, 'month.lock', at.facilityId)) throw new DomainError('NOT_PERMITTED', 'error.not-permitted')
  const from = await lockReturnMonth(tx, at.facilityId, at.month, now)
  const to = nextMonthState(from, 'lock')
  await saveMonthStep(tx, { ...at, from, to, by: actor.userId, at: now })
  return to
}
