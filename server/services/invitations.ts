import { v7 } from 'uuid'
import type { Tx } from '../../db/client.ts'
import { saveAccount } from '../../db/queries/accounts.ts'
import {
  findBodyById,
  findInvitation,
  type Invitation,
  lockInvitation,
  revokeOfEmail,
  saveAcceptance,
  saveInvitation,
  saveRevocation,
  saveToken,
} from '../../db/queries/invitations.ts'
import { saveMessage } from '../../db/queries/outgoing-messages.ts'
import { isPlaceThere, listHeldRoles, saveAssignment, savePerson } from '../../db/queries/people.ts'
import { isRole, type Place, permissionsOf, type Role, systemActor } from '../domain/access.ts'
import { DomainError } from '../domain/errors.ts'
import { type AskedInvitation, decideInvitation, invitationLifeMs, invitationState } from '../domain/invitations.ts'
import { recordAudit } from './audit.ts'
import { hashOfToken, isToken, makeToken } from './one-time-token.ts'
import type { Occasion } from './people.ts'

/**
 * Asks somebody to become a person of a body. Their message waits to be sent from then on; an older invitation of the same
 * address in the same body is revoked. Gives the id of the invitation.
 *
 * @throws DomainError as `decideInvitation` does.
 */
export async function invitePerson(
  tx: Tx,
  { actor, now, requestId }: Occasion,
  bodyId: string,
  asked: AskedInvitation,
): Promise<string> {
  const { name, email, role, place } = decideInvitation(actor, await findBodyById(tx, bodyId), asked)
  if (!(await isPlaceThere(tx, place))) throw new DomainError('INVALID', 'assignment.place')
  const replaced = await revokeOfEmail(tx, { bodyId, email }, { at: now, by: actor.userId })
  const id = v7()
  const { kind: placeKind, id: placeId } = place
  const row = { id, bodyId, name, email, role, placeKind, placeId, invitedBy: actor.userId, invitedAt: now }
  if (!(await saveInvitation(tx, row))) throw new DomainError('NOT_POSSIBLE_NOW', 'invitation.running')
  await saveMessage(tx, 'invitation', id)
  const subject = { invitationId: id, role, placeKind, placeId, ...(replaced ? { replaced } : {}) }
  await recordAudit(tx, { by: actor, action: 'person.invite', subject, at: now, requestId })
  return id
}

/** Takes an invitation back: its token opens nothing from then on. */
export async function revokeInvitation(tx: Tx, { actor, now, requestId }: Occasion, id: string): Promise<void> {
  const isRevoked = await saveRevocation(tx, id, { at: now, by: actor.userId })
  if (!isRevoked) throw new DomainError('NOT_FOUND', 'invitation.none')
  const subject = { invitationId: id }
  await recordAudit(tx, { by: actor, action: 'invitation.revoke', subject, at: now, requestId })
}

/** Makes the token of an invitation's message; the one before it opens nothing any more. Undefined when it is open no longer. */
export async function issueToken(tx: Tx, id: string, now: Date) {
  const token = makeToken()
  const expiresAt = new Date(now.getTime() + invitationLifeMs)
  const invitation = await saveToken(tx, id, { hash: hashOfToken(token), expiresAt })
  return invitation && { token, expiresAt, invitation }
}

/** Whom an invitation is for, shown to whoever holds its token. */
export interface OpenInvitation {
  name: string
  email: string
  role: Role
}

/**
 * The open invitation of a token. One that is foreign, used, revoked or expired, and what is no token, give the same answer.
 *
 * @throws DomainError NOT_FOUND.
 */
export async function readInvitation(tx: Tx, token: string, now: Date): Promise<OpenInvitation> {
  const found = isToken(token) ? await findInvitation(tx, hashOfToken(token)) : undefined
  const { name, email, role } = await openOr(tx, found, now)
  return { name, email, role }
}

/**
 * Takes an invitation up: makes the account, the person and their role, and writes it down as the person's own deed. Runs as
 * the system, for nobody has entered yet. Gives the id of the account.
 *
 * @throws DomainError NOT_FOUND as `readInvitation` does, NOT_POSSIBLE_NOW when the address has an account already.
 */
export async function acceptInvitation(
  tx: Tx,
  { now, requestId }: Omit<Occasion, 'actor'>,
  { token, passwordHash }: { token: string; passwordHash: string },
): Promise<string> {
  const found = isToken(token) ? await lockInvitation(tx, hashOfToken(token)) : undefined
  const invitation = await openOr(tx, found, now)
  const { id, bodyId, name, email, role, placeKind, placeId, invitedBy } = invitation
  const place: Place = { kind: placeKind, id: placeId }
  if (!(await isPlaceThere(tx, place))) throw new DomainError('NOT_FOUND', 'invitation.none')
  const [userId, assignmentId] = [v7(), v7()]
  if (!(await saveAccount(tx, { userId, name, email, passwordHash, at: now }))) {
    throw new DomainError('NOT_POSSIBLE_NOW', 'invitation.has-account')
  }
  await savePerson(tx, { id: userId, bodyId, addedAt: now })
  const held = { placeKind, placeId, grantedBy: invitedBy, grantedAt: now }
  await saveAssignment(tx, { id: assignmentId, personId: userId, bodyId, role, ...held })
  await saveAcceptance(tx, id, userId, now)
  const by = { userId, role, bodyId, facilities: [], assignment: { id: assignmentId, place } }
  const subject = { invitationId: id, invitedBy }
  await recordAudit(tx, { by, action: 'invitation.accept', subject, at: now, requestId })
  return userId
}

async function openOr(tx: Tx, found: Invitation | undefined, now: Date): Promise<Invitation & { role: Role }> {
  const isOpen = found && isRole(found.role) && invitationState(found, now) === 'sent'
  if (!isOpen || !(await mayStillInvite(tx, found, now))) throw new DomainError('NOT_FOUND', 'invitation.none')
  return { ...found, role: found.role as Role }
}

/** Whether whoever invited might still do so: somebody whose role was ended leaves no door open behind them. */
async function mayStillInvite(tx: Tx, { invitedBy, bodyId }: Invitation, now: Date): Promise<boolean> {
  if (invitedBy === systemActor.userId) return true
  const [inviter] = await listHeldRoles(tx, [invitedBy], now)
  if (inviter?.body.id !== bodyId) return false
  return inviter.held.some(({ role }) => permissionsOf({ role, facilities: 'all' }).includes('person.invite'))
}
