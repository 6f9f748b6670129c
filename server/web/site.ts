import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import type { Log } from '../log.ts'
import { answerApi } from './api.ts'
import { limitBody } from './body-limit.ts'
import { compressPages } from './compress-pages.ts'
import { guard, type Whereabouts } from './guard.ts'
import { answerHealth } from './health.ts'
import { answerPages, type PageSource, type Reception } from './pages.ts'
import { limitRate } from './rate-limit.ts'
import { requests, type WebEnv } from './requests.ts'
import { securityHeaders } from './security-headers.ts'

export interface Site extends Reception {
  log: Log
  pages: PageSource
  /** Where the server is reached; its port is known only after the start when port 0 was asked for. */
  where: () => Whereabouts
}

/** Everything that is answered over HTTP, in the order in which it is tried. */
export function makeSite({ log, pages, where, ...reception }: Site): Hono<WebEnv> {
  const site = new Hono<WebEnv>()
  site.use(requests(log), securityHeaders(where), guard(where))
  site.use('/assets/*', serveStatic({ root: './build/client', precompressed: true, onFound: storeForEver }))
  site.all('/assets/*', (c) => c.text('There is no such file.', 404))
  site.use(limitRate(reception), limitBody)
  site.get('/healthz', answerHealth(reception.database))
  site.all('/api/trpc/*', answerApi(reception))
  site.use(compressPages())
  site.all('*', answerPages(pages, reception))
  site.onError((error, c) => {
    c.get('log').error({ err: error }, 'request failed')
    return c.text(`Something went wrong. Reference: ${c.get('requestId')}`, 500)
  })
  return site
}

function storeForEver(_path: string, c: { header: (name: string, value: string) => void }) {
  c.header('Cache-Control', 'public, max-age=31536000, immutable')
}
