import { passkey } from '@better-auth/passkey'
import { betterAuth } from 'better-auth'
import { genericOAuth, twoFactor } from 'better-auth/plugins'
import { describe, expect, test } from 'vitest'
import { askAt } from '../support/ask.ts'
import { openServer } from '../support/browser.ts'

const site = await openServer()
const cookie = await site.cookieOf('administration-administrator')
const origin = `http://127.0.0.1:${site.server.port}`

/** Every address that the sign-in library would serve, were it let. */
const library = betterAuth({
  secret: 'of this test alone, and long enough',
  baseURL: origin,
  plugins: [twoFactor(), passkey(), genericOAuth({ config: [] })],
  logger: { disabled: true },
})
const paths = [
  ...new Set(
    Object.values(library.api).flatMap((endpoint) => {
      const { path } = endpoint as { path?: string }
      return path ? [path.replaceAll(/:\w+/g, 'x')] : []
    }),
  ),
]

describe('the addresses of the sign-in library', () => {
  test('are many', () => {
    expect(paths).toEqual(expect.arrayContaining(['/sign-up/email', '/change-email', '/list-sessions', '/delete-user']))
    expect(paths.length).toBeGreaterThan(40)
  })

  test.each(paths)('%s is served to nobody', async (path) => {
    for (const method of ['GET', 'POST']) {
      for (const headers of [{ origin }, { origin, cookie }] as Record<string, string>[]) {
        const { status, headers: answered } = await askAt(site.server.port, `/api/auth${path}`, headers, method)
        const isSignIn = status === 302 && String(answered.location).startsWith('/sign-in')
        expect([method, isSignIn || [401, 404, 405].includes(status) ? 'shut' : status]).toEqual([method, 'shut'])
        expect(answered['set-cookie'] ?? []).not.toEqual(
          expect.arrayContaining([expect.stringContaining('session_token')]),
        )
      }
    }
  })
})
