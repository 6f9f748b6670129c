import type { MiddlewareHandler } from 'hono'

const loopbackNames = ['localhost', '127.0.0.1', '[::1]']

/** Where a server is reached: its port on this computer, and the address that a proxy before it answers to. */
export interface Whereabouts {
  port: number
  publicUrl?: string | undefined
}

/** The names under which this server may be asked for: a page elsewhere cannot point its own name at it. */
export function isOwnHost(host: string | undefined, { port, publicUrl }: Whereabouts): boolean {
  if (host === undefined) return false
  if (publicUrl !== undefined && host === new URL(publicUrl).host) return true
  return loopbackNames.some((name) => host === `${name}:${port}` || (port === 80 && host === name))
}

/** A change may only be asked for by our own pages, or by a program that is no browser and so sends no origin. */
export function isOwnOrigin(headers: Headers, { port, publicUrl }: Whereabouts): boolean {
  const origin = headers.get('origin')
  if (origin !== null && publicUrl !== undefined) return origin === new URL(publicUrl).origin
  if (origin !== null) return origin.startsWith('http://') && isOwnHost(origin.slice('http://'.length), { port })
  const site = headers.get('sec-fetch-site')
  return site === null || site === 'same-origin' || site === 'none'
}

/** Methods that change nothing. */
export const asksOnly = new Set(['GET', 'HEAD', 'OPTIONS'])

const taken = new Set(['GET', 'HEAD', 'POST'])

/** The first line of a request may name a host of its own; no browser does so to a server, and what it names is not looked at. */
const isWhole = (target: string | undefined) => target !== undefined && !target.startsWith('/')

/** Refuses requests under a foreign name (400, 421), changes asked for by a foreign page (403), and methods of no page (405). */
export function guard(where: () => Whereabouts): MiddlewareHandler {
  return async (c, next) => {
    if (isWhole(c.env?.incoming?.url)) return c.text('An address here begins with a slash.', 400)
    if (!isOwnHost(c.req.header('host'), where())) return c.text('This address is not served here.', 421)
    if (!asksOnly.has(c.req.method) && !isOwnOrigin(c.req.raw.headers, where())) {
      return c.text('A change can only be asked for from a page of this server.', 403)
    }
    if (!taken.has(c.req.method)) return c.text('This is not done here.', 405, { Allow: [...taken].join(', ') })
    return next()
  }
}
