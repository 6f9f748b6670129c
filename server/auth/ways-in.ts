import { randomUUID } from 'node:crypto'
import { findPasswordHash } from '../../db/queries/accounts.ts'
import { findChallenge, findSecondFactor, swapRecoveryCodes, takeChallenge } from '../../db/queries/second-factors.ts'
import { findUserByEmail, takeStep } from '../../db/queries/sign-in.ts'
import { DomainError } from '../domain/errors.ts'
import { normalEmail } from '../domain/invitations.ts'
import { canBePassword, keptPassword } from '../domain/sign-in/password.ts'
import { countAttempts, forgive } from '../services/sign-in-attempts.ts'
import { beginSession, leave, recordRefusedEntry } from '../services/visits.ts'
import { leftAfter } from './recovery-codes.ts'
import { openSecret } from './second-factor.ts'
import { arrive, type Entry, headersFor, type Threshold } from './threshold.ts'
import { stepOfCode } from './totp.ts'

const wrong = () => new DomainError('INVALID', 'sign-in.wrong')

/**
 * Enters by address and password. Whoever has a second factor is asked for a code before there is a session.
 *
 * @throws DomainError INVALID for whatever is wrong, an account of nobody included, all in the same time;
 *   NOT_POSSIBLE_NOW when the account or the address has tried too often.
 */
export async function enterByPassword(
  at: Threshold,
  { email: typed, password }: { email: string; password: string },
): Promise<Entry> {
  const email = normalEmail(typed)
  const { traces, moment, browser } = at
  const account = ['password.account', email ?? typed.slice(0, 254)] as const
  const standing = { traces, clock: moment.clock }
  const { isLast } = await countAttempts(at.db, standing, ['password.address', browser.address], account)
  if (!email || !canBePassword(password)) throw wrong()
  const answer = await at.signIn.api.signInEmail({
    body: { email, password: keptPassword(password) },
    headers: headersFor(at),
    asResponse: true,
  })
  if (!answer.ok) {
    await recordRefusedEntry(at.db, await userOf(at, email), { way: 'password', isLast }, moment)
    throw wrong()
  }
  await forgive(at.db, traces, account)
  const given = (await answer.json()) as { twoFactorRedirect?: boolean; token?: string }
  if (given.token) await arrive(at, given.token)
  // The library takes the cookie away while it waits for a code: a copy of it shall open nothing either.
  else await leave(at.db, at.visitor, moment)
  return { cookies: answer.headers.getSetCookie(), asksCode: given.twoFactorRedirect === true }
}

/** Asked for whoever it is, so that an account of nobody makes as much work: of a known one the library read the password. */
function userOf({ db }: Threshold, email: string): Promise<string> {
  return db.asSignIn(async (tx) => {
    const user = await findUserByEmail(tx, email)
    if (user) return user.id
    const nobody = randomUUID()
    await findPasswordHash(tx, nobody)
    return nobody
  })
}

/** Enters by the code of a generator, after the password. A code is taken once. */
export function enterByCode(at: Threshold, typed: string): Promise<Entry> {
  return enterBy(at, 'code', async (userId) => {
    const { secret } = (await at.db.asSignIn((tx) => findSecondFactor(tx, userId))) ?? {}
    const plain = secret && (await openSecret(at, secret))
    const step = plain ? stepOfCode(plain, typed, at.moment.clock) : undefined
    return step !== undefined && (await at.db.asSignIn((tx) => takeStep(tx, userId, step)))
  })
}

/** Enters by one of the recovery codes, after the password. A code is used up by it. */
export function enterByRecoveryCode(at: Threshold, typed: string): Promise<Entry> {
  return enterBy(at, 'recovery-code', (userId) => useRecoveryCode(at, userId, typed))
}

function useRecoveryCode({ db }: Threshold, userId: string, typed: string): Promise<boolean> {
  return db.asSignIn(async (tx) => {
    const kept = (await findSecondFactor(tx, userId))?.backupCodes
    const left = kept === undefined ? undefined : leftAfter(kept, typed)
    return kept !== undefined && left !== undefined && swapRecoveryCodes(tx, userId, kept, left)
  })
}

async function enterBy(at: Threshold, way: string, isRight: (userId: string) => Promise<boolean>): Promise<Entry> {
  const { db, challenge, traces, moment, browser } = at
  const identifier = challenge.read(at.cookies)
  const userId = identifier && (await db.asSignIn((tx) => findChallenge(tx, identifier, moment.clock)))
  if (!identifier || !userId) throw new DomainError('NOT_POSSIBLE_NOW', 'second-factor.over')
  const account = ['second-factor.account', userId] as const
  const { isLast } = await countAttempts(db, { traces, clock: moment.clock }, account)
  if (!(await isRight(userId))) {
    await recordRefusedEntry(db, userId, { way, isLast }, moment)
    throw new DomainError('INVALID', `second-factor.wrong-${way}`)
  }
  if (!(await db.asSignIn((tx) => takeChallenge(tx, identifier)))) {
    throw new DomainError('NOT_POSSIBLE_NOW', 'second-factor.over')
  }
  await forgive(db, traces, account)
  const token = await beginSession(db, { personId: userId, factors: 2, browser }, moment)
  await leave(db, at.visitor, moment)
  return { cookies: [at.cookie.write(token), challenge.clear()], asksCode: false }
}
