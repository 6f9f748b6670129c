import type { Tx } from '../../db/client.ts'
import { saveTourEnd } from '../../db/queries/tours.ts'
import { recordAudit } from './audit.ts'
import type { Occasion } from './people.ts'

/** Ends the tour of the role that the actor acts in: it begins by itself no more, and can be had again. */
export async function endTour(tx: Tx, { actor, now, requestId }: Occasion): Promise<void> {
  await saveTourEnd(tx, actor.userId, actor.role, now)
  await recordAudit(tx, { by: actor, action: 'tour.end', subject: {}, at: now, requestId })
}
