import { and, eq, gt, lt, sql } from 'drizzle-orm'
import type { Tx } from '../client.ts'
import { account, rateLimit, session, twoFactor, user, verification } from '../schema/sign-in.ts'

/** What is known of a user who may sign in. The id is the person's too. */
export async function findUserByEmail(tx: Tx, email: string): Promise<{ id: string; name: string } | undefined> {
  const [row] = await tx.select({ id: user.id, name: user.name }).from(user).where(eq(user.email, email.toLowerCase()))
  return row
}

/** Adds a user with one way to prove who they are; `providerId` names it. */
export async function saveUser(
  tx: Tx,
  { providerId, now, ...who }: { id: string; name: string; email: string; providerId: string; now: Date },
): Promise<void> {
  const times = { createdAt: now, updatedAt: now }
  await tx.insert(user).values({ ...who, email: who.email.toLowerCase(), ...times })
  await tx.insert(account).values({ userId: who.id, accountId: who.id, providerId, ...times })
}

/** Users who can enter by `providerId`, in the order in which they came. */
export function listUsersOf(tx: Tx, providerId: string): Promise<{ id: string; name: string }[]> {
  return tx
    .select({ id: user.id, name: user.name })
    .from(user)
    .innerJoin(account, eq(account.userId, user.id))
    .where(eq(account.providerId, providerId))
    .orderBy(user.id)
}

/** Everybody who has an account, in the order in which they came. */
export function listUsers(tx: Tx): Promise<{ id: string; name: string; email: string }[]> {
  return tx.select({ id: user.id, name: user.name, email: user.email }).from(user).orderBy(user.id)
}

/** Opens a session, and clears away those of anybody that are over. */
export async function saveSession(tx: Tx, row: typeof session.$inferInsert, now: Date): Promise<void> {
  await tx.delete(session).where(lt(session.expiresAt, now))
  await tx.insert(session).values(row)
}

/** Writes down which of their roles a person acts in. */
export async function saveActingRole(tx: Tx, sessionId: string, assignmentId: string): Promise<void> {
  await tx.update(session).set({ assignmentId }).where(eq(session.id, sessionId))
}

/** Gives a session another token: the one before it opens nothing from then on. */
export async function renewToken(tx: Tx, sessionId: string, token: string): Promise<void> {
  await tx.update(session).set({ token }).where(eq(session.id, sessionId))
}

/** The same for the session of a token. */
export async function saveActingRoleOfToken(tx: Tx, token: string, assignmentId: string): Promise<void> {
  await tx.update(session).set({ assignmentId }).where(eq(session.token, token))
}

/** Ends all sessions of a user. */
export async function endSessions(tx: Tx, userId: string): Promise<void> {
  await tx.delete(session).where(eq(session.userId, userId))
}

/** The session of a token with its user, in one question; undefined when there is none. Whether it still holds is the domain's to say. */
export async function findSession(tx: Tx, token: string) {
  const [row] = await tx
    .select({
      id: session.id,
      userId: session.userId,
      name: user.name,
      factors: session.factors,
      assignmentId: session.assignmentId,
      seenAt: session.updatedAt,
      expiresAt: session.expiresAt,
      hasSecondFactor: user.twoFactorEnabled,
    })
    .from(session)
    .innerJoin(user, eq(user.id, session.userId))
    .where(eq(session.token, token))
  return row
}

/** The session of a token with its user, as `Database.atDoor` finds it; moments are milliseconds. */
export interface SessionRow {
  id: string
  userId: string
  name: string
  factors: number
  assignmentId: string | null
  hasSecondFactor: boolean
  seenAt: number
  expiresAt: number
}

/** Notes that a session was seen; at most once a minute, so that reading pages does not write. */
export async function touchSession(tx: Tx, id: string, now: Date): Promise<void> {
  const aMinuteAgo = new Date(now.getTime() - 60_000)
  const [seen] = await tx
    .update(session)
    .set({ updatedAt: now })
    .where(and(eq(session.id, id), lt(session.updatedAt, aMinuteAgo)))
    .returning({ userId: session.userId })
  if (seen) await noteSeen(tx, seen.userId, now)
}

/** Notes when a user was last here: it is known for longer than the session lives. */
export async function noteSeen(tx: Tx, userId: string, now: Date): Promise<void> {
  await tx.update(user).set({ lastSeenAt: now }).where(eq(user.id, userId))
}

/** One user's sessions that have not ended, for their owner to look through. Never the token. */
export function listSessions(tx: Tx, userId: string, now: Date) {
  const { id, createdAt, updatedAt: seenAt, expiresAt, ipAddress, userAgent, factors } = session
  return tx
    .select({ id, createdAt, seenAt, expiresAt, ipAddress, userAgent, factors })
    .from(session)
    .where(and(eq(session.userId, userId), gt(session.expiresAt, now)))
    .orderBy(session.createdAt)
}

/** Ends a session of its owner; false when it is nobody's or somebody else's. */
export async function endSession(tx: Tx, userId: string, id: string): Promise<boolean> {
  const ended = await tx
    .delete(session)
    .where(and(eq(session.userId, userId), eq(session.id, id)))
    .returning({ id: session.id })
  return ended.length > 0
}

/**
 * Counts one more attempt under `key` and gives how many there were since the window began, and when that was; a window that
 * is over begins anew. One statement, so that attempts at the same moment are all counted.
 */
export async function countAttempt(tx: Tx, key: string, windowMs: number, now: Date): Promise<Counted> {
  const isOver = lt(rateLimit.beganAt, new Date(now.getTime() - windowMs))
  const [row] = await tx
    .insert(rateLimit)
    .values({ key, count: 1, beganAt: now })
    .onConflictDoUpdate({
      target: rateLimit.key,
      set: {
        count: sql`case when ${isOver} then 1 else ${rateLimit.count} + 1 end`,
        beganAt: sql`case when ${isOver} then excluded.began_at else ${rateLimit.beganAt} end`,
      },
    })
    .returning({ count: rateLimit.count, beganAt: rateLimit.beganAt })
  return row!
}

/** How often something was tried since its window began. */
export interface Counted {
  count: number
  beganAt: Date
}

/** Takes away the counts of windows that began before a moment, and what was waited for until then in vain. */
export async function forgetAttempts(tx: Tx, before: Date): Promise<void> {
  await tx.delete(rateLimit).where(lt(rateLimit.beganAt, before))
  await tx.delete(verification).where(lt(verification.expiresAt, before))
}

/** Forgets what was counted under `key`. */
export async function forgiveAttempts(tx: Tx, key: string): Promise<void> {
  await tx.delete(rateLimit).where(eq(rateLimit.key, key))
}

/** Uses up the half minute `step` of a user's codes; false when it, or a later one, was used before. */
export async function takeStep(tx: Tx, userId: string, step: number): Promise<boolean> {
  const taken = await tx
    .update(twoFactor)
    .set({ lastStep: step })
    .where(and(eq(twoFactor.userId, userId), lt(twoFactor.lastStep, step)))
    .returning({ id: twoFactor.id })
  return taken.length > 0
}
