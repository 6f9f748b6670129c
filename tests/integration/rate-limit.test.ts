import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { sessionCookie } from '../../server/auth/session-cookie.ts'
import { requestLimits } from '../../server/domain/sign-in/request-limits.ts'
import { openLog } from '../../server/log.ts'
import { limitRate } from '../../server/web/rate-limit.ts'
import { requests, type WebEnv } from '../../server/web/requests.ts'
import { freshDatabase } from '../support/database.ts'

const db = await freshDatabase()
const cookie = sessionCookie({ publicUrl: 'http://localhost:3000', secret: 'x7Kq2m'.repeat(8) })
let now = new Date('2026-01-15T09:00:00Z')

/** One process of the site: two of them share the database and nothing else. */
function openProcess(proxyHops = 1) {
  const limit = limitRate({ database: db, cookie, clock: () => now, proxyHops })
  return new Hono<WebEnv>().use(requests(openLog('silent')), limit).all('*', (c) => c.text('answered'))
}
const [one, other] = [openProcess(), openProcess()]

const from = (address: string) => ({ 'x-forwarded-for': address })
const signedIn = (token: string) => ({ cookie: cookie.write(token).split(';')[0]! })
const change = (headers: Record<string, string>, process = one) => process.request('/x', { method: 'POST', headers })
const { most, windowMs } = requestLimits.change

async function changeOften(headers: Record<string, string>, times: number) {
  const statuses = []
  for (let count = 0; count < times; count++) statuses.push((await change(headers, count % 2 ? one : other)).status)
  return statuses
}

test('changes of one address are counted over all processes, until the window is over', async () => {
  const headers = from('192.0.2.1')
  expect(new Set(await changeOften(headers, most))).toEqual(new Set([200]))
  // How long the window is still open is said, and not how long it is.
  now = new Date(now.getTime() + 17_500)
  const refused = await change({ ...headers, accept: 'text/html' })
  expect(refused.status).toBe(429)
  expect(refused.headers.get('retry-after')).toBe('43')
  expect(await refused.text()).toMatch(/<h1>You have asked too often. Wait 43 seconds, .*Reference: [\w-]{36}/)
  const called = await one.request('/api/trpc/people.end', { method: 'POST', headers })
  expect([called.status, called.headers.get('retry-after')]).toEqual([429, '43'])
  expect((await called.json()).error.json).toEqual({
    message: 'error.too-often',
    code: -32029,
    data: {
      code: 'TOO_MANY_REQUESTS',
      httpStatus: 429,
      words: expect.stringContaining('Wait 43 seconds'),
      seconds: 43,
    },
  })
  expect((await change(from('192.0.2.2'))).status).toBe(200)
  // Reading goes on.
  expect((await one.request('/x', { headers })).status).toBe(200)
  now = new Date(now.getTime() + windowMs + 1)
  expect((await change(headers)).status).toBe(200)
})

test('a session counts by itself, and a forged one by its address', async () => {
  const headers = from('192.0.2.3')
  await changeOften(headers, most)
  expect((await change({ ...headers, ...signedIn('a') })).status).toBe(200)
  const { cookie: forged } = signedIn('a')
  expect((await change({ ...headers, cookie: forged.replace('=a.', '=b.') })).status).toBe(429)
})

test('an asker who adds addresses of their own to the list is still one', async () => {
  await changeOften(from('192.0.2.4'), most)
  expect((await change(from('203.0.113.9, 192.0.2.4'))).status).toBe(429)
  // Without a proxy of ours the list is not heard at all.
  const open = openProcess(0)
  await Promise.all(Array.from({ length: most }, (_, n) => change(from(`198.51.100.${n}`), open)))
  expect((await change(from('198.51.100.250'), open)).status).toBe(429)
})

test('questions are refused where there is no end of them, and nothing is written down for them', async () => {
  const ask = () => one.request('/y', { headers: from('192.0.2.5') })
  for (let count = 0; count < requestLimits.read.most; count++) await ask()
  const refused = await ask()
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1'])
  expect((await other.request('/y', { headers: from('192.0.2.5') })).status).toBe(200)
})
