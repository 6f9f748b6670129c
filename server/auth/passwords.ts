import { hashPassword, verifyPassword } from 'better-auth/crypto'
import { findPasswordHash, findReset, findUserToWrite, savePassword, takeReset } from '../../db/queries/accounts.ts'
import { saveMessage } from '../../db/queries/outgoing-messages.ts'
import { describeRole } from '../domain/access.ts'
import { DomainError } from '../domain/errors.ts'
import { normalEmail } from '../domain/invitations.ts'
import { canBePassword, keptPassword, passwordFault } from '../domain/sign-in/password.ts'
import { acceptInvitation, type OpenInvitation, readInvitation } from '../services/invitations.ts'
import { hashOfToken, isToken } from '../services/one-time-token.ts'
import { countAttempts, forgive } from '../services/sign-in-attempts.ts'
import { beginSession, leave, recordAccountDeed, renewSession } from '../services/visits.ts'
import { ownerOf, type Threshold } from './threshold.ts'

/** A password that its owner has typed twice. */
export interface TypedTwice {
  password: string
  again: string
}

/**
 * The hash of a new password. Compatible characters are made one first: the same password, typed on another keyboard, is
 * the same password.
 *
 * @throws DomainError INVALID with what is wrong with it.
 */
async function hashOfNew({ password, again }: TypedTwice, about: readonly string[]): Promise<string> {
  const fault = passwordFault(password, about)
  if (fault) throw new DomainError('INVALID', `password.${fault}`)
  if (password !== again) throw new DomainError('INVALID', 'password.differs')
  return hashPassword(keptPassword(password))
}

/** The open invitation of a token, for its holder. Whoever guesses is stopped by their address. */
export async function showInvitation(at: Threshold, token: string): Promise<OpenInvitation> {
  const { clock } = at.moment
  await countAttempts(at.db, { traces: at.traces, clock }, ['invitation.address', at.browser.address])
  return at.db.asSystem((tx) => readInvitation(tx, token, clock))
}

/**
 * Takes an invitation up with a password, and enters. Gives the cookie of the session, and whether the role demands a
 * second factor before it shows anything.
 */
export async function takeUpInvitation(at: Threshold, token: string, typed: TypedTwice) {
  const { clock, requestId } = at.moment
  const { name, email, role } = await showInvitation(at, token)
  const passwordHash = await hashOfNew(typed, [name, email])
  const occasion = { now: clock, requestId }
  const personId = await at.db.asSystem((tx) => acceptInvitation(tx, occasion, { token, passwordHash }))
  const session = await beginSession(at.db, { personId, factors: 1, browser: at.browser }, at.moment)
  await leave(at.db, at.visitor, at.moment)
  return { cookie: at.cookie.write(session), asksSecondFactor: describeRole(role).isSecondFactorForced }
}

/**
 * Asks for the way to a new password. What is done here is the same for every address; whether it has an account is found
 * out when the message is sent.
 */
export async function askForReset(at: Threshold, typed: string): Promise<void> {
  const email = normalEmail(typed)
  if (!email) throw new DomainError('INVALID', 'invitation.email')
  const attempts = [['reset.address', at.browser.address] as const, ['reset.account', email] as const]
  await countAttempts(at.db, { traces: at.traces, clock: at.moment.clock }, ...attempts)
  await at.db.asSystem((tx) => saveMessage(tx, 'reset', email))
}

/**
 * Whether the way to a new password is open.
 *
 * @throws DomainError NOT_FOUND, the same for a foreign, a used and an expired token.
 */
export async function checkReset(at: Threshold, token: string): Promise<void> {
  await countAttempts(at.db, { traces: at.traces, clock: at.moment.clock }, ['invitation.address', at.browser.address])
  await userOfReset(at, token)
}

async function userOfReset({ db, moment }: Threshold, token: string) {
  const user = await db.asSignIn(async (tx) => {
    const id = isToken(token) ? await findReset(tx, hashOfToken(token), moment.clock) : undefined
    return id && findUserToWrite(tx, { id })
  })
  if (!user) throw new DomainError('NOT_FOUND', 'reset.none')
  return user
}

/** Puts a new password in place of a forgotten one, and ends all sessions of the account. It does not enter. */
export async function finishReset(at: Threshold, token: string, typed: TypedTwice): Promise<void> {
  await checkReset(at, token)
  const { name, email } = await userOfReset(at, token)
  const passwordHash = await hashOfNew(typed, [name, email])
  const { clock } = at.moment
  const userId = await at.db.asSignIn(async (tx) => {
    const taken = await takeReset(tx, hashOfToken(token), clock)
    if (taken) await savePassword(tx, { userId: taken, passwordHash, at: clock })
    return taken
  })
  if (!userId) throw new DomainError('NOT_FOUND', 'reset.none')
  await at.db.asSystem((tx) => saveMessage(tx, 'password-changed', userId))
  await recordAccountDeed(at.db, userId, 'account.reset-password', at.moment)
}

/** Whether a signed-in person knows their password: asked again before what would lock them out. */
export async function proveByPassword(at: Threshold, password: string): Promise<void> {
  const { personId } = ownerOf(at)
  const attempt = ['password.account', personId] as const
  await countAttempts(at.db, { traces: at.traces, clock: at.moment.clock }, attempt)
  const hash = await at.db.asSignIn((tx) => findPasswordHash(tx, personId))
  const isRight =
    hash !== undefined && canBePassword(password) && (await verifyPassword({ hash, password: keptPassword(password) }))
  if (!isRight) throw new DomainError('INVALID', 'password.wrong')
  await forgive(at.db, at.traces, attempt)
}

/** Changes one's own password, and ends all of one's sessions but this, which has another token then. Gives its cookie. */
export async function changePassword(
  at: Threshold,
  { current, ...typed }: TypedTwice & { current: string },
): Promise<string> {
  await proveByPassword(at, current)
  const { personId, sessionId, name } = ownerOf(at)
  const user = await at.db.asSignIn((tx) => findUserToWrite(tx, { id: personId }))
  const passwordHash = await hashOfNew(typed, [name, user?.email ?? ''])
  const changed = { userId: personId, passwordHash, at: at.moment.clock, keptSession: sessionId }
  await at.db.asSignIn((tx) => savePassword(tx, changed))
  await at.db.asSystem((tx) => saveMessage(tx, 'password-changed', personId))
  await recordAccountDeed(at.db, personId, 'account.change-password', at.moment)
  return at.cookie.write(await renewSession(at.db, sessionId))
}
