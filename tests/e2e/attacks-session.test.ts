import { describe, expect, test } from 'vitest'
import { askAt } from '../support/ask.ts'
import { openServer } from '../support/browser.ts'
import { cookieIn, enterAs } from '../support/enter.ts'
import { pages } from '../support/pages.ts'

const site = await openServer()
const { port, url } = site.server
const host = `localhost:${port}`
const ask = (path: string, headers: Record<string, string> = {}, method?: string) =>
  askAt(port, path, { host, ...headers }, method)

const send = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(`${url}${path}`, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual', headers })

describe('cookies', () => {
  test('that of a session is for this host and for no script, and every entry makes a new one', async () => {
    const first = await enterAs(url, 'ministry-analyst')
    const again = await enterAs(url, 'ministry-analyst')
    expect(again).not.toBe(first)
  })

  test('every cookie that any page sets says how far it goes', async () => {
    const cookie = await enterAs(url, 'ministry-analyst')
    const answers = [
      await fetch(`${url}/?theme=dark&lang=en&dir=rtl`, { redirect: 'manual', headers: { cookie } }),
      await send('/sign-out', {}, { cookie, origin: url }),
    ]
    const set = answers.flatMap((answer) => answer.headers.getSetCookie())
    expect(set.length).toBeGreaterThan(1)
    for (const one of set) {
      expect(one).toMatch(/Path=\/(;|$)/)
      expect(one).toMatch(/SameSite=(Lax|Strict)/)
      expect(one).not.toMatch(/Domain=/i)
      if (/session/.test(one)) expect(one).toContain('HttpOnly')
    }
  })

  test('one that was planted before is not taken over, and the one before opens nothing after a new entry', async () => {
    const before = await enterAs(url, 'ministry-analyst')
    const html = await (await fetch(`${url}/sign-in`)).text()
    const person = /name="person" value="([^"]+)"/.exec(html)?.[1] ?? ''
    const entered = await send('/sign-in', { way: 'demonstration', person }, { cookie: before, origin: url })
    expect(cookieIn(entered)).not.toBe(before)
    expect((await ask('/facilities', { cookie: before })).status).toBe(302)
    expect((await ask('/facilities', { cookie: cookieIn(entered) })).status).toBe(200)
  })

  test('one that was left opens nothing, and the browser is told to forget', async () => {
    const cookie = await enterAs(url, 'ministry-analyst')
    const left = await send('/sign-out', {}, { cookie, origin: url })
    expect(left.headers.get('clear-site-data')).toContain('"cookies"')
    expect((await ask('/facilities', { cookie })).status).toBe(302)
    expect((await ask('/api/trpc/rules.list', { cookie })).status).toBe(401)
  })
})

describe('a change is asked for from our own pages alone', () => {
  const foreign: [string, Record<string, string>][] = [
    ['another site', { origin: 'http://evil.example' }],
    ['another site of our name', { origin: `http://localhost.evil.example:${port}` }],
    ['a sub-domain of ours', { origin: `http://sub.localhost:${port}` }],
    ['another port', { origin: `http://localhost:${port + 1}` }],
    ['another scheme', { origin: `https://localhost:${port}` }],
    ['our name and more', { origin: `http://localhost:${port}.evil.example` }],
    ['our name as somebody’s user', { origin: `http://localhost:${port}@evil.example` }],
    ['a page of nowhere', { origin: 'null' }],
    ['an empty word', { origin: '' }],
    ['a page that hides where it is', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbour', { 'sec-fetch-site': 'same-site' }],
  ]
  const paths = ['/sign-in', '/sign-out', '/role', '/', '/api/trpc/facilities.list', '/api/trpc/nothing']

  test.each(foreign)('not from %s', async (_name, headers) => {
    const cookie = await site.cookieOf('ministry-analyst')
    for (const path of paths) {
      expect([path, (await ask(path, { cookie, ...headers }, 'POST')).status]).toEqual([path, 403])
    }
    expect((await ask('/facilities', { cookie })).status).toBe(200)
  })

  test('a change never happens by an address that is only visited', async () => {
    const cookie = await enterAs(url, 'ministry-analyst')
    for (const path of ['/sign-out', '/role?assignment=x', '/sign-in?person=x']) await ask(path, { cookie })
    expect((await ask('/facilities', { cookie })).status).toBe(200)
  })
})

describe('nobody is led away from here', () => {
  const away = [
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'http://evil.example',
    'https:evil.example',
    'javascript:alert(1)',
    '/%09/evil.example',
    '/\t/evil.example',
    '/.//evil.example',
    '/a/..//evil.example',
    '/%2f/evil.example',
    ' //evil.example',
    '/\r\nLocation: http://evil.example',
    '@evil.example',
    '.evil.example',
    `${'/'.repeat(3000)}`,
  ]
  test.each(away)('by %j', async (next) => {
    const html = await (await fetch(`${url}/sign-in`)).text()
    const person = /name="person" value="([^"]+)"/.exec(html)?.[1] ?? ''
    const entered = await send('/sign-in', { way: 'demonstration', person, next }, { origin: url })
    const location = entered.headers.get('location') ?? ''
    expect(location).toMatch(/^\/(?![/\\])/)
    expect(new URL(location, url).host).toBe(host)
    const page = await (await fetch(`${url}/sign-in?next=${encodeURIComponent(next)}`)).text()
    expect(page).not.toMatch(/(href|value|action)="(\/\/|\/\\|https?:|javascript:)[^"]*(evil|alert)/)
  })

  test.each(['//evil.example/', '//evil.example/%2f..', '/\\evil.example/', '/sign-in//evil.example', '//sign-in'])(
    'by the address %s itself',
    async (path) => {
      const { headers } = await ask(path)
      expect(new URL(String(headers.location ?? '/'), url).host).toBe(host)
    },
  )
})

test('to whoever may not see it, a facility looks like one that is not there', async () => {
  const cookie = await site.cookieOf('facility-director')
  const shape = async (key: string, path: string) => {
    const { status, headers, text } = await ask(path.replace('kel-01', key), { cookie })
    const said = text
      .replaceAll(key, 'KEY')
      .replaceAll(String(headers['x-request-id']), 'REFERENCE')
      .replaceAll(/nonce(="|-|\\?":\\?")[^"'\\]+/g, 'NONCE')
    const names = Object.keys(headers).filter((name) => name !== 'content-length')
    return { status, names, said }
  }
  for (const path of [pages.facility, pages.figure, `${pages.facility}?month=2026-02`, `${pages.facility}.data`]) {
    const [others, none] = [await shape('dor-06', path), await shape('zzz-99', path)]
    expect([path, others.status]).toEqual([path, 404])
    expect(others).toEqual(none)
  }
})

test('whoever tries too many passwords is told how long to wait, as a page and in the head of the answer', async () => {
  const typed = { email: 'locked@example.org', password: 'wrong wrong wrong' }
  const tries = await Promise.all(Array.from({ length: 11 }, () => send('/sign-in', typed, { origin: url })))
  expect(tries.map(({ status }) => status).toSorted()).toEqual([...new Array(10).fill(400), 429])
  const refused = tries.find(({ status }) => status === 429)!
  const seconds = Number(refused.headers.get('retry-after'))
  expect(seconds > 0 && seconds <= 900).toBe(true)
  expect(await refused.text()).toMatch(`Tried too often. Wait ${Math.ceil(seconds / 60)} minute`)
})

test('no value that somebody sent stands in the log', async () => {
  const mark = 'sesame-91827'
  const cookie = await site.cookieOf('ministry-analyst')
  await ask(`/facilities?find=${mark}`, { cookie, 'user-agent': mark, referer: `http://x/${mark}` })
  await ask(`/facilities`, { cookie: `daylight.session_token=${mark}.${mark}; x=${mark}` })
  await ask(
    `/api/trpc/facilities.get?input=${encodeURIComponent(JSON.stringify({ json: { facility: `${mark}\0`, month: mark } }))}`,
    { cookie },
  )
  await send('/sign-in', { way: mark, person: mark, email: `${mark}@example.org`, password: mark }, { origin: url })
  await send('/role', { assignment: mark }, { cookie, origin: url })
  await ask('/', { host: mark })
  await ask('/', { cookie, origin: `http://${mark}.example` }, 'POST')
  const { headers } = await ask('/rules')
  await expect.poll(() => site.server.said()).toContain(String(headers['x-request-id']))
  expect(site.server.said()).not.toContain(mark)
  expect(site.server.said()).not.toContain(cookie.split('=')[1])
})
