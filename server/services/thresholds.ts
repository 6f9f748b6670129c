import { v7 } from 'uuid'
import type { Tx } from '../../db/client.ts'
import { endOverride, saveOverride } from '../../db/queries/threshold-overrides.ts'
import { systemActor } from '../domain/access.ts'
import { DomainError } from '../domain/errors.ts'
import { findIndicator } from '../domain/indicators/index.ts'
import { faultOfOverride, type ThresholdOverride } from '../domain/indicators/override.ts'
import type { Day } from '../domain/period.ts'
import { recordAudit } from './audit.ts'

/** A threshold that a country sets for itself, before it has an id. */
export type NewOverride = Omit<ThresholdOverride, 'id' | 'until'>

/**
 * Writes down a country's own threshold with who signed it, and gives its id.
 *
 * @throws DomainError INVALID `threshold.…` for a level, source or bound that it may not have, NOT_FOUND `indicator.none`.
 */
export async function setThreshold(tx: Tx, given: NewOverride, now: Date): Promise<string> {
  const bounds = [given.above, given.atLeast, given.below, given.atMost]
  const fault = faultOfOverride(findIndicator(given.indicatorId), { ...given, bounds })
  if (fault) throw new DomainError(fault === 'indicator.none' ? 'NOT_FOUND' : 'INVALID', fault)
  const id = v7({ msecs: now.getTime() })
  await saveOverride(tx, { ...given, id, until: null }, now)
  const subject = { ...given, id }
  await recordAudit(tx, { by: systemActor, action: 'threshold.set', subject, at: now, requestId: null })
  return id
}

/**
 * Ends a country's own threshold on a day; what it said until then stays to be seen.
 *
 * @throws DomainError NOT_FOUND `threshold.none` when there is none that runs, or it begins later.
 */
export async function endThreshold(tx: Tx, given: { id: string; on: Day; signedBy: string }, now: Date): Promise<void> {
  if (given.signedBy.trim() === '') throw new DomainError('INVALID', 'threshold.signed')
  if (!(await endOverride(tx, given.id, given.on, given.signedBy))) throw new DomainError('NOT_FOUND', 'threshold.none')
  await recordAudit(tx, { by: systemActor, action: 'threshold.end', subject: given, at: now, requestId: null })
}
