import type { Database } from '../../db/client.ts'
import { DomainError } from '../domain/errors.ts'
import type { KeyRing } from '../domain/keys.ts'
import type { SignedIn, Visitor } from '../domain/visitor.ts'
import { type Browser, findVisitor, leave, type Moment, recordVisit } from '../services/visits.ts'
import type { SessionCookie, SignedCookie } from './session-cookie.ts'
import { addressHeader, type SignIn } from './sign-in.ts'
import type { SingleSignOn } from './single-sign-on.ts'

/** Where somebody stands who wants to come in, or to look after their own account: one request. */
export interface Threshold {
  db: Database
  signIn: SignIn
  /** Under these keys the secrets of code generators stand. */
  secondFactors: KeyRing
  /** Under this key attempts are counted. */
  traces: string
  /** Accounts of a provider; undefined where the environment names none. */
  single: SingleSignOn | undefined
  cookie: SessionCookie
  /** Remembers between two steps who has given the right password. */
  challenge: SignedCookie
  browser: Browser
  moment: Moment
  cookies: string | null
  visitor: Visitor
}

/** What an entry gives: values of `Set-Cookie`, and whether a code is still asked for. */
export interface Entry {
  cookies: string[]
  asksCode: boolean
}

/** What the sign-in library is told of a request: its cookies and who carries them, and nothing that a visitor could make up. */
export function headersFor({ cookies, browser }: Threshold): Headers {
  const headers = new Headers()
  if (cookies) headers.set('cookie', cookies)
  if (browser.agent) headers.set('user-agent', browser.agent.slice(0, 300))
  if (browser.address) headers.set(addressHeader, browser.address)
  return headers
}

/** Writes down that a session of `token` has begun, and leaves the one before. */
export async function arrive(at: Threshold, token: string): Promise<void> {
  await recordVisit(at.db, await findVisitor(at.db, token, at.moment), 'session.begin', at.moment)
  await leave(at.db, at.visitor, at.moment)
}

/**
 * Who looks after their own account here.
 *
 * @throws DomainError NOT_PERMITTED for a stranger and for a session that lacks its second factor.
 */
export function ownerOf({ visitor: { signedIn } }: Threshold): SignedIn {
  if (!signedIn || signedIn.lacks === 'second-factor') throw new DomainError('NOT_PERMITTED', 'error.not-permitted')
  return signedIn
}
