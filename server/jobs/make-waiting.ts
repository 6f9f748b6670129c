import { makeWaiting } from '../services/make-waiting.ts'
import type { Job } from './index.ts'

/** Makes the figures that a process left to be made when it ended too early. */
export const makeWaitingJob: Job = {
  name: 'make-waiting',
  everyMs: 10_000,
  run: ({ db, now }) => makeWaiting(db, 'all', { now: now() }),
}
