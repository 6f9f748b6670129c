import type { Database } from '../../db/client.ts'
import { forgetAttempts } from '../../db/queries/sign-in.ts'

/** Longer than any window in which attempts and changes are counted, milliseconds. */
const longestWindowMs = 24 * 3_600_000

/** Forgets who tried what, once its window is long over. */
export function forgetOldAttempts(db: Database, now: Date): Promise<void> {
  return db.asSignIn((tx) => forgetAttempts(tx, new Date(now.getTime() - longestWindowMs)))
}
