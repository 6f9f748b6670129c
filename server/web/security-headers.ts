import type { MiddlewareHandler } from 'hono'
import type { Whereabouts } from './guard.ts'

const fixed = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
}

/** What a browser may load and run on our pages. Style attributes are allowed because charts and layout set sizes in them. */
export function contentPolicy(nonce: string, isDevelopment: boolean): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    // In development the build tool adds style elements of its own.
    `style-src-elem 'self' ${isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${isDevelopment ? ' ws:' : ''}`,
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    // The build tool writes markup of its own in development. The one policy is app/trusted-types.ts.
    ...(isDevelopment ? [] : ["require-trusted-types-for 'script'", 'trusted-types default']),
  ].join('; ')
}

/**
 * Pages whose address opens something: an invitation, a new password. Of them a browser names the site alone, in requests to
 * ourselves too, for proxies log them. Not `no-referrer`: a form would then come from the origin `null`, as if from nowhere.
 */
const openingPages = /^\/(invitation|reset)\//

/** Two years, of this host alone: what stands under other names is not ours to decide. */
const onlyByTls = 'max-age=63072000'

/** Headers of every answer; only files with a hash in their name may be stored. Behind TLS a browser comes by TLS alone. */
export function securityHeaders(where: () => Whereabouts): MiddlewareHandler {
  return async (c, next) => {
    await next()
    for (const [name, value] of Object.entries(fixed)) c.res.headers.set(name, value)
    if (openingPages.test(c.req.path)) c.res.headers.set('Referrer-Policy', 'strict-origin')
    if (where().publicUrl?.startsWith('https:')) c.res.headers.set('Strict-Transport-Security', onlyByTls)
    if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'no-store')
    if (!c.res.headers.has('Content-Security-Policy')) {
      c.res.headers.set('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'")
    }
  }
}
