import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { guard, isOwnHost, isOwnOrigin } from '../../../server/web/guard.ts'
import { securityHeaders } from '../../../server/web/security-headers.ts'

test.each([
  ['localhost:3000', true],
  ['127.0.0.1:3000', true],
  ['[::1]:3000', true],
  ['localhost:3001', false],
  ['localhost', false],
  ['evil.example:3000', false],
  ['localhost.evil.example:3000', false],
  ['', false],
  [undefined, false],
])('the host %s is our own: %s', (host, expected) => {
  expect(isOwnHost(host, { port: 3000 })).toBe(expected)
})

const behindProxy = { port: 3000, publicUrl: 'https://daylight.example.org' }

test.each([
  ['daylight.example.org', true],
  ['localhost:3000', true],
  ['daylight.example.org:8443', false],
  ['daylight.example.org.evil.example', false],
])('behind a proxy the host %s is our own: %s', (host, expected) => {
  expect(isOwnHost(host, behindProxy)).toBe(expected)
})

test.each([
  ['https://daylight.example.org', true],
  ['http://daylight.example.org', false],
  ['https://evil.example', false],
  ['http://localhost:3000', false],
  ['null', false],
])('behind a proxy a change asked for by %s is our own: %s', (origin, expected) => {
  expect(isOwnOrigin(new Headers({ origin }), behindProxy)).toBe(expected)
})

test.each([
  [{ origin: 'http://localhost:3000' }, true],
  [{ origin: 'http://[::1]:3000' }, true],
  [{ origin: 'https://localhost:3000' }, false],
  [{ origin: 'http://evil.example' }, false],
  [{ origin: 'null' }, false],
  [{ 'sec-fetch-site': 'cross-site' }, false],
  [{ 'sec-fetch-site': 'same-site' }, false],
  [{ 'sec-fetch-site': 'same-origin' }, true],
  [{}, true],
])('a change asked for with %o is our own: %s', (headers, expected) => {
  expect(isOwnOrigin(new Headers(headers as Record<string, string>), { port: 3000 })).toBe(expected)
})

test('behind TLS a browser is told to come by TLS alone, and on this computer it is not', async () => {
  const told = async (where: { port: number; publicUrl?: string }) => {
    const site = new Hono().use(securityHeaders(() => where)).all('*', (c) => c.text('answered'))
    return (await site.request('/')).headers.get('strict-transport-security')
  }
  expect(await told(behindProxy)).toBe('max-age=63072000')
  expect(await told({ port: 3000 })).toBeNull()
  expect(await told({ port: 3000, publicUrl: 'http://localhost:3000' })).toBeNull()
})

test('a foreign name is refused for every method, a foreign page only for changes', async () => {
  const site = new Hono().use(guard(() => ({ port: 3000 }))).all('*', (c) => c.text('answered'))
  const ask = async (method: string, headers: Record<string, string>) =>
    (await site.request('/', { method, headers })).status
  expect(await ask('GET', { host: 'evil.example:3000' })).toBe(421)
  expect(await ask('GET', { host: 'localhost:3000', origin: 'http://evil.example' })).toBe(200)
  expect(await ask('POST', { host: 'localhost:3000', origin: 'http://evil.example' })).toBe(403)
  expect(await ask('POST', { host: 'localhost:3000', origin: 'http://localhost:3000' })).toBe(200)
})

test.each([
  ['http://evil.example/', 400],
  ['http://localhost:3000/', 400],
  ['*', 400],
  ['evil.example:443', 400],
  ['/', 200],
])('a request whose first line asks for %s is answered with %i', async (url, status) => {
  const site = new Hono().use(guard(() => ({ port: 3000 }))).all('*', (c) => c.text('answered'))
  const answer = await site.request('/', { headers: { host: 'localhost:3000' } }, { incoming: { url } })
  expect(answer.status).toBe(status)
})
