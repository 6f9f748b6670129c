import { findUserToWrite } from '../../db/queries/accounts.ts'
import {
  deleteSecondFactor,
  findSecondFactor,
  hasPasskey,
  saveConfirmation,
  saveOffer,
  swapRecoveryCodes,
} from '../../db/queries/second-factors.ts'
import { saveActingRoleOfToken, takeStep } from '../../db/queries/sign-in.ts'
import { describeRole } from '../domain/access.ts'
import { DomainError } from '../domain/errors.ts'
import type { SignedIn } from '../domain/visitor.ts'
import { lockSecret, unlockSecret } from '../services/second-factor-secrets.ts'
import { countAttempts, forgive } from '../services/sign-in-attempts.ts'
import { beginSession, leave, recordAccountDeed } from '../services/visits.ts'
import { proveByPassword } from './passwords.ts'
import { keptCodes, makeRecoveryCodes } from './recovery-codes.ts'
import { ownerOf, type Threshold } from './threshold.ts'
import { makeSecret, type OfferedSecret, offerOf, stepOfCode } from './totp.ts'

/** What a signed-in person is shown who needs, or wants, a second factor. */
export type SecondFactorStep = { step: 'set-up'; offer: OfferedSecret } | { step: 'code' | 'passkey' | 'done' }

/** Whoever is signed in, with one proof or two. */
function signedInAt({ visitor }: Threshold): SignedIn {
  if (!visitor.signedIn) throw new DomainError('NOT_PERMITTED', 'error.not-permitted')
  return visitor.signedIn
}

/** What comes next: to take a secret over, to give a code of the one that is there, or nothing. The secret stays the same until it is confirmed. */
export async function nextStep(at: Threshold): Promise<SecondFactorStep> {
  const { personId, factors } = signedInAt(at)
  const found = await at.db.asSignIn((tx) => findSecondFactor(tx, personId))
  if (found?.verified) return factors < 2 ? { step: 'code' } : { step: 'done' }
  if (await mustShowPasskey(at)) return { step: 'passkey' }
  const secret = found ? await openSecret(at, found.secret) : makeSecret()
  if (!found) {
    const data = await lockSecret(at.secondFactors, secret)
    await at.db.asSignIn((tx) => saveOffer(tx, personId, data))
  }
  const user = await at.db.asSignIn((tx) => findUserToWrite(tx, { id: personId }))
  return { step: 'set-up', offer: offerOf(secret, user?.email ?? '') }
}

/**
 * The secret of a code generator.
 *
 * @throws DomainError NOT_POSSIBLE_NOW when it opens under no key that this process has.
 */
export async function openSecret({ secondFactors }: Threshold, locked: string): Promise<string> {
  const open = await unlockSecret(secondFactors, locked)
  if (!open) throw new DomainError('NOT_POSSIBLE_NOW', 'second-factor.unreadable')
  return open.secret
}

/** Whoever has a passkey proves themselves by it: a password alone adds no other second factor to their account. */
async function mustShowPasskey(at: Threshold): Promise<boolean> {
  const { personId, factors } = signedInAt(at)
  return factors < 2 && (await at.db.asSignIn((tx) => hasPasskey(tx, personId)))
}

/**
 * Takes the code of a signed-in person's generator: confirms a secret that was taken over, or proves a second time who they
 * are. From then on the session is another one, of two proofs. Gives its cookie, and the recovery codes where they are new.
 *
 * @throws DomainError INVALID for a wrong code or one that was used before, NOT_POSSIBLE_NOW after too many.
 */
export async function giveCode(at: Threshold, typed: string): Promise<{ cookie: string; recoveryCodes: string[] }> {
  const { personId } = signedInAt(at)
  const attempt = ['second-factor.account', personId] as const
  await countAttempts(at.db, { traces: at.traces, clock: at.moment.clock }, attempt)
  const found = await at.db.asSignIn((tx) => findSecondFactor(tx, personId))
  if (!found) throw new DomainError('NOT_POSSIBLE_NOW', 'second-factor.none')
  if (!found.verified && (await mustShowPasskey(at))) throw new DomainError('NOT_POSSIBLE_NOW', 'second-factor.passkey')
  const secret = await openSecret(at, found.secret)
  const step = stepOfCode(secret, typed, at.moment.clock)
  const isTaken = step !== undefined && (await at.db.asSignIn((tx) => takeStep(tx, personId, step)))
  if (!isTaken) throw new DomainError('INVALID', 'second-factor.wrong-code')
  await forgive(at.db, at.traces, attempt)
  const recoveryCodes = found.verified ? [] : makeRecoveryCodes()
  if (!found.verified) {
    await at.db.asSignIn((tx) => saveConfirmation(tx, personId, keptCodes(recoveryCodes)))
    await recordAccountDeed(at.db, personId, 'account.add-second-factor', at.moment)
  }
  return { cookie: await beginAnew(at), recoveryCodes }
}

/** The same person in the same role, in a session of two proofs: a token that was known before opens no more than before. */
async function beginAnew(at: Threshold): Promise<string> {
  const { personId, acting } = signedInAt(at)
  const token = await beginSession(at.db, { personId, factors: 2, browser: at.browser }, at.moment)
  if (acting) await at.db.asSignIn((tx) => saveActingRoleOfToken(tx, token, acting.assignmentId))
  await leave(at.db, at.visitor, at.moment)
  return at.cookie.write(token)
}

/** Makes the recovery codes anew; the old ones open nothing any more. */
export async function renewRecoveryCodes(at: Threshold, password: string): Promise<string[]> {
  const { personId } = ownerOf(at)
  await proveByPassword(at, password)
  const codes = makeRecoveryCodes()
  const isDone = await at.db.asSignIn(async (tx) => {
    const found = await findSecondFactor(tx, personId)
    return found?.verified === true && swapRecoveryCodes(tx, personId, found.backupCodes, keptCodes(codes))
  })
  if (!isDone) throw new DomainError('NOT_POSSIBLE_NOW', 'second-factor.none')
  await recordAccountDeed(at.db, personId, 'account.renew-recovery-codes', at.moment)
  return codes
}

/**
 * Gives the second factor up, to set another one up or, where no role forces one, to go without.
 *
 * @throws DomainError INVALID for a wrong password.
 */
export async function removeSecondFactor(at: Threshold, password: string): Promise<{ mustSetUp: boolean }> {
  const { personId, held } = ownerOf(at)
  await proveByPassword(at, password)
  await at.db.asSignIn((tx) => deleteSecondFactor(tx, personId))
  await recordAccountDeed(at.db, personId, 'account.remove-second-factor', at.moment)
  return { mustSetUp: held.some(({ role }) => describeRole(role).isSecondFactorForced) }
}
