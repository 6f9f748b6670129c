import type { Database } from '../../db/client.ts'
import { endSessionsOf } from '../../db/queries/body-sessions.ts'
import { saveMessage } from '../../db/queries/outgoing-messages.ts'
import { findBody, lockAssignments } from '../../db/queries/people.ts'
import { resetSecondFactors } from '../../db/queries/second-factors.ts'
import { systemActor } from '../domain/access.ts'
import { DomainError } from '../domain/errors.ts'
import { decideRestore, isDuty } from '../domain/people.ts'
import { recordAudit } from './audit.ts'

/**
 * Takes the second factors of the only administrator of a body away, who has lost them, and ends their sessions: with their
 * password they set up others before anything is shown. Whoever runs the installation does it, so it is written into the body's
 * own audit, with the reason, before it is done, and the body's auditors are told by a message, as the administrator is. A
 * password it does not touch. Gives how many sessions were open.
 *
 * @throws DomainError NOT_FOUND for a body that there is none of, and as `decideRestore` does.
 */
export async function restoreAdministrator(
  db: Database,
  asked: { body: string; reason: string },
  now: Date,
): Promise<number> {
  const personId = await db.asSystem(async (tx) => {
    const body = await findBody(tx, asked.body)
    if (!body) throw new DomainError('NOT_FOUND', 'body.none')
    const running = (await lockAssignments(tx, body.id)).filter(({ until }) => !until || until > now)
    const holders = (duty: 'administrator' | 'auditor') => running.filter(({ role }) => isDuty(role, duty))
    const { personId, reason } = decideRestore(
      holders('administrator').map((one) => one.personId),
      asked.reason,
    )
    const by = { ...systemActor, bodyId: body.id }
    const subject = { personId }
    await recordAudit(tx, { by, action: 'second-factor.restore', subject, reason, at: now, requestId: null })
    await saveMessage(tx, 'administrator-restored', personId)
    const auditors = new Set(holders('auditor').map((one) => one.personId))
    for (const auditor of auditors) await saveMessage(tx, 'administrator-restored-told', auditor)
    return personId
  })
  return db.asSignIn(async (tx) => {
    await resetSecondFactors(tx, personId)
    return endSessionsOf(tx, personId)
  })
}
