import { v7 } from 'uuid'
import type { Tx } from '../../db/client.ts'
import { endExpired, listBodyPeople, savePersonEnd } from '../../db/queries/body-people.ts'
import { endBodySession, endSessionsOf } from '../../db/queries/body-sessions.ts'
import { saveMessage } from '../../db/queries/outgoing-messages.ts'
import {
  type Assignment,
  findPerson,
  isPlaceThere,
  lockAssignments,
  saveAssignment,
  saveAssignmentEnd,
} from '../../db/queries/people.ts'
import { countResets, resetSecondFactors } from '../../db/queries/second-factors.ts'
import type { Actor, Place, Role } from '../domain/access.ts'
import { DomainError } from '../domain/errors.ts'
import { decideEnd, decideGrant, decidePersonEnd, decideReset, type Holding, refusePast } from '../domain/people.ts'
import { recordAudit } from './audit.ts'

/** Who does it, when, and in which request. */
export interface Occasion {
  actor: Actor
  now: Date
  requestId: string | null
}

/** Gives a person a role at a place. Gives the id of the assignment. */
export async function grantAssignment(
  tx: Tx,
  { actor, now, requestId }: Occasion,
  asked: { personId: string; role: Role; place: Place; until?: Date | undefined },
): Promise<string> {
  const { personId, role, place, until } = asked
  const person = await findPerson(tx, personId)
  const running = person ? await lockRunning(tx, person.bodyId, now) : []
  decideGrant(actor, person, asked, running.filter((one) => one.personId === personId).map(holding))
  refusePast(until, now)
  if (!person || !(await isPlaceThere(tx, place))) throw new DomainError('INVALID', 'assignment.place')
  const id = v7()
  const { kind: placeKind, id: placeId } = place
  const { bodyId } = person
  const granted = { grantedBy: actor.userId, grantedAt: now, until: until ?? null }
  await saveAssignment(tx, { id, personId, bodyId, role, placeKind, placeId, ...granted })
  const subject = { assignmentId: id, personId, role, placeKind, placeId, until: until?.toISOString() ?? null }
  await recordAudit(tx, { by: actor, action: 'assignment.grant', subject, at: now, requestId })
  return id
}

/** Ends an assignment: from the next request on it opens nothing. */
export async function endAssignment(tx: Tx, { actor, now, requestId }: Occasion, assignmentId: string): Promise<void> {
  const running = actor.bodyId ? await lockRunning(tx, actor.bodyId, now) : []
  decideEnd(actor, assignmentId, running.map(holding))
  await saveAssignmentEnd(tx, assignmentId, { at: now, by: actor.userId })
  const { personId } = running.find((one) => one.id === assignmentId)!
  await recordAudit(tx, {
    by: actor,
    action: 'assignment.end',
    subject: { assignmentId, personId },
    at: now,
    requestId,
  })
}

/** Ends a person: every role and every session of theirs, and for good. Gives how many sessions were open. */
export async function endPerson(tx: Tx, { actor, now, requestId }: Occasion, personId: string): Promise<number> {
  const person = await findPerson(tx, personId)
  const running = person ? await lockRunning(tx, person.bodyId, now) : []
  decidePersonEnd(actor, person, running.map(holding))
  const own = running.filter((one) => one.personId === personId).map((one) => one.id)
  for (const id of own) await saveAssignmentEnd(tx, id, { at: now, by: actor.userId })
  await savePersonEnd(tx, personId, { at: now, by: actor.userId })
  const sessions = await endSessionsOf(tx, personId)
  const subject = { personId, assignmentIds: own, sessions }
  await recordAudit(tx, { by: actor, action: 'person.end', subject, at: now, requestId })
  return sessions
}

/**
 * Ends one session of a person of the actor's own body: its next request is refused.
 *
 * @throws DomainError NOT_FOUND for a session of another body, and for one that has ended.
 */
export async function endSession(tx: Tx, { actor, now, requestId }: Occasion, sessionId: string): Promise<void> {
  const personId = await endBodySession(tx, sessionId)
  if (!personId) throw new DomainError('NOT_FOUND', 'session.ended')
  await recordAudit(tx, { by: actor, action: 'session.end', subject: { sessionId, personId }, at: now, requestId })
}

/** Ends all sessions of a person of the actor's own body. Gives how many there were. */
export async function endSessions(tx: Tx, { actor, now, requestId }: Occasion, personId: string): Promise<number> {
  const person = await findPerson(tx, personId)
  if (!person || person.bodyId !== actor.bodyId) throw new DomainError('NOT_FOUND', 'person.none')
  const sessions = await endSessionsOf(tx, personId)
  await recordAudit(tx, { by: actor, action: 'session.end-all', subject: { personId, sessions }, at: now, requestId })
  return sessions
}

/**
 * Takes the second factors of a person away who has lost them, and ends their sessions: at their next sign-in they set up
 * another before anything is shown. They are told by a message. Gives how many sessions were open.
 */
export async function resetSecondFactor(
  tx: Tx,
  { actor, now, requestId }: Occasion,
  { personId, reason: given }: { personId: string; reason: string },
): Promise<number> {
  const [person] = actor.bodyId ? await listBodyPeople(tx, actor.bodyId, personId) : []
  // Two administrators of a body count one after the other.
  if (actor.bodyId) await lockRunning(tx, actor.bodyId, now)
  const resets = actor.bodyId ? await countResets(tx, actor.bodyId) : 0
  const reason = decideReset(actor, person && { ...person, bodyId: actor.bodyId ?? '' }, given, resets)
  await resetSecondFactors(tx, personId)
  const sessions = await endSessionsOf(tx, personId)
  await saveMessage(tx, 'second-factor-reset', personId)
  const subject = { personId, sessions }
  await recordAudit(tx, { by: actor, action: 'second-factor.reset', subject, reason, at: now, requestId })
  return sessions
}

/** What runs in a body, locked; what was granted until a moment that has come is ended first. */
async function lockRunning(tx: Tx, bodyId: string, now: Date): Promise<Assignment[]> {
  await endExpired(tx, bodyId, now)
  return lockAssignments(tx, bodyId)
}

function holding({ id, personId, role, placeKind, placeId, until }: Assignment): Holding {
  return { id, personId, role, place: { kind: placeKind, id: placeId }, until }
}
