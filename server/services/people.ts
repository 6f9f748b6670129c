import { v7 } from 'uuid'
import type { Tx } from '../../db/client.ts'
import {
  type Assignment,
  findPerson,
  isPlaceThere,
  lockAssignments,
  saveAssignment,
  saveAssignmentEnd,
} from '../../db/queries/people.ts'
import type { Actor, Place, Role } from '../domain/access.ts'
import { DomainError } from '../domain/errors.ts'
import { decideEnd, decideGrant, type Holding } from '../domain/people.ts'
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
  asked: { personId: string; role: Role; place: Place },
): Promise<string> {
  const { personId, role, place } = asked
  const person = await findPerson(tx, personId)
  const running = person ? await lockAssignments(tx, person.bodyId) : []
  decideGrant(actor, person, asked, running.filter((one) => one.personId === personId).map(holding))
  if (!person || !(await isPlaceThere(tx, place))) throw new DomainError('INVALID', 'assignment.place')
  const id = v7()
  const { kind: placeKind, id: placeId } = place
  const { bodyId } = person
  await saveAssignment(tx, { id, personId, bodyId, role, placeKind, placeId, grantedBy: actor.userId, grantedAt: now })
  const subject = { assignmentId: id, personId, role, placeKind, placeId }
  await recordAudit(tx, { by: actor, action: 'assignment.grant', subject, at: now, requestId })
  return id
}

/** Ends an assignment: from the next request on it opens nothing. */
export async function endAssignment(tx: Tx, { actor, now, requestId }: Occasion, assignmentId: string): Promise<void> {
  const running = actor.bodyId ? await lockAssignments(tx, actor.bodyId) : []
  decideEnd(actor, assignmentId, running.map(holding))
  await saveAssignmentEnd(tx, assignmentId, { at: now, by: actor.userId })
  await recordAudit(tx, { by: actor, action: 'assignment.end', subject: { assignmentId }, at: now, requestId })
}

function holding({ id, personId, role, placeKind, placeId }: Assignment): Holding {
  return { id, personId, role, place: { kind: placeKind, id: placeId } }
}
