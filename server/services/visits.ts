import { randomBytes } from 'node:crypto'
import type { Database } from '../../db/client.ts'
import { actorOf, findPerson, type HeldRow, heldRolesIn, nowhere, type Reach } from '../../db/queries/people.ts'
import {
  endSession,
  renewToken,
  type SessionRow,
  saveActingRole,
  saveSession,
  touchSession,
} from '../../db/queries/sign-in.ts'
import type { Actor } from '../domain/access.ts'
import { publicActor } from '../domain/access.ts'
import type { Deed } from '../domain/audit/entry.ts'
import { DomainError } from '../domain/errors.ts'
import { isAlive, isUnseen, sessionLimits } from '../domain/sign-in/session-limits.ts'
import { actingRole, type HeldRole, lackOf, type SignedIn, stranger, type Visitor } from '../domain/visitor.ts'
import { recordAudit } from './audit.ts'

/** When a visit happens, and in which request. */
export interface Moment {
  /** The world's time, by which sessions live and die. */
  clock: Date
  /** The installation's time: a demonstration stands still. */
  now: Date
  requestId: string | null
}

/**
 * Who a session token belongs to at this moment: their session, their roles as they are today, and the actor that they
 * are. A stranger for a token of nobody and for a session that is over.
 */
export async function findVisitor(db: Database, token: string | undefined, { clock, now }: Moment): Promise<Visitor> {
  if (token === undefined) return stranger
  const answer = await db.atDoor<SessionRow, HeldRow>(token, now)
  const [person] = heldRolesIn(answer?.known ?? [])
  if (!answer || !person) return stranger
  const { id: sessionId, userId: personId, name, factors, assignmentId, hasSecondFactor, ...moments } = answer.found
  const times = { seenAt: new Date(moments.seenAt), expiresAt: new Date(moments.expiresAt) }
  if (!isAlive(times, clock)) return stranger
  if (isUnseen(times, clock)) await db.asSignIn((tx) => touchSession(tx, sessionId, clock))
  const { body, held } = person
  const acting = actingRole(held, assignmentId)
  const lacks = lackOf(acting, factors, hasSecondFactor)
  const signedIn: SignedIn = { sessionId, personId, name, body, held, acting, factors, lacks }
  const reach = answer.known.find((row) => row.assignmentId === acting?.assignmentId)?.reach ?? nowhere
  return { signedIn, actor: lacks ? publicActor : await actorIn(signedIn, reach) }
}

function actorIn({ personId, body, acting }: SignedIn, reach: Reach): Promise<Actor> {
  const { assignmentId: id, role, place } = acting as HeldRole
  return actorOf({ id, role, place, personId, bodyId: body.id }, async () => reach)
}

/** A browser that enters, as its owner will recognise it in the list of their sessions. */
export interface Browser {
  address: string | null
  agent: string | null
}

/** Opens a session that began with `factors` proofs. Gives its token, which is the cookie's and nobody else's. */
export async function beginSession(
  db: Database,
  { personId, factors, browser }: { personId: string; factors: 1 | 2; browser: Browser },
  moment: Moment,
): Promise<string> {
  const token = makeToken()
  const { clock } = moment
  const expiresAt = new Date(clock.getTime() + sessionLimits.absoluteMs)
  const seen = { ipAddress: browser.address, userAgent: browser.agent?.slice(0, 300) ?? null }
  const row = { userId: personId, token, factors, expiresAt, ...seen, createdAt: clock, updatedAt: clock }
  await db.asSignIn((tx) => saveSession(tx, row, clock))
  const visitor = await findVisitor(db, token, moment)
  const { signedIn } = visitor
  // A role that is given later does not put in question the one that the person came in.
  if (signedIn?.acting) await keepRole(db, signedIn.sessionId, signedIn.acting.assignmentId)
  await recordVisit(db, visitor, 'session.begin', moment)
  return token
}

const makeToken = () => randomBytes(24).toString('base64url')

/** Gives the visitor's session another token, and gives that: whoever learned the one before has nothing of it. */
export async function renewSession(db: Database, sessionId: string): Promise<string> {
  const token = makeToken()
  await db.asSignIn((tx) => renewToken(tx, sessionId, token))
  return token
}

/** Ends the visitor's own session; nothing happens where there is none. */
export async function leave(db: Database, visitor: Visitor, moment: Moment): Promise<void> {
  const { signedIn } = visitor
  if (!signedIn) return
  await db.asSignIn((tx) => endSession(tx, signedIn.personId, signedIn.sessionId))
  await recordVisit(db, visitor, 'session.end', moment)
}

/**
 * From the next request on the session acts in another of the roles that the person holds, under another token. Gives it:
 * a token that was known to somebody else does not come to see with other eyes.
 *
 * @throws DomainError NOT_FOUND for an assignment that is not theirs or has ended.
 */
export async function chooseRole(
  db: Database,
  visitor: Visitor,
  assignmentId: string,
  moment: Moment,
): Promise<string> {
  const { signedIn } = visitor
  const chosen = signedIn?.held.find((one) => one.assignmentId === assignmentId)
  if (!signedIn || !chosen) throw new DomainError('NOT_FOUND', 'assignment.none')
  await keepRole(db, signedIn.sessionId, assignmentId)
  await recordVisit(db, { ...visitor, signedIn: { ...signedIn, acting: chosen } }, 'session.role', moment)
  return renewSession(db, signedIn.sessionId)
}

const keepRole = (db: Database, sessionId: string, assignmentId: string) =>
  db.asSignIn((tx) => saveActingRole(tx, sessionId, assignmentId))

/** An entry of the audit about a session, in the name of its person, whatever they act in. */
export async function recordVisit(db: Database, { signedIn }: Visitor, action: string, moment: Moment): Promise<void> {
  if (!signedIn) return
  const { personId, body, acting, sessionId, factors } = signedIn
  const who = { ...publicActor, userId: personId, bodyId: body.id }
  const by: Actor = acting
    ? { ...who, role: acting.role, assignment: { id: acting.assignmentId, place: acting.place } }
    : who
  const { now: at, requestId } = moment
  await db.asSystem((tx) => recordAudit(tx, { by, action, subject: { sessionId, factors }, at, requestId }))
}

/** An entry of the audit about what a person did with their own account. */
export function recordAccountDeed(db: Database, personId: string, action: string, moment: Moment): Promise<void> {
  return recordOwn(db, personId, { action }, moment)
}

/**
 * An entry of the audit about an entry that was refused: in the chain of the person's body, or in the installation's own
 * where it was nobody's account. With the last attempt of a window the account, or the address, is locked.
 */
export function recordRefusedEntry(
  db: Database,
  personId: string,
  { way, isLast = false }: { way: string; isLast?: boolean },
  moment: Moment,
): Promise<void> {
  const subject = { way, ...(isLast && { locked: true }) }
  return recordOwn(db, personId, { action: 'session.begin', outcome: 'refused', subject }, moment)
}

function recordOwn(
  db: Database,
  personId: string,
  deed: Pick<Deed, 'action' | 'outcome' | 'subject'>,
  { now: at, requestId }: Moment,
): Promise<void> {
  return db.asSystem(async (tx) => {
    const person = await findPerson(tx, personId)
    const by = { ...publicActor, userId: person?.id ?? publicActor.userId, bodyId: person?.bodyId ?? null }
    await recordAudit(tx, { by, ...deed, at, requestId })
  })
}
