import { findUserToWrite } from '../../db/queries/accounts.ts'
import { findSecondFactor } from '../../db/queries/second-factors.ts'
import { endSession, endSessions, listSessions } from '../../db/queries/sign-in.ts'
import { describeRole } from '../domain/access.ts'
import { DomainError } from '../domain/errors.ts'
import { isAlive } from '../domain/sign-in/session-limits.ts'
import { recordAccountDeed } from '../services/visits.ts'
import { isId, ownPasskeys } from './passkeys.ts'
import { countOfKept } from './recovery-codes.ts'
import { ownerOf, type Threshold } from './threshold.ts'

/** One's own account as its page shows it: how one gets in, and where one is signed in. */
export async function readOwnAccount(at: Threshold) {
  const { personId, sessionId, held } = ownerOf(at)
  const { clock } = at.moment
  const [user, factor, sessions] = await at.db.asSignIn(async (tx) => [
    await findUserToWrite(tx, { id: personId }),
    await findSecondFactor(tx, personId),
    await listSessions(tx, personId, clock),
  ])
  return {
    name: user?.name ?? '',
    email: user?.email ?? '',
    isSecondFactorForced: held.some(({ role }) => describeRole(role).isSecondFactorForced),
    recoveryCodesLeft: factor?.verified ? countOfKept(factor.backupCodes) : undefined,
    passkeys: await ownPasskeys(at),
    sessions: sessions
      .filter((one) => isAlive(one, clock))
      .map(({ id, createdAt, seenAt, ipAddress, userAgent, factors }) => {
        return {
          id,
          createdAt,
          seenAt,
          address: ipAddress || null,
          agent: userAgent || null,
          factors,
          isThis: id === sessionId,
        }
      }),
  }
}

/** Ends one of one's own sessions. */
export async function endOwnSession(at: Threshold, id: string): Promise<void> {
  const { personId } = ownerOf(at)
  const isEnded = isId(id) && (await at.db.asSignIn((tx) => endSession(tx, personId, id)))
  if (!isEnded) throw new DomainError('NOT_FOUND', 'session.not-there')
  await recordAccountDeed(at.db, personId, 'account.end-session', at.moment)
}

/** Ends all of one's own sessions, this one too. Gives the cookie that takes its token away. */
export async function signOutEverywhere(at: Threshold): Promise<string> {
  const { personId } = ownerOf(at)
  await at.db.asSignIn((tx) => endSessions(tx, personId))
  await recordAccountDeed(at.db, personId, 'account.sign-out-everywhere', at.moment)
  return at.cookie.clear()
}
