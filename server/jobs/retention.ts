import { carryOutOrders, proposeDaily } from '../services/retention.ts'
import type { Job } from './index.ts'

/**
 * Looks once a day for records whose term has passed, and proposes their deletion. Nothing is deleted by itself: it cannot be
 * taken back, and a wrong clock or a wrong term would take everything.
 */
export const proposeDeletionJob: Job = {
  name: 'propose-deletion',
  everyMs: 60_000,
  run: ({ db, now }) => proposeDaily(db, now()),
}

/** Carries out the deletions that an administrator ordered, and goes on with one that was stopped. */
export const deletePassedJob: Job = {
  name: 'delete-passed',
  everyMs: 5000,
  run: ({ db, now }) => carryOutOrders(db, now()),
}
