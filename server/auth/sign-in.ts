import { passkey } from '@better-auth/passkey'
import { type BetterAuthOptions, betterAuth } from 'better-auth'
import { twoFactor } from 'better-auth/plugins'
import { v7 } from 'uuid'
import type { Database } from '../../db/client.ts'
import { noteSeen } from '../../db/queries/sign-in.ts'
import { longestPassword, shortestPassword } from '../domain/sign-in/password.ts'
import { sessionLimits } from '../domain/sign-in/session-limits.ts'
import { signInAdapter } from './adapter.ts'

/** What the sign-in needs to know of its installation. */
export interface SignInSettings {
  /** Where the pages are reached: decides the cookies, and the name that a passkey is bound to. */
  publicUrl: string
  /** At least 32 characters; signs cookies. */
  secret: string
}

/** Behind TLS a browser takes a cookie of this name only from this very host. */
export const cookiePrefix = (publicUrl: string) => (publicUrl.startsWith('https:') ? '__Host-daylight' : 'daylight')

/** The head in which the library is told the address of the connection; only threshold.ts writes it. */
export const addressHeader = 'x-daylight-address'

/** How long a code may take after the password was right. */
export const challengeSeconds = 600

export type SignIn = ReturnType<typeof openSignIn>

/** The way in that is two proofs at once: what you have, and who you are. Codes are looked at by ways-in.ts. */
const twoProofs = ['/passkey/verify-authentication']

/** What every use of the sign-in library has in common. */
export function signInOptions(database: Database, { publicUrl, secret }: SignInSettings) {
  const isSecure = publicUrl.startsWith('https:')
  return {
    appName: 'Daylight',
    baseURL: publicUrl,
    trustedOrigins: [publicUrl],
    secret,
    database: signInAdapter(database),
    telemetry: { enabled: false },
    logger: { disabled: true },
    // Only its own handler counts by this; Daylight counts in the database, for pages too.
    rateLimit: { enabled: false },
    session: {
      expiresIn: sessionLimits.absoluteMs / 1000,
      disableSessionRefresh: true,
      freshAge: sessionLimits.freshMs / 1000,
      additionalFields: { factors: { type: 'number', input: false, defaultValue: 1 } },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (made, context) => ({
            data: {
              ...made,
              factors: twoProofs.includes(context?.path ?? '') ? 2 : 1,
              // Of an address of 128 bits we keep the network, which the library takes for no address at all.
              ipAddress: context?.headers?.get(addressHeader) ?? null,
            },
          }),
          after: (made) => database.asSignIn((tx) => noteSeen(tx, made.userId, made.createdAt)),
        },
      },
    },
    advanced: {
      database: { generateId: () => v7() },
      ipAddress: { ipAddressHeaders: [addressHeader] },
      cookiePrefix: cookiePrefix(publicUrl),
      useSecureCookies: false,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure },
    },
  } satisfies BetterAuthOptions
}

/**
 * The sign-in library as Daylight uses it: nobody registers, nobody makes an organisation or a provider of their own, and
 * its own addresses are not served. Pages call it by `api`.
 */
export function openSignIn(database: Database, settings: SignInSettings) {
  return betterAuth({
    ...signInOptions(database, settings),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: shortestPassword,
      maxPasswordLength: longestPassword,
      revokeSessionsOnPasswordReset: true,
    },
    plugins: [
      twoFactor({ issuer: 'Daylight', allowPasswordless: true, twoFactorCookieMaxAge: challengeSeconds }),
      passkey({
        rpName: 'Daylight',
        origin: settings.publicUrl,
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        registration: {
          afterVerification: ({ verification }) => demandVerifiedUser(verification.registrationInfo?.userVerified),
        },
        authentication: {
          afterVerification: ({ verification }) => demandVerifiedUser(verification.authenticationInfo.userVerified),
        },
      }),
    ],
  })
}

/** A passkey counts as two proofs only when the device has asked its holder for a finger, a face or a code. */
function demandVerifiedUser(isVerified: boolean | undefined): undefined {
  if (!isVerified) throw new Error('the device did not verify its holder')
  return undefined
}
