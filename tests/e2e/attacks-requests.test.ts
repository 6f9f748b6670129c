import { describe, expect, test } from 'vitest'
import { askAt, expectNothingLeakedIn } from '../support/ask.ts'
import { openServer } from '../support/browser.ts'
import { sendRaw, statusesIn } from '../support/raw-request.ts'

const site = await openServer()
const cookie = await site.cookieOf('ministry-analyst')
const { port } = site.server
const host = `localhost:${port}`
const ask = (path: string, headers: Record<string, string> = {}, method?: string) =>
  askAt(port, path, { host, cookie, ...headers }, method)

const lines = (...text: string[]) => `${text.join('\r\n')}\r\n\r\n`
const smuggled = lines('GET /healthz HTTP/1.1', `Host: ${host}`)

describe('a request of which two ends could be read is refused, and nothing behind it is answered', () => {
  test.each([
    [
      'a length and pieces',
      lines('POST /sign-in HTTP/1.1', `Host: ${host}`, 'Content-Length: 4', 'Transfer-Encoding: chunked'),
    ],
    ['two lengths', lines('POST /sign-in HTTP/1.1', `Host: ${host}`, 'Content-Length: 0', 'Content-Length: 40')],
    ['a length that is no number', lines('POST /sign-in HTTP/1.1', `Host: ${host}`, 'Content-Length: +4')],
    ['pieces by another name', lines('POST /sign-in HTTP/1.1', `Host: ${host}`, 'Transfer-Encoding: xchunked')],
    ['a space before the colon', lines('POST /sign-in HTTP/1.1', `Host: ${host}`, 'Content-Length : 4')],
    [
      'a header that goes on in the next line',
      lines('GET / HTTP/1.1', `Host: ${host}`, 'X-A: b', ' Content-Length: 4'),
    ],
    ['no host', lines('GET / HTTP/1.1')],
    ['a nought byte in a header', lines('GET / HTTP/1.1', `Host: ${host}`, 'X-A: b\0c')],
    ['a line break of one sign', `GET / HTTP/1.1\nHost: ${host}\n\n`],
    ['no HTTP at all', 'EHLO daylight\r\n\r\n'],
  ])('%s', async (_name, head) => {
    const statuses = statusesIn(await sendRaw(port, `${head}${smuggled}`))
    expect(statuses.slice(0, 1).every((status) => status >= 400 && status < 500)).toBe(true)
    expect(statuses.length).toBeLessThanOrEqual(1)
  })

  test('a body that looks like a request is a body', async () => {
    const head = lines(
      'POST /sign-in HTTP/1.1',
      `Host: ${host}`,
      'Connection: close',
      'Content-Type: application/x-www-form-urlencoded',
      `Content-Length: ${smuggled.length}`,
    )
    expect(statusesIn(await sendRaw(port, `${head}${smuggled}`))).toHaveLength(1)
  })

  test.each([
    ['a whole address of somebody else', `GET http://evil.example/ HTTP/1.1`, [`Host: ${host}`]],
    ['two hosts', 'GET /healthz HTTP/1.1', [`Host: ${host}`, 'Host: evil.example']],
    ['somebody else and us', 'GET /healthz HTTP/1.1', ['Host: evil.example', `Host: ${host}`]],
    ['a forwarded host', 'GET /sign-in HTTP/1.1', ['Host: evil.example', `X-Forwarded-Host: ${host}`]],
  ])('%s is not us', async (_name, first, headers) => {
    const answer = await sendRaw(port, lines(first, ...headers, 'Connection: close'))
    expect([400, 421]).toContain(statusesIn(answer)[0])
  })
})

describe('what is too large', () => {
  test.each([
    ['an address', `/?find=${'x'.repeat(20_000)}`, {}, 'GET', 431],
    ['a cookie', '/', { cookie: `x=${'y'.repeat(20_000)}` }, 'GET', 431],
    ['a body by its announced length', '/sign-in', { 'content-length': '2000000' }, 'POST', 413],
  ] as const)('%s is refused', async (_name, path, headers, method, status) => {
    const answer = await sendRaw(
      port,
      lines(
        `${method} ${path} HTTP/1.1`,
        `Host: ${host}`,
        'Connection: close',
        ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
      ),
    )
    expect(statusesIn(answer)).toEqual([status])
  })

  test('many cookies of others are no hindrance', async () => {
    const others = Array.from({ length: 150 }, (_, n) => `c${n}=${'v'.repeat(40)}`).join('; ')
    expect((await ask('/rules', { cookie: `${others}; ${cookie}` })).status).toBe(200)
  })
})

describe('no answer carries a header that was asked for', () => {
  const breaks = [
    '%0d%0aSet-Cookie:%20stolen=1',
    '%0aLocation:%20http://evil.example',
    '%E5%98%8A%E5%98%8DSet-Cookie:stolen=1',
  ]
  const places = [
    '/compare.csv?indicator=occupancy-rate',
    '/compare.csv?indicator=occupancy-rate&month=2026-02',
    '/?theme=dark',
    '/?lang=en',
    '/?dir=rtl',
    '/sign-in?next=/rules',
    '/facilities/kel-01',
    '/no-such-page/',
  ]
  test.each(places.flatMap((place) => breaks.map((broken) => [`${place}${broken}`])))('%s', async (path) => {
    const { status, headers, text } = await ask(path)
    expect(status).toBeLessThan(500)
    expect(JSON.stringify(headers['set-cookie'] ?? '')).not.toMatch(/"?stolen=1"?;|^\["stolen/)
    expect(String(headers.location ?? '/')).toMatch(/^\/(?!\/)[^\r\n]*$/)
    expectNothingLeakedIn(text, site.dataDir)
  })
})

describe('the way out of the folder', () => {
  const climbs = [
    '../',
    '..%2f',
    '%2e%2e/',
    '%2e%2e%2f',
    '..%5c',
    '..\\',
    '....//',
    '..;/',
    '%252e%252e%252f',
    '/./../',
    '%00../',
  ]
  const files = ['package.json', 'build/server/main.js', 'README.md', 'etc/passwd', '.data/keys/sign-in']
  const starts = ['/assets/', '/', '/facilities/']
  test.each(starts.flatMap((start) => climbs.map((climb) => [start, climb])))(
    '%s%s leads nowhere',
    async (start, climb) => {
      for (const file of files) {
        for (const depth of [1, 3, 6]) {
          const { status, text } = await ask(`${start}${climb.repeat(depth)}${file}`)
          expect([file, depth, status < 500 || status]).toEqual([file, depth, true])
          expect(text).not.toMatch(/"dependencies"|root:x:|## Two commands|sourceMappingURL/)
        }
      }
    },
  )
})

describe('the API for machines', () => {
  const call = (procedure: string, input: string, more = '') =>
    ask(`/api/trpc/${procedure}?input=${encodeURIComponent(input)}${more}`)

  test.each([
    ['what is no JSON', '{'],
    ['nothing', ''],
    ['a list', '[]'],
    ['a word', '"x"'],
    ['deep lists', '['.repeat(1500) + ']'.repeat(1500)],
    ['a prototype', '{"json":{"__proto__":{"month":"2026-02"}}}'],
    ['a way to the prototype', '{"json":{"month":"2026-02"},"meta":{"values":{"__proto__.polluted":["undefined"]}}}'],
    [
      'a way to the constructor',
      '{"json":{"month":"2026-02"},"meta":{"values":{"constructor.prototype.polluted":["Date"]}}}',
    ],
    ['a type that is none', '{"json":{"month":"2026-02"},"meta":{"values":{"month":["class"]}}}'],
    ['a pattern', '{"json":{"month":"/(a+)+$/"},"meta":{"values":{"month":["regexp"]}}}'],
    ['another reference', '{"json":{"month":"2026-02"},"meta":{"referentialEqualities":{"month":["__proto__.x"]}}}'],
    ['a nought byte', JSON.stringify({ json: { month: '2026-02', region: 'a\0b' } })],
  ])('%s is refused as a mistake of the asker', async (_name, input) => {
    const { status, text } = await call('facilities.list', input)
    expect(status).toBe(400)
    expectNothingLeakedIn(text, site.dataDir)
  })

  test('many calls at once are not taken in one', async () => {
    const { status } = await call('facilities.list,rules.list', '{"0":{"json":{"month":"2026-02"}}}', '&batch=1')
    expect([400, 404]).toContain(status)
  })

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'a form of another page (%s) is no call',
    async (type) => {
      const { status } = await ask('/api/trpc/facilities.list', { 'content-type': type }, 'POST')
      expect([405, 415]).toContain(status)
    },
  )
})

test('nothing of all that was an outage: the log holds no error', () => {
  const faults = site.server
    .said()
    .split('\n')
    .filter((line) => /"level":"(error|fatal)"/.test(line))
  expect(faults).toEqual([])
})
