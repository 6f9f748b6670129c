import { createHash } from 'node:crypto'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context, MiddlewareHandler } from 'hono'
import type { Database } from '../../db/client.ts'
import { type Counted, countAttempt } from '../../db/queries/sign-in.ts'
import type { SessionCookie } from '../auth/session-cookie.ts'
import { type Bucket, isFull, requestLimits, takeQuestion, waitAfterChanges } from '../domain/sign-in/request-limits.ts'
import { apiRefusal, wordsOf } from './api-refusal.ts'
import { clientAddress } from './client-address.ts'
import { asksOnly } from './guard.ts'
import { loggedPath, type WebEnv } from './requests.ts'

interface RateLimit {
  database: Database
  cookie: SessionCookie
  clock: () => Date
  /** How many proxies of our own stand before the server. */
  proxyHops: number
}

/** As many askers as are remembered at once; beyond, those who have rested are forgotten. */
const mostAskers = 10_000

/**
 * Refuses whoever asks too often (429). Questions are counted in this process; changes, sign-ins among them, in the
 * database, so that several processes count together. A browser with a session of ours counts by itself, everybody else
 * by their address: colleagues behind one address do not shut each other out.
 */
export function limitRate({ database, cookie, clock, proxyHops }: RateLimit): MiddlewareHandler<WebEnv> {
  const buckets = new Map<string, Bucket>()
  return async (c, next) => {
    const asker = askerOf(c, cookie, proxyHops)
    const now = clock()
    const wait = asksOnly.has(c.req.method)
      ? waitForQuestion(buckets, asker, now.getTime())
      : waitAfterChanges(await countChange(database, asker, now), now)
    if (wait === 0) return next()
    c.get('log').warn({ path: loggedPath(c.req.path), wait }, 'asked too often')
    return refuse(c, wait)
  }
}

/** The database keeps no token and no address, only what tells one asker from another. */
function askerOf(c: Context<WebEnv>, cookie: SessionCookie, proxyHops: number): string {
  const token = cookie.read(c.req.raw.headers.get('cookie'))
  const remote = remoteOf(c)
  const who = token
    ? `session ${token}`
    : `address ${clientAddress(remote, c.req.header('x-forwarded-for'), proxyHops)}`
  return createHash('sha256').update(who).digest('base64url')
}

/** A request that came over no connection (a test's) has no address. */
function remoteOf(c: Context): string | undefined {
  return c.env?.incoming ? getConnInfo(c).remote.address : undefined
}

function waitForQuestion(buckets: Map<string, Bucket>, asker: string, now: number): number {
  const { bucket, waitSeconds } = takeQuestion(buckets.get(asker), now)
  if (!buckets.has(asker) && buckets.size >= mostAskers) forgetRested(buckets, now)
  buckets.set(asker, bucket)
  return waitSeconds
}

function forgetRested(buckets: Map<string, Bucket>, now: number) {
  for (const [asker, bucket] of buckets) if (isFull(bucket, now)) buckets.delete(asker)
  // Nobody has rested: the oldest goes, and begins anew.
  for (const asker of buckets.keys()) if (buckets.size >= mostAskers) buckets.delete(asker)
}

function countChange(database: Database, asker: string, now: Date): Promise<Counted> {
  return database.asSignIn((tx) => countAttempt(tx, `change ${asker}`, requestLimits.change.windowMs, now))
}

/** To the API as its other refusals, to a browser as a page, to anybody else as a line; always with the seconds to wait. */
function refuse(c: Context<WebEnv>, seconds: number): Response {
  const words = wordsOf('error.too-often', { seconds })
  c.header('Retry-After', String(seconds))
  if (c.req.path.startsWith('/api/')) return c.json(apiRefusal('error.too-often', { seconds }), 429)
  if (!c.req.header('accept')?.includes('text/html')) return c.text(words, 429)
  return c.html(
    `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Daylight</title><main><h1>${words}</h1><p>Reference: ${c.get('requestId')}</p></main></html>`,
    429,
  )
}
