import { v7 } from 'uuid'
import type { Tx } from '../../db/client.ts'
import { revokeOfInviter, saveInvitation } from '../../db/queries/invitations.ts'
import { findBody, lockAssignments } from '../../db/queries/people.ts'
import { rolesOf, systemActor } from '../domain/access.ts'
import { DomainError } from '../domain/errors.ts'
import { decideInvitation, invitationLifeMs } from '../domain/invitations.ts'
import { isDuty } from '../domain/people.ts'
import { recordAudit } from './audit.ts'
import { prepareBodies } from './bodies.ts'
import { hashOfToken, makeToken } from './one-time-token.ts'

/** How the first administrator of a body comes in: by a token that opens once, until it expires. */
export interface FirstInvitation {
  token: string
  expiresAt: Date
}

/**
 * Asks the first administrator of a body in. The token is told once, to whoever sits at the terminal; no message carries it.
 * An earlier one that was not used opens nothing from then on.
 *
 * @throws DomainError NOT_FOUND for a body that there is none of, NOT_POSSIBLE_NOW when it has an administrator, who
 *   invites all others, INVALID for an address or a name that cannot be used.
 */
export async function inviteFirstAdministrator(
  tx: Tx,
  asked: { body: string; email: string; name: string },
  now: Date,
): Promise<FirstInvitation> {
  await prepareBodies(tx)
  const body = await findBody(tx, asked.body)
  if (!body) throw new DomainError('NOT_FOUND', 'body.none')
  const running = await lockAssignments(tx, body.id)
  if (running.some(({ role }) => isDuty(role, 'administrator')))
    throw new DomainError('NOT_POSSIBLE_NOW', 'body.administered')
  const role = rolesOf(body.kind).find((one) => isDuty(one, 'administrator'))
  if (!role) throw new DomainError('NOT_FOUND', 'body.none')
  const by = { ...systemActor, bodyId: body.id }
  const place = { kind: 'country', id: null } as const
  const { name, email } = decideInvitation(by, body, { ...asked, role, place })
  const id = v7()
  const token = makeToken()
  const expiresAt = new Date(now.getTime() + invitationLifeMs)
  await revokeOfInviter(tx, { bodyId: body.id, invitedBy: by.userId, email }, now)
  const of = { id, bodyId: body.id, name, email, role, placeKind: place.kind, placeId: null, invitedBy: by.userId }
  const isSaved = await saveInvitation(tx, { ...of, invitedAt: now, tokenHash: hashOfToken(token), expiresAt })
  if (!isSaved) throw new DomainError('NOT_POSSIBLE_NOW', 'invitation.running')
  const subject = { invitationId: id, role }
  await recordAudit(tx, { by, action: 'person.bootstrap', subject, at: now, requestId: null })
  return { token, expiresAt }
}
