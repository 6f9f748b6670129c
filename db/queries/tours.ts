import { and, eq } from 'drizzle-orm'
import type { Tx } from '../client.ts'
import { toursEnded } from '../schema/index.ts'

/** Whether a person has ended the tour of a role. */
export async function isTourEnded(tx: Tx, personId: string, role: string): Promise<boolean> {
  const rows = await tx
    .select({ role: toursEnded.role })
    .from(toursEnded)
    .where(and(eq(toursEnded.personId, personId), eq(toursEnded.role, role)))
  return rows.length > 0
}

/** Ends the tour of a role; ended twice is ended once. */
export async function saveTourEnd(tx: Tx, personId: string, role: string, endedAt: Date): Promise<void> {
  await tx.insert(toursEnded).values({ personId, role, endedAt }).onConflictDoNothing()
}
