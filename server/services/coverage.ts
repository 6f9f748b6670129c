import type { Tx } from '../../db/client.ts'
import { type WhichCoverage, withdrawDeclared } from '../../db/queries/coverage.ts'
import { lockFacilities } from '../../db/queries/returns.ts'
import { systemActor } from '../domain/access.ts'
import { DomainError } from '../domain/errors.ts'
import { type Month, monthAt } from '../domain/period.ts'
import { recordAudit } from './audit.ts'
import { noteTouched } from './recompute.ts'

/**
 * Takes back that records cover a facility, as nobody is on record is then no longer nobody: what the return says counts again.
 * The declaration stays to be seen, with who took it back and why. What is to be made anew is noted in the same transaction.
 *
 * @throws DomainError NOT_FOUND `coverage.none` when nothing is declared, INVALID `coverage.signed` without a name or a reason.
 */
export async function withdrawCoverage(
  tx: Tx,
  which: WhichCoverage,
  given: { by: string; why: string },
  now: Date,
): Promise<void> {
  if (given.by.trim() === '' || given.why.trim() === '') throw new DomainError('INVALID', 'coverage.signed')
  await lockFacilities(tx, [which.facilityId])
  const withdrawn = await withdrawDeclared(tx, which, { ...given, now })
  if (withdrawn.length === 0) throw new DomainError('NOT_FOUND', 'coverage.none')
  const taken = withdrawn.map(({ recordId, from, until }) => `${recordId} ${monthAt(from)} to ${monthAt(until)}`)
  const subject = { facilityId: which.facilityId, ...given, withdrawn: taken }
  await recordAudit(tx, { by: systemActor, action: 'coverage.withdraw', subject, at: now, requestId: null })
  const from = monthAt(Math.min(...withdrawn.map((one) => one.from)))
  const to = now.toISOString().slice(0, 7) as Month
  // The months of the country may be fewer without it: all sums are made anew.
  const touched = { facilityIds: [which.facilityId], from, to, isRegister: true }
  await noteTouched(tx, null, { ...touched, derive: [[which.facilityId, 'all']] }, now)
}
