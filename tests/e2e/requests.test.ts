import { describe, expect, test } from 'vitest'
import { askAt, expectNothingLeakedIn } from '../support/ask.ts'
import { openServer } from '../support/browser.ts'
import { answered, pages } from '../support/pages.ts'

const site = await openServer()

const cookie = await site.cookieOf('ministry-analyst')

/** Asks as an analyst of the ministry. */
const ask = (path: string, headers?: Record<string, string>, method?: string) =>
  askAt(site.server.port, path, { cookie, ...headers }, method)

const expectNothingLeaked = (text: string) => expectNothingLeakedIn(text, site.dataDir)

describe('a request that means nothing here', () => {
  const long = 'x'.repeat(300)
  test.each([
    ['a month that the calendar does not have', '/?month=2026-13', 400, '2026-13 is no month'],
    ['a month that is a word', '/facilities?month=spring', 400, 'spring is no month'],
    ['a month that is code', "/compare?month=1';drop table facilities;--", 400, 'is no month'],
    ['a month that has not begun', '/?month=2031-01', 400, 'has not begun'],
    ['a month that has not begun, of a figure', `${pages.figure}?month=2031-01`, 400, 'has not begun'],
    ['a day that is none, of what was known', `${pages.figure}?known=31-31-31`, 400, '31-31-31 is no day'],
    ['a region that is not there', '/?region=atlantis', 404, 'There is no such region'],
    ['a region that is not there, of the register', '/facilities?region=atlantis', 404, 'There is no such region'],
    ['a region that is not there, of a comparison', '/compare?region=atlantis', 404, 'There is no such region'],
    ['a region that is not there, of an indicator', `${pages.indicator}?region=atlantis`, 404, 'no such region'],
    ['a region that is not there, of a rule', `${pages.rule}?region=atlantis`, 404, 'There is no such region'],
    ['a facility that is not there', '/facilities/atlantis', 404, 'There is no such facility'],
    ['a facility whose key is code', "/facilities/'%20or%201=1--", 404, 'There is no such facility'],
    ['a facility whose key is endless', `/facilities/${long}`, 400, 'does not exist'],
    ['an indicator that is not there', '/indicators/happiness', 404, 'There is no such indicator'],
    ['an indicator of every object', '/indicators/constructor', 404, 'There is no such indicator'],
    ['a figure of an indicator that is not there', '/facilities/kel-01/happiness', 404, 'There is no such indicator'],
    ['a comparison by an indicator that is not there', '/compare?indicator=happiness', 404, 'no such indicator'],
    ['a rule that is not there', '/rules/nmr-999', 404, 'There is no such rule'],
    ['a rule of every object', '/rules/__proto__', 404, 'There is no such rule'],
    ['a page that is not there', '/no-such-page', 404, 'There is no such page'],
    ['a way out of the folder', '/../../etc/passwd', 404, 'There is no such page'],
    ['a hidden way out of the folder', '/facilities/..%2f..%2fetc%2fpasswd', 404, 'There is no such facility'],
  ])('%s: a page says so, with a reference', async (_name, path, status, words) => {
    const answer = await ask(path.replaceAll(' ', '%20'))
    const main = /<main[\s\S]*<\/main>/.exec(answer.text)?.[0].replaceAll(/<[^>]+>/g, '') ?? answer.text
    expect(main).toContain(words)
    expect(answer.status).toBe(status)
    expect(main).toContain(`Reference: ${answer.headers['x-request-id']}`)
    expectNothingLeaked(answer.text)
  })

  test.each([
    '/assets/../../package.json',
    '/assets/..%2f..%2fpackage.json',
    '/assets/%2e%2e/%2e%2e/server/main.js',
    '/assets/nothing.js',
    '/%c0%ae%c0%ae/etc/passwd',
    '/facilities/%E0%A4%A',
  ])('%s gives no file', async (path) => {
    const answer = await ask(path)
    expect([400, 404]).toContain(answer.status)
    expect(answer.text).not.toMatch(/"dependencies"|root:x:/)
    expectNothingLeaked(answer.text)
  })

  test('a month before the first return has a page, and no figure in it', async () => {
    const answer = await ask(`${pages.figure}?month=1990-01`)
    expect(answer.status).toBe(200)
    expect(answer.text).toContain('data-state="missing"')
  })

  test('what is looked for is shown as text, however long, and never as markup', async () => {
    const tag = '<script>alert(1)</script>"><img src=x onerror=alert(1)>'
    for (const path of ['/', '/facilities', '/rules']) {
      const answer = await ask(`${path}?find=${encodeURIComponent(tag)}`)
      expect([path, answer.status]).toEqual([path, 200])
      expect(answer.text).not.toMatch(/<script>alert|<img src=x/)
      expect((await ask(`${path}?find=${long}`)).status).toBe(200)
    }
  })

  // Every name that any page reads, asked of every page: what is long or markup is answered whole, and as text.
  const names = [
    'month',
    'region',
    'indicator',
    'find',
    'q',
    'page',
    'sort',
    'order',
    'verdict',
    'theme',
    'dir',
    'lang',
  ]
  const wicked = { long: 'x'.repeat(10_240), markup: '<script>alert(1)</script>"><img src=x onerror=alert(1)>' }
  test.each([...answered, '/compare.csv'])('%s stays whole whatever its address asks', async (path) => {
    for (const name of names) {
      for (const [kind, value] of Object.entries(wicked)) {
        const { status, headers, text } = await ask(`${path}?${name}=${encodeURIComponent(value)}`)
        expect([name, kind, [200, 302, 400, 404].includes(status) || status]).toEqual([name, kind, true])
        const isPage = String(headers['content-type']).startsWith('text/html') && status !== 302
        expect([name, kind, isPage && !/<main[\s\S]*<\/main>[\s\S]*<\/html>/.test(text)]).toEqual([name, kind, false])
        if (isPage) expect(text).not.toMatch(/<script>alert|<img src=x/)
        if (status >= 400) expectNothingLeaked(text)
      }
    }
  })

  test('a file that is refused says why in words, as plain text', async () => {
    for (const query of ['month=9999-99', 'indicator=nothing', 'region=nowhere']) {
      const { status, headers, text } = await ask(`/compare.csv?${query}`)
      expect([query, status >= 400, headers['content-type']]).toEqual([query, true, 'text/plain; charset=utf-8'])
      expect(text).toMatch(/^\S[^{}]+\n[\s\S]*[0-9a-f-]{36}/)
    }
  })

  test('numbers that are none do not break a page', async () => {
    for (const query of [
      'page=-3',
      'page=1e9',
      'page=NaN',
      'sort=__proto__&order=up',
      'verdict=nonsense',
      'find=%00',
    ]) {
      expect([query, (await ask(`/?${query}`)).status]).toEqual([query, 200])
    }
  })

  test('the API refuses in the same way', async () => {
    const call = async (procedure: string, input: unknown) => {
      const answer = await ask(`/api/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify({ json: input }))}`)
      expectNothingLeaked(answer.text)
      return answer.status
    }
    expect(await call('facilities.list', { month: '2026-02' })).toBe(200)
    expect(await call('facilities.list', { month: '2026-13' })).toBe(400)
    expect(await call('facilities.get', { month: '2026-02', facility: 'atlantis' })).toBe(404)
    expect(await call('facilities.nothing', {})).toBe(404)
    expect(await call('facilities.list', undefined)).toBe(400)
  })
})

describe('headers', () => {
  const every = [...answered, pages.nothing, '/compare.csv?indicator=occupancy-rate', '/healthz', '/assets/nothing.js']

  test.each([...every, '/api/trpc/installation.get'])('%s', async (path) => {
    const { headers } = await ask(path)
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cache-control': 'no-store',
    })
    expect(headers['permissions-policy']).toContain('camera=()')
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
    expect(headers).not.toHaveProperty('x-powered-by')
    expect(headers).not.toHaveProperty('access-control-allow-origin')
  })

  test('every page has a nonce of its own, and every script of it carries it', async () => {
    const nonces = new Set<string>()
    for (const path of [...answered, pages.nothing]) {
      const { headers, text } = await ask(path)
      const policy = String(headers['content-security-policy'])
      const nonce = /script-src 'self' 'nonce-([^']+)'/.exec(policy)?.[1] ?? ''
      expect(policy).not.toMatch(/script-src[^;]*'unsafe/)
      for (const [script] of text.matchAll(/<script(?![^>]* src=)[^>]*>/g)) expect(script).toContain(`nonce="${nonce}"`)
      expect(text).not.toMatch(/<[^>]+ on[a-z]+="/)
      nonces.add(nonce)
    }
    expect(nonces.size).toBe(answered.length + 1)
  })

  test('only files with a hash in their name may be stored', async () => {
    const { text } = await ask('/')
    const file = /\/assets\/[\w.-]+\.js/.exec(text)?.[0] ?? ''
    const answer = await ask(file)
    expect(answer.status).toBe(200)
    expect(answer.headers['cache-control']).toContain('immutable')
    expect(answer.headers['x-content-type-options']).toBe('nosniff')
  })
})

describe('a stranger', () => {
  test.each([pages.overview, pages.facility, '/healthz', '/api/trpc/installation.get', '/assets/nothing.js'])(
    'is not served %s under a name that is not ours',
    async (path) => {
      for (const host of ['evil.example', `evil.example:${site.server.port}`, 'localhost:1']) {
        const answer = await ask(path, { host })
        expect([host, answer.status]).toEqual([host, 421])
        expect(answer.text).not.toContain('Daylight')
      }
    },
  )

  test.each(['POST', 'PUT', 'PATCH', 'DELETE'])('cannot ask for a change by %s from another page', async (method) => {
    const elsewhere: Record<string, string>[] = [
      { origin: 'http://evil.example' },
      { origin: 'null' },
      { origin: `https://localhost:${site.server.port}` },
      { 'sec-fetch-site': 'cross-site' },
    ]
    for (const from of elsewhere) {
      expect((await ask('/', { host: `localhost:${site.server.port}`, ...from }, method)).status).toBe(403)
      expect((await ask('/api/trpc/installation.get', from, method)).status).toBe(403)
    }
  })

  test('learns nothing of what is looked for: it is not in the log', async () => {
    await ask('/facilities?find=somebody-by-name')
    await ask('/healthz')
    expect(site.server.said()).not.toContain('somebody-by-name')
  })
})
