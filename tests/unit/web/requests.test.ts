import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { openLog } from '../../../server/log.ts'
import { makeToken } from '../../../server/services/one-time-token.ts'
import { loggedPath, requests, type WebEnv } from '../../../server/web/requests.ts'

const token = makeToken()

test.each([
  ['/facilities/kel-01/occupancy-rate', '/facilities/kel-01/occupancy-rate'],
  [`/invitation/${token}`, '/invitation/[left out]'],
  [`/reset/${token}.data`, '/reset/[left out]'],
  [`/a/${token}/b/${token}`, '/a/[left out]/b/[left out]'],
  [`/${encodeURIComponent(`"${token}"`)}/b`, '/[left out]/b'],
  ['/', '/'],
])('of the path %s the log holds %s', (path, logged) => {
  expect(loggedPath(path)).toBe(logged)
})

test('what opens something, and what was looked for, is in no line of the log', async () => {
  const lines: string[] = []
  const site = new Hono<WebEnv>()
    .use(requests(openLog('trace', { write: (line) => void lines.push(line) })))
    .all('*', (c) => c.text('answered'))
  const answer = await site.request(`/invitation/${token}?find=${token}`, {
    headers: { cookie: token, referer: token },
  })
  expect(lines.join('')).toContain(answer.headers.get('x-request-id'))
  expect(lines.join('')).not.toContain(token)
})
