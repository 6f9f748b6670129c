import { deletePasskey, listPasskeys, renamePasskey } from '../../db/queries/second-factors.ts'
import { DomainError } from '../domain/errors.ts'
import { countAttempts } from '../services/sign-in-attempts.ts'
import { recordAccountDeed, recordRefusedEntry } from '../services/visits.ts'
import { arrive, type Entry, headersFor, ownerOf, type Threshold } from './threshold.ts'

/** A question to the browser's passkeys as JSON (WebAuthn), and the cookie by which the answer is known again. */
export interface PasskeyQuestion {
  question: unknown
  cookies: string[]
}

/** Asks for whichever passkey the visitor has. @throws DomainError NOT_POSSIBLE_NOW after too many questions of one address. */
export async function askForPasskey(at: Threshold): Promise<PasskeyQuestion> {
  const { traces, moment, browser } = at
  await countAttempts(at.db, { traces, clock: moment.clock }, ['passkey.address', browser.address])
  return questionIn(
    await at.signIn.api.generatePasskeyAuthenticationOptions({ headers: headersFor(at), asResponse: true }),
  )
}

/**
 * Enters by a passkey: two proofs at once, for the device has asked its holder.
 *
 * @throws DomainError INVALID for a passkey of nobody, a wrong signature, and an answer to another question.
 */
export async function enterByPasskey(at: Threshold, response: Record<string, unknown>): Promise<Entry> {
  const { traces, moment, browser } = at
  const verify = at.signIn.api.verifyPasskeyAuthentication
  await countAttempts(at.db, { traces, clock: moment.clock }, ['password.address', browser.address])
  // The library looks at its shape.
  const body = { response } as unknown as NonNullable<Parameters<typeof verify>[0]>['body']
  const answer = await verify({ body, headers: headersFor(at), asResponse: true })
  if (!answer.ok) {
    await recordRefusedEntry(at.db, 'public', { way: 'passkey' }, moment)
    throw new DomainError('INVALID', 'passkey.wrong')
  }
  const { session } = (await answer.json()) as { session: { token: string } }
  await arrive(at, session.token)
  return { cookies: answer.headers.getSetCookie(), asksCode: false }
}

/** Asks the browser to make a passkey for the signed-in person. */
export async function askForNewPasskey(at: Threshold): Promise<PasskeyQuestion> {
  ownerOf(at)
  const answer = await at.signIn.api.generatePasskeyRegistrationOptions({ headers: headersFor(at), asResponse: true })
  if (answer.status === 403) throw new DomainError('NOT_POSSIBLE_NOW', 'passkey.not-fresh')
  return questionIn(answer)
}

/** Keeps the public half of a passkey that the browser has made. */
export async function addPasskey(
  at: Threshold,
  { response, name }: { response: unknown; name: string },
): Promise<void> {
  const { personId } = ownerOf(at)
  const body = { response, name: nameOf(name) }
  const answer = await at.signIn.api.verifyPasskeyRegistration({ body, headers: headersFor(at), asResponse: true })
  if (answer.status === 403) throw new DomainError('NOT_POSSIBLE_NOW', 'passkey.not-fresh')
  if (!answer.ok) throw new DomainError('INVALID', 'passkey.not-made')
  await recordAccountDeed(at.db, personId, 'account.add-passkey', at.moment)
}

export function ownPasskeys(at: Threshold) {
  const { personId } = ownerOf(at)
  return at.db.asSignIn((tx) => listPasskeys(tx, personId))
}

export async function nameOwnPasskey(at: Threshold, id: string, name: string): Promise<void> {
  const { personId } = ownerOf(at)
  const isDone = isId(id) && (await at.db.asSignIn((tx) => renamePasskey(tx, personId, id, nameOf(name))))
  if (!isDone) throw new DomainError('NOT_FOUND', 'passkey.none')
}

export async function removeOwnPasskey(at: Threshold, id: string): Promise<void> {
  const { personId } = ownerOf(at)
  const isDone = isId(id) && (await at.db.asSignIn((tx) => deletePasskey(tx, personId, id)))
  if (!isDone) throw new DomainError('NOT_FOUND', 'passkey.none')
  await recordAccountDeed(at.db, personId, 'account.remove-passkey', at.moment)
}

async function questionIn(answer: Response): Promise<PasskeyQuestion> {
  if (!answer.ok) throw new DomainError('NOT_POSSIBLE_NOW', 'passkey.not-made')
  return { question: await answer.json(), cookies: answer.headers.getSetCookie() }
}

function nameOf(typed: string): string {
  const name = typed.normalize('NFC').trim()
  if (!/^[^\p{C}\p{Zl}\p{Zp}]{1,60}$/u.test(name)) throw new DomainError('INVALID', 'passkey.name')
  return name
}

export const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
