import { v7 } from 'uuid'
import type { Tx } from '../../db/client.ts'
import { findDatedEvent, saveDatedEvent, withdrawDatedEvent } from '../../db/queries/dated-events.ts'
import { type DatedEvent, mayRecordAt } from '../domain/dated-events.ts'
import { DomainError } from '../domain/errors.ts'
import { localDay } from '../domain/period.ts'
import { recordAudit } from './audit.ts'
import type { Occasion } from './people.ts'

/**
 * Writes down what happened at a place, and gives its id.
 *
 * @throws DomainError NOT_PERMITTED `event.not-yours` outside of the actor's own places, INVALID `event.future` for a day that
 *   has not come anywhere yet, `event.no-source` without a source.
 */
export async function recordEvent(tx: Tx, given: Omit<DatedEvent, 'id'>, { actor, now, requestId }: Occasion) {
  if (!mayRecordAt(actor, { kind: given.placeKind, id: given.placeId })) {
    throw new DomainError('NOT_PERMITTED', 'event.not-yours')
  }
  // The zone that comes first to every day.
  if (given.on > localDay(now, 'Pacific/Kiritimati')) throw new DomainError('INVALID', 'event.future')
  const cited = given.cited.trim()
  if (cited === '') throw new DomainError('INVALID', 'event.no-source')
  const event = { ...given, cited, id: v7({ msecs: now.getTime() }) }
  await saveDatedEvent(tx, event, actor.userId, now)
  await recordAudit(tx, { by: actor, action: 'event.record', subject: { ...event }, at: now, requestId })
  return event.id
}

/**
 * Withdraws an event that was written down by mistake; it stays in the database and in the audit.
 *
 * @throws DomainError NOT_FOUND `event.none` where there is none, or none that the actor may withdraw.
 */
export async function withdrawEvent(tx: Tx, id: string, { actor, now, requestId }: Occasion): Promise<void> {
  const event = await findDatedEvent(tx, id)
  const isOwn = event && mayRecordAt(actor, { kind: event.kind, id: event.placeId })
  if (!isOwn || !(await withdrawDatedEvent(tx, id, actor.userId, now))) throw new DomainError('NOT_FOUND', 'event.none')
  await recordAudit(tx, { by: actor, action: 'event.withdraw', subject: { id }, at: now, requestId })
}
