import { betterAuth } from 'better-auth'
import { genericOAuth } from 'better-auth/plugins'
import type { Database } from '../../db/client.ts'
import { DomainError } from '../domain/errors.ts'
import { countAttempts } from '../services/sign-in-attempts.ts'
import { recordRefusedEntry } from '../services/visits.ts'
import { type SignInSettings, signInOptions } from './sign-in.ts'
import { arrive, type Entry, headersFor, type Threshold } from './threshold.ts'

/** The provider of a country's own accounts, as the environment names it (OpenID Connect). */
export interface SingleSignOnSettings {
  /** Its issuer: the settings are found below it at /.well-known/openid-configuration. */
  issuer: string
  clientId: string
  clientSecret: string
  /** What the button calls it. */
  name: string
}

export const providerId = 'single-sign-on'
const returnPath = '/sign-in/single/return'

function openLibrary(
  database: Database,
  settings: SignInSettings,
  { issuer, clientId, clientSecret }: SingleSignOnSettings,
) {
  const options = signInOptions(database, settings)
  return betterAuth({
    ...options,
    account: { encryptOAuthTokens: true, accountLinking: { enabled: true, trustedProviders: [] } },
    plugins: [
      genericOAuth({
        config: [
          {
            providerId,
            discoveryUrl: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
            clientId,
            clientSecret,
            scopes: ['openid', 'email'],
            pkce: true,
            redirectURI: `${settings.publicUrl}${returnPath}`,
            requireIdTokenVerification: true,
            // It opens accounts that were invited, and makes none.
            disableSignUp: true,
            disableImplicitSignUp: true,
          },
        ],
      }),
    ],
  })
}

export type SingleSignOn = ReturnType<typeof prepareSingleSignOn>

/** The single sign-on of an installation. The provider is asked for its settings when somebody first wants it, until it answers. */
export function prepareSingleSignOn(database: Database, settings: SignInSettings, given: SingleSignOnSettings) {
  let opened: ReturnType<typeof openLibrary> | undefined
  return {
    name: given.name,
    /** Undefined while the provider cannot be reached. */
    library: async () => {
      const library = opened ?? openLibrary(database, settings, given)
      const { socialProviders } = await library.$context
      const isThere = Array.isArray(socialProviders) && socialProviders.some(({ id }) => id === providerId)
      opened = isThere ? library : undefined
      return opened
    },
  }
}

/** What the button of the single sign-on says; undefined where there is none. */
export const singleSignOnName = async ({ single }: Threshold) => single?.name

/**
 * Begins the single sign-on. Gives the provider's address, and the cookie by which the return is known again.
 *
 * @throws DomainError NOT_POSSIBLE_NOW when the provider cannot be reached.
 */
export async function beginSingleSignOn(at: Threshold, next: string | undefined): Promise<Entry & { to: string }> {
  const library = await libraryOf(at)
  const { clock } = at.moment
  await countAttempts(at.db, { traces: at.traces, clock }, ['password.address', at.browser.address])
  const answer = await library.api.signInSocial({
    body: { provider: providerId, callbackURL: next ?? '/home', errorCallbackURL: '/sign-in', disableRedirect: true },
    headers: headersFor(at),
    asResponse: true,
  })
  const { url } = (await answer.json()) as { url?: string }
  if (!url) throw new DomainError('NOT_POSSIBLE_NOW', 'single-sign-on.away')
  return { to: url, cookies: answer.headers.getSetCookie(), asksCode: false }
}

/**
 * Enters with what the provider says. It is one proof: whoever has a second factor with us gives its code as well.
 *
 * @throws DomainError INVALID for an address that nobody invited, that the provider did not verify, and for a return that
 *   was not begun here; NOT_POSSIBLE_NOW after too many of one address.
 */
export async function finishSingleSignOn(
  at: Threshold,
  query: Record<string, string>,
): Promise<Entry & { to: string }> {
  const library = await libraryOf(at)
  const { traces, moment, browser } = at
  await countAttempts(at.db, { traces, clock: moment.clock }, ['single-sign-on.address', browser.address])
  const answer = await library.api
    .callbackOAuth({ params: { id: providerId }, query, headers: headersFor(at), method: 'GET', asResponse: true })
    .catch(() => undefined)
  const cookies = answer?.headers.getSetCookie() ?? []
  const token = at.cookie.read(cookies.map((line) => line.split(';')[0]).join('; '))
  if (!token) {
    await recordRefusedEntry(at.db, 'public', { way: 'single-sign-on' }, at.moment)
    throw new DomainError('INVALID', 'single-sign-on.refused')
  }
  await arrive(at, token)
  return { to: answer?.headers.get('location') ?? '/home', cookies, asksCode: false }
}

async function libraryOf({ single }: Threshold) {
  if (!single) throw new DomainError('NOT_FOUND', 'error.not-found')
  const library = await single.library()
  if (!library) throw new DomainError('NOT_POSSIBLE_NOW', 'single-sign-on.away')
  return library
}
