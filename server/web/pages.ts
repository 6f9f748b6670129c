import { randomBytes } from 'node:crypto'
import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import type { Context } from 'hono'
import type { Database } from '../../db/client.ts'
import { standingAnalyst } from '../domain/access.ts'
import { createCaller } from '../trpc/router.ts'
import { askAs } from './asking.ts'
import type { WebEnv } from './requests.ts'
import { contentPolicy } from './security-headers.ts'

/** Where the pages come from: built once, or made by the build tool on each request in development. */
export interface PageSource {
  build: ServerBuild | (() => Promise<ServerBuild>)
  isDevelopment: boolean
}

/** Answers a page: gives it the API, bound to the actor and to one transaction a question, and a nonce of its own. */
export function answerPages(source: PageSource, database: Database, now: () => Date) {
  const handle = createRequestHandler(source.build, source.isDevelopment ? 'development' : 'production')
  return async (c: Context<WebEnv>): Promise<Response> => {
    const nonce = randomBytes(16).toString('base64')
    const response = await handle(c.req.raw, {
      ask: (question) =>
        askAs(database, { actor: standingAnalyst, now, requestId: c.get('requestId') }, (context) =>
          question(createCaller(context)),
        ),
      report: (error) => c.get('log').error({ err: error }, 'page failed'),
      nonce,
      requestId: c.get('requestId'),
    })
    const answer = new Response(response.body, response)
    answer.headers.set('Content-Security-Policy', contentPolicy(nonce, source.isDevelopment))
    answer.headers.set('Cache-Control', 'no-store')
    return answer
  }
}
