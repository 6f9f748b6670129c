import type { Job } from './index.ts'

/** Keeps the log of changes of the embedded engine short, which grows with every one of them. */
export const settleLogJob: Job = {
  name: 'settle-log',
  everyMs: 60_000,
  run: ({ db }) => db.settleLog(),
}
