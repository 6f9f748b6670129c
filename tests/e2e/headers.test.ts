import { describe, expect, test } from 'vitest'
import { appRouter } from '../../server/trpc/router.ts'
import { askAt } from '../support/ask.ts'
import { openServer } from '../support/browser.ts'
import { listSitePaths } from '../support/site-routes.ts'

const site = await openServer()
const cookie = await site.cookieOf('ministry-analyst')
const ask = (path: string, headers?: Record<string, string>, method?: string) =>
  askAt(site.server.port, path, headers, method)

const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, { _def: { type: string } }>)
const calls = procedures.map(
  ([name, { _def }]) => [`/api/trpc/${name}`, _def.type === 'mutation' ? 'POST' : 'GET'] as const,
)
const pages = (await listSitePaths()).map((path) => [path, 'GET'] as const)
const others = [
  ['/healthz', 'GET'],
  ['/assets/nothing.js', 'GET'],
  ['/api/trpc/nothing.at.all', 'GET'],
  ['/api/nothing', 'GET'],
  ['/', 'POST'],
  ['/', 'OPTIONS'],
  ['/', 'TRACE'],
] as const

test('the manifest lists the pages', () => {
  expect(pages.length).toBeGreaterThan(10)
})

describe.each([
  ['to a stranger', {}],
  ['to an analyst', { cookie }],
])('every answer %s carries what a browser has to hold to', (_whom, sent) => {
  test.each([...pages, ...calls, ...others])('%s by %s', async (path, method) => {
    const { status, headers } = await ask(path, sent, method)
    expect(status).toBeLessThan(500)
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      // What opens something by its address is not named to anybody, not even in a proxy's log.
      'referrer-policy': /^\/(invitation|reset)\//.test(path) ? 'strict-origin' : 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    })
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe|style-src-elem[^;]*unsafe|\*|https?:/)
    expect(headers['permissions-policy']).toMatch(/camera=\(\).*geolocation=\(\).*microphone=\(\)/)
    for (const name of ['x-powered-by', 'server', 'access-control-allow-origin', 'etag', 'last-modified']) {
      expect(headers).not.toHaveProperty(name)
    }
    // Over plain HTTP it would lock out every other program of this computer.
    expect(headers).not.toHaveProperty('strict-transport-security')
  })
})

describe('every script and style element of a page carries the nonce of its own answer', () => {
  const seen = new Set<string>()
  test.each(pages)('%s', async (path) => {
    const { headers, text } = await ask(path, { cookie })
    if (!String(headers['content-type']).startsWith('text/html')) return
    const policy = String(headers['content-security-policy'])
    const nonce = /script-src 'self' 'nonce-([^']{22,})'/.exec(policy)?.[1] ?? ''
    expect(nonce).not.toBe('')
    expect(policy).toContain(`style-src-elem 'self' 'nonce-${nonce}'`)
    expect(policy).toContain("require-trusted-types-for 'script'; trusted-types default")
    for (const [element] of text.matchAll(/<(?:script(?![^>]* src=)|style)\b[^>]*>/g)) {
      expect(element).toContain(`nonce="${nonce}"`)
    }
    expect(text).not.toMatch(/<[^>]+ on[a-z]+=|javascript:/i)
    expect(seen.has(nonce)).toBe(false)
    seen.add(nonce)
  })
})
