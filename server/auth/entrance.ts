import type { Database } from '../../db/client.ts'
import type { KeyRing } from '../domain/keys.ts'
import * as account from './own-account.ts'
import * as keys from './passkeys.ts'
import * as passwords from './passwords.ts'
import * as factor from './second-factor.ts'
import { challengeCookie, sessionCookie } from './session-cookie.ts'
import { openSignIn, type SignInSettings } from './sign-in.ts'
import * as single from './single-sign-on.ts'
import type { Threshold } from './threshold.ts'
import * as ways from './ways-in.ts'

const ssoDeeds = {
  singleSignOnName: single.singleSignOnName,
  beginSingleSignOn: single.beginSingleSignOn,
  finishSingleSignOn: single.finishSingleSignOn,
}

const deeds = { ...ssoDeeds, ...ways, ...passwords, ...factor, ...keys, ...account }

type Deeds = typeof deeds
/** The deeds of one request. */
export type Entrance = {
  [Name in Exclude<keyof Deeds, 'isId'>]: Deeds[Name] extends (at: Threshold, ...rest: infer Rest) => infer Answer
    ? (...rest: Rest) => Answer
    : never
}

/**
 * All that a page can do about getting in, and about one's own account, for one request. Each deed is in transactions of its
 * own; cookies that it gives are values of `Set-Cookie`.
 */
function openEntrance(at: Threshold): Entrance {
  const bound = Object.entries(deeds).map(([name, deed]) => [
    name,
    (...rest: unknown[]) => (deed as (at: Threshold, ...rest: unknown[]) => unknown)(at, ...rest),
  ])
  return Object.fromEntries(bound) as Entrance
}

/** What is known of one request. */
export type Arrival = Pick<Threshold, 'browser' | 'moment' | 'cookies' | 'visitor'>

/** What the entrance needs to know of its installation. */
export interface EntranceSettings extends SignInSettings {
  /** Under this key attempts are counted. */
  traces: string
  /** Under these keys the secrets of code generators stand. */
  secondFactors: KeyRing
  single?: single.SingleSignOnSettings | undefined
}

/** Makes the entrance of an installation ready. Gives the entrance of each request. */
export function prepareEntrance(db: Database, settings: EntranceSettings) {
  const standing = {
    db,
    traces: settings.traces,
    single: settings.single && single.prepareSingleSignOn(db, settings, settings.single),
    secondFactors: settings.secondFactors,
    signIn: openSignIn(db, settings),
    cookie: sessionCookie(settings),
    challenge: challengeCookie(settings),
  }
  return (arrival: Arrival): Entrance => openEntrance({ ...standing, ...arrival })
}
