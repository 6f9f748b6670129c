import { forgetOldAttempts } from '../services/attempts.ts'
import type { Job } from './index.ts'

/** Clears away counts of attempts that no longer decide anything. */
export const forgetAttemptsJob: Job = {
  name: 'forget-attempts',
  everyMs: 3_600_000,
  run: ({ db, clock }) => forgetOldAttempts(db, clock()),
}
