import { asc, count, eq, gt, isNull, lte, max, or, sql } from 'drizzle-orm'
import type { MessageKind } from '../../server/domain/mail/message.ts'
import type { Tx } from '../client.ts'
import { outgoingMessages } from '../schema/index.ts'

export type OutgoingMessage = typeof outgoingMessages.$inferSelect

/** Puts a message among those that wait, in the transaction of what it tells about. */
export async function saveMessage(tx: Tx, kind: MessageKind, about: string): Promise<void> {
  await tx.insert(outgoingMessages).values({ kind, about })
}

/** Takes the oldest message that is due, and keeps others from it until `leaseEnd`; undefined when none is due. */
export async function claimMessage(tx: Tx, now: Date, leaseEnd: Date): Promise<OutgoingMessage | undefined> {
  const [message] = await tx
    .select()
    .from(outgoingMessages)
    .where(or(isNull(outgoingMessages.nextAt), lte(outgoingMessages.nextAt, now)))
    .orderBy(asc(outgoingMessages.id))
    .limit(1)
    .for('update', { skipLocked: true })
  if (message) await tx.update(outgoingMessages).set({ nextAt: leaseEnd }).where(eq(outgoingMessages.id, message.id))
  return message
}

export async function saveMessageFailure(
  tx: Tx,
  id: string,
  failure: { failures: number; lastFault: string; nextAt: Date },
): Promise<void> {
  await tx.update(outgoingMessages).set(failure).where(eq(outgoingMessages.id, id))
}

/** Takes a message away that was handed over. */
export async function dropMessage(tx: Tx, id: string): Promise<void> {
  await tx.delete(outgoingMessages).where(eq(outgoingMessages.id, id))
}

/**
 * How many messages to the people of the asker's body, and to those it asks in, wait to be handed over; how many of them could
 * not be so far, how often at most, what went wrong last and when it is tried again first. Never to whom.
 */
export async function countWaitingMessages(tx: Tx) {
  const { failures, lastFault, nextAt } = outgoingMessages
  const failed = gt(failures, 0)
  const [row] = await tx
    .select({
      waiting: count(),
      failing: sql<number>`count(*) filter (where ${failed})::int`,
      failures: max(failures),
      lastFault: max(lastFault),
      nextAt: sql<string | null>`min(${nextAt}) filter (where ${failed})`,
    })
    .from(outgoingMessages)
  return {
    waiting: row?.waiting ?? 0,
    failing: row?.failing ?? 0,
    failures: row?.failures ?? 0,
    lastFault: row?.lastFault ?? null,
    nextAt: row?.nextAt ? new Date(row.nextAt) : null,
  }
}
