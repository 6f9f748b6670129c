import { v7 } from 'uuid'
import type { Tx } from '../../db/client.ts'
import { endOverride, listOverrides, saveOverride, withdrawOverride } from '../../db/queries/threshold-overrides.ts'
import { DomainError } from '../domain/errors.ts'
import { findIndicator } from '../domain/indicators/index.ts'
import { faultOfOverride, followsOn, type ThresholdOverride } from '../domain/indicators/override.ts'
import type { Day } from '../domain/period.ts'
import { recordAudit } from './audit.ts'
import type { Occasion } from './people.ts'

/** A threshold that a country sets for itself, before it has an id. */
export type NewOverride = Omit<ThresholdOverride, 'id' | 'endedBy' | 'withdrawn'>

/**
 * Writes down a country's own threshold with who signed it, and gives its id. The one of the same place and level that runs
 * ends on the day on which this one begins.
 *
 * @throws DomainError INVALID `threshold.…` for a level, source or bound that it may not have, one that would take from a hard
 *   limit of a rule, or one that reaches back over another; NOT_FOUND `indicator.none`.
 */
export async function setThreshold(tx: Tx, given: NewOverride, occasion: Occasion): Promise<string> {
  const fault = faultOfOverride(findIndicator(given.indicatorId), given)
  if (fault) throw new DomainError(fault === 'indicator.none' ? 'NOT_FOUND' : 'INVALID', fault)
  const set = { ...given, endedBy: null, withdrawn: null }
  const follows = followsOn(await listOverrides(tx, given.indicatorId), set)
  if ('fault' in follows) throw new DomainError('INVALID', follows.fault, { from: follows.from })
  const { replaces } = follows
  if (replaces) await endThreshold(tx, { id: replaces, on: given.from, signedBy: given.signedBy }, occasion)
  const id = v7({ msecs: occasion.now.getTime() })
  await saveOverride(tx, { ...set, id }, occasion.now)
  await record(tx, 'threshold.set', { ...given, id }, occasion)
  return id
}

/**
 * Ends a country's own threshold on a day; what it said until then stays to be seen.
 *
 * @throws DomainError NOT_FOUND `threshold.none` when there is none that runs, or it begins later.
 */
export async function endThreshold(
  tx: Tx,
  given: { id: string; on: Day; signedBy: string },
  occasion: Occasion,
): Promise<void> {
  if (given.signedBy.trim() === '') throw new DomainError('INVALID', 'threshold.signed')
  if (!(await endOverride(tx, given.id, given.on, given.signedBy))) throw new DomainError('NOT_FOUND', 'threshold.none')
  await record(tx, 'threshold.end', given, occasion)
}

/**
 * Takes back a threshold that was written down by mistake: it was never in force. It stays to be seen with who took it back
 * and why.
 *
 * @throws DomainError NOT_FOUND `threshold.none` when there is none, INVALID `threshold.why` without a name or a reason.
 */
export async function withdrawThreshold(
  tx: Tx,
  given: { id: string; signedBy: string; why: string },
  occasion: Occasion,
): Promise<void> {
  if (given.signedBy.trim() === '' || given.why.trim() === '') throw new DomainError('INVALID', 'threshold.why')
  const isTaken = await withdrawOverride(tx, given.id, { at: occasion.now, by: given.signedBy, why: given.why })
  if (!isTaken) throw new DomainError('NOT_FOUND', 'threshold.none')
  await record(tx, 'threshold.withdraw', given, occasion)
}

async function record(tx: Tx, action: string, subject: object, { actor, now, requestId }: Occasion): Promise<void> {
  await recordAudit(tx, { by: actor, action, subject: { ...subject }, at: now, requestId })
}
