import { checkWantedAudits, wantAuditChecks } from '../services/audit-checks.ts'
import type { Job } from './index.ts'

/** Reads the chains that are waited for, so that an auditor sees soon whether every link holds. */
export const checkAuditJob: Job = {
  name: 'check-audit',
  everyMs: 5000,
  run: ({ db, keysDirectory, now }) => checkWantedAudits(db, keysDirectory, now()),
}

/** Has every chain read once an hour, whether somebody asks or not. */
export const wantAuditChecksJob: Job = {
  name: 'want-audit-checks',
  everyMs: 3_600_000,
  run: ({ db, now }) => wantAuditChecks(db, now()),
}
