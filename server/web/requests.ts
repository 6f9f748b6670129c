import { randomUUID } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import type { Log } from '../log.ts'

/** What every handler of the web server finds beside the request. */
export type WebEnv = { Variables: { requestId: string; log: Log } }

/** Files and health checks come by the dozen and say little: they are logged only when asked for. */
const quiet = /^\/(assets\/|healthz$)/

/** A path as the log may hold it: a part that is long enough to open something (an invitation, a new password) is left out. */
export function loggedPath(path: string): string {
  return path.replaceAll(/\/[^/]{40,}/g, '/[left out]')
}

/** Gives each request its id, which is also the reference that a reader may quote, and logs it when it is answered. */
export function requests(log: Log): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    const requestId = randomUUID()
    const began = performance.now()
    c.set('requestId', requestId)
    c.set('log', log.child({ requestId }))
    await next()
    c.res.headers.set('X-Request-Id', requestId)
    // The query is left out: what somebody looked for is nobody's business.
    const entry = {
      method: c.req.method,
      path: loggedPath(c.req.path),
      status: c.res.status,
      ms: Math.round(performance.now() - began),
    }
    c.get('log')[quiet.test(c.req.path) ? 'debug' : 'info'](entry, 'answered')
  }
}
