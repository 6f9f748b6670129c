import { sealAudit } from '../services/audit-chain.ts'
import type { Job } from './index.ts'

/** Puts what was done in the last second into the chains of the audit. */
export const sealAuditJob: Job = {
  name: 'seal-audit',
  everyMs: 1000,
  run: ({ db, keysDirectory, now }) => sealAudit(db, keysDirectory, now()),
}
