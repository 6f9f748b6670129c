import { and, asc, eq, sql } from 'drizzle-orm'
import type { SavedView } from '../../server/domain/saved-views.ts'
import type { Tx } from '../client.ts'
import { savedViews } from '../schema/index.ts'

/** The views that a person keeps, by name. */
export function listSavedViews(tx: Tx, personId: string): Promise<SavedView[]> {
  const { id, name, path } = savedViews
  return tx
    .select({ id, name, path })
    .from(savedViews)
    .where(eq(savedViews.personId, personId))
    .orderBy(asc(sql`lower(${name})`), asc(id))
}

export async function saveView(tx: Tx, personId: string, view: SavedView, savedAt: Date): Promise<void> {
  await tx.insert(savedViews).values({ ...view, personId, savedAt })
}

export async function saveViewName(tx: Tx, personId: string, { id, name }: Pick<SavedView, 'id' | 'name'>) {
  await tx
    .update(savedViews)
    .set({ name })
    .where(and(eq(savedViews.personId, personId), eq(savedViews.id, id)))
}

/** Takes a view away, and gives whether it was there. */
export async function deleteView(tx: Tx, personId: string, id: string): Promise<boolean> {
  const rows = await tx
    .delete(savedViews)
    .where(and(eq(savedViews.personId, personId), eq(savedViews.id, id)))
    .returning({ id: savedViews.id })
  return rows.length > 0
}
