import { and, asc, eq, gte, inArray, isNull, lte } from 'drizzle-orm'
import type { DatedEvent } from '../../server/domain/dated-events.ts'
import type { Day } from '../../server/domain/period.ts'
import type { Tx } from '../client.ts'
import { datedEvents } from '../schema/index.ts'

/** Events of some places by their day, from day to day where those are named, without those withdrawn; row-level security keeps them to the actor's reach. */
export async function listDatedEvents(
  tx: Tx,
  placeIds: readonly string[],
  { from, to }: { from?: Day | undefined; to?: Day | undefined },
): Promise<DatedEvent[]> {
  const rows = await tx
    .select()
    .from(datedEvents)
    .where(
      and(
        inArray(datedEvents.placeId, [...placeIds]),
        from && gte(datedEvents.on, from),
        to && lte(datedEvents.on, to),
        isNull(datedEvents.withdrawnAt),
      ),
    )
    .orderBy(asc(datedEvents.on), asc(datedEvents.id))
  return rows.map(({ id, placeKind, placeId, kind, on, cited }) => ({
    id,
    placeKind,
    placeId,
    kind,
    on: on as Day,
    cited,
  }))
}

export async function saveDatedEvent(tx: Tx, event: DatedEvent, by: string, now: Date): Promise<void> {
  await tx.insert(datedEvents).values({ ...event, recordedBy: by, recordedAt: now })
}

/** One event that was not withdrawn and lies in the actor's reach. */
export async function findDatedEvent(tx: Tx, id: string) {
  const [row] = await tx
    .select({ id: datedEvents.id, kind: datedEvents.placeKind, placeId: datedEvents.placeId })
    .from(datedEvents)
    .where(and(eq(datedEvents.id, id), isNull(datedEvents.withdrawnAt)))
  return row
}

/** Withdraws an event, and gives whether it stood until then. */
export async function withdrawDatedEvent(tx: Tx, id: string, by: string, now: Date): Promise<boolean> {
  const rows = await tx
    .update(datedEvents)
    .set({ withdrawnBy: by, withdrawnAt: now })
    .where(and(eq(datedEvents.id, id), isNull(datedEvents.withdrawnAt)))
    .returning({ id: datedEvents.id })
  return rows.length > 0
}
