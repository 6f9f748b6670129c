import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { compressPages } from '../../../server/web/compress-pages.ts'

const site = new Hono()
site.use(compressPages())
site.all('*', (c) => c.html('<p>A page of some length.</p>'.repeat(100)))

async function encodingOf(path: string): Promise<string | null> {
  const answer = await site.request(path, { headers: { 'Accept-Encoding': 'gzip' } })
  return answer.headers.get('Content-Encoding')
}

test.each([
  '/',
  '/_root.data',
  '/overview/rows?columns=occupancy-rate',
  '/compare?indicator=occupancy-rate',
  '/compare.csv',
  '/compare.data',
  '/facilities/north/occupancy-rate',
  '/indicators',
  '/rules/nmr-13',
])('%s, a page of figures or rules, is sent compressed', async (path) => {
  expect(await encodingOf(path)).toBe('gzip')
})

test.each(['/sign-in', '/account', '/account.data', '/people/1', '/invitations/token', '/comparexyz'])(
  '%s may hold a secret of its reader and keeps its size',
  async (path) => {
    expect(await encodingOf(path)).toBeNull()
  },
)
