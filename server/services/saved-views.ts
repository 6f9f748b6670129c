import { v7 } from 'uuid'
import type { Tx } from '../../db/client.ts'
import { deleteView, listSavedViews, saveView, saveViewName } from '../../db/queries/saved-views.ts'
import { DomainError } from '../domain/errors.ts'
import { decideView, viewName } from '../domain/saved-views.ts'
import { recordAudit } from './audit.ts'
import type { Occasion } from './people.ts'

/**
 * Keeps a page with its filters under a name of the actor's own, and gives its id. The audit says that it was done, and
 * neither the name nor the page: they are nobody's business.
 *
 * @throws DomainError as `decideView` does.
 */
export async function keepView(
  tx: Tx,
  { actor, now, requestId }: Occasion,
  asked: { name: string; path: string; latestMonth: boolean },
): Promise<string> {
  const view = { id: v7(), ...decideView(asked, await listSavedViews(tx, actor.userId)) }
  await saveView(tx, actor.userId, view, now)
  await recordAudit(tx, { by: actor, action: 'view.keep', subject: { view: view.id }, at: now, requestId })
  return view.id
}

/**
 * Gives a view of the actor's own another name.
 *
 * @throws DomainError NOT_FOUND `view.none` where the actor keeps no such view; INVALID as `viewName` does.
 */
export async function renameView(
  tx: Tx,
  { actor, now, requestId }: Occasion,
  { id, name: asked }: { id: string; name: string },
): Promise<void> {
  const held = await listSavedViews(tx, actor.userId)
  if (!held.some((view) => view.id === id)) throw new DomainError('NOT_FOUND', 'view.none')
  const others = held.filter((view) => view.id !== id)
  await saveViewName(tx, actor.userId, { id, name: viewName(asked, others) })
  await recordAudit(tx, { by: actor, action: 'view.rename', subject: { view: id }, at: now, requestId })
}

/**
 * Takes a view of the actor's own away, for good.
 *
 * @throws DomainError NOT_FOUND `view.none` where the actor keeps no such view.
 */
export async function dropView(tx: Tx, { actor, now, requestId }: Occasion, id: string): Promise<void> {
  if (!(await deleteView(tx, actor.userId, id))) throw new DomainError('NOT_FOUND', 'view.none')
  await recordAudit(tx, { by: actor, action: 'view.drop', subject: { view: id }, at: now, requestId })
}
