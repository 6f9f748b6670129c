import type { MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'

/**
 * Pages of figures and of rules, and what they fetch. All others are sent as they are: on a page that holds a secret of its
 * reader beside words of the address, the size after compression tells of the secret (the attack named BREACH).
 */
const figurePages = /^\/(_root\.data|(overview|compare|facilities|indicators|rules)([/._].*)?)?$/

/** Sends pages compressed: a table of a hundred rows is an eighth of its size, which is seconds on a slow line. */
export function compressPages(): MiddlewareHandler {
  const compressed = compress()
  return (c, next) => (figurePages.test(c.req.path) ? compressed(c, next) : next())
}
