import type { Context } from 'hono'
import type { Database } from '../../db/client.ts'

/** Whether the process answers, the database answers and its migrations are all in: 200, or 503 when one is not. */
export function answerHealth(database: Pick<Database, 'health'>) {
  return async (c: Context): Promise<Response> => {
    const found = await database.health().catch(() => ({ database: false, migrations: false }))
    return c.json({ process: true, ...found }, found.database && found.migrations ? 200 : 503)
  }
}
