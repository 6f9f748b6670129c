import { v7 } from 'uuid'
import type { Database } from '../../db/client.ts'
import { clearStaging } from '../../db/queries/import-staging.ts'

/** An import that began longer ago than this is no longer running. */
const abandonedAfterHours = 6

/** Removes the staged rows of imports whose process ended before its time. Every start and every import does so first. */
export async function clearAbandonedStaging(db: Database, now: Date): Promise<void> {
  const oldest = v7({ msecs: now.getTime() - abandonedAfterHours * 3_600_000 })
  await db.asSystem((tx) => clearStaging(tx, oldest))
}
