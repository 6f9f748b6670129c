import { randomBytes } from 'node:crypto'
import { getConnInfo } from '@hono/node-server/conninfo'
import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import type { Context } from 'hono'
import type { Database } from '../../db/client.ts'
import type { prepareEntrance } from '../auth/entrance.ts'
import type { SessionCookie } from '../auth/session-cookie.ts'
import { stranger } from '../domain/visitor.ts'
import { createCaller } from '../trpc/router.ts'
import { askAs } from './asking.ts'
import { clientAddress } from './client-address.ts'
import { openDoor, whoComes } from './door.ts'
import type { WebEnv } from './requests.ts'
import { contentPolicy } from './security-headers.ts'

/** Where the pages come from: built once, or made by the build tool on each request in development. */
export interface PageSource {
  build: ServerBuild | (() => Promise<ServerBuild>)
  isDevelopment: boolean
}

/** What every handler needs to know who asks, and when. */
export interface Reception {
  database: Database
  cookie: SessionCookie
  /** Gives each request what it can do about getting in. */
  entrance: ReturnType<typeof prepareEntrance>
  /** How many proxies of our own stand before the server, and so may say where a request comes from. */
  proxyHops: number
  /** The clock of the installation; a demonstration stands still. */
  now: () => Date
  /** The clock of the world, by which sessions live and die. */
  clock: () => Date
}

/** Answers a page: gives it the API, bound to the actor and to one transaction a question, and a nonce of its own. */
export function answerPages(source: PageSource, { database, cookie, entrance, proxyHops, now, clock }: Reception) {
  const handle = createRequestHandler(source.build, source.isDevelopment ? 'development' : 'production')
  return async (c: Context<WebEnv>): Promise<Response> => {
    const nonce = randomBytes(16).toString('base64')
    const requestId = c.get('requestId')
    const { headers } = c.req.raw
    const browser = { address: addressOf(c, proxyHops), agent: headers.get('user-agent') }
    const doorway = { database, cookie, browser, moment: { clock: clock(), now: now(), requestId } }
    const { visitor, fault } = await whoComes(doorway, headers).then(
      (found) => ({ visitor: found, fault: undefined }),
      (error: unknown) => ({ visitor: { ...stranger, isUnknown: true }, fault: error }),
    )
    const asker = { actor: visitor.actor, now, requestId }
    const response = await handle(c.req.raw, {
      ask: (question) =>
        visitor.isUnknown
          ? Promise.reject(fault)
          : askAs(database, asker, (context) => question(createCaller(context))),
      visitor,
      door: openDoor(doorway, visitor),
      entrance: entrance({ browser, moment: doorway.moment, cookies: headers.get('cookie'), visitor }),
      report: (error) => c.get('log').error({ err: error }, 'page failed'),
      nonce,
      requestId,
    })
    const answer = new Response(response.body, response)
    answer.headers.set('Content-Security-Policy', contentPolicy(nonce, source.isDevelopment))
    answer.headers.set('Cache-Control', 'no-store')
    return answer
  }
}

/** The address that a request comes from; none where it came over no connection. */
function addressOf(c: Context, proxyHops: number): string | null {
  if (!c.env?.incoming) return null
  return clientAddress(getConnInfo(c).remote.address, c.req.header('x-forwarded-for'), proxyHops)
}
