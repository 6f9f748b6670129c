import type { Database } from '../../db/client.ts'
import type { Actor } from '../domain/access.ts'
import { recordAudit } from '../services/audit.ts'
import type { Context } from '../trpc/init.ts'

/** Who asks, when, and in which request. */
export interface Asker {
  actor: Actor
  now: () => Date
  requestId: string
}

/**
 * Answers one question in one transaction with the eyes of the asker. What is refused is undone, and the refusal is written
 * into the audit by itself: a right that is not held, and a place outside one's own that was asked for.
 */
export async function askAs<T>(database: Database, asker: Asker, work: (context: Context) => Promise<T>): Promise<T> {
  const { actor, now, requestId } = asker
  const refused: string[] = []
  const onRefusal: Context['onRefusal'] = ({ action, code }) => {
    // Whoever sees the whole country and misses has mistyped.
    if (code === 'NOT_PERMITTED' || (code === 'NOT_FOUND' && actor.facilities !== 'all')) refused.push(action)
  }
  try {
    return await database.asActor(actor, (tx) => work({ tx, actor, now, requestId, onRefusal }))
  } finally {
    if (refused.length > 0 && actor.role !== 'public') await recordRefusals(database, asker, refused)
  }
}

function recordRefusals(database: Database, { actor, now, requestId }: Asker, actions: readonly string[]) {
  return database.asActor(actor, async (tx) => {
    for (const action of actions) {
      await recordAudit(tx, { by: actor, action, outcome: 'refused', at: now(), requestId })
    }
  })
}
