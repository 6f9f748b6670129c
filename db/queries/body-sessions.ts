import { and, desc, eq, gt, sql } from 'drizzle-orm'
import { sessionLimits } from '../../server/domain/sign-in/session-limits.ts'
import type { Tx } from '../client.ts'
import { people, session, user } from '../schema/index.ts'

/**
 * Sessions of a body's people that are alive, the last seen first. Never the token. Sessions live by the world's time,
 * which is the database's, while a demonstration stands still.
 */
export function listBodySessions(tx: Tx, bodyId: string) {
  const lastAlive = sql`now() - ${sessionLimits.idleMs} * interval '1 millisecond'`
  const { id, createdAt, updatedAt: seenAt, expiresAt, ipAddress, userAgent, factors } = session
  return tx
    .select({ id, createdAt, seenAt, expiresAt, ipAddress, userAgent, factors, personId: people.id, name: user.name })
    .from(session)
    .innerJoin(user, eq(user.id, session.userId))
    .innerJoin(people, eq(people.id, sql`${session.userId}::text`))
    .where(and(eq(people.bodyId, bodyId), gt(session.expiresAt, sql`now()`), gt(session.updatedAt, lastAlive)))
    .orderBy(desc(session.updatedAt), desc(session.id))
}

/** Ends a session of one's own body's people; gives whose it was, and undefined when it is not theirs or has ended. */
export async function endBodySession(tx: Tx, id: string): Promise<string | undefined> {
  const [ended] = await tx.delete(session).where(eq(session.id, id)).returning({ userId: session.userId })
  return ended?.userId
}

/** Ends all sessions of a person of one's own body; gives how many. */
export async function endSessionsOf(tx: Tx, personId: string): Promise<number> {
  const ended = await tx.delete(session).where(eq(session.userId, personId)).returning({ id: session.id })
  return ended.length
}
