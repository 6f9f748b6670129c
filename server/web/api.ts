import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import type { Context } from 'hono'
import { findVisitor } from '../services/visits.ts'
import { appRouter } from '../trpc/router.ts'
import { apiRefusal } from './api-refusal.ts'
import { askAs } from './asking.ts'
import type { Reception } from './pages.ts'
import type { WebEnv } from './requests.ts'

/** Carries a refused answer out of the transaction, so that nothing of it is kept. */
class Refused extends Error {
  constructor(readonly response: Response) {
    super('refused')
  }
}

/**
 * The API for machines: one call is one transaction, undone when the call is refused or fails. An API that nobody has entered
 * opens none.
 */
export function answerApi({ database, cookie, now, clock }: Reception) {
  return async (c: Context<WebEnv>): Promise<Response> => {
    const requestId = c.get('requestId')
    const token = cookie.read(c.req.raw.headers.get('cookie'))
    const visitor = await findVisitor(database, token, { clock: clock(), now: now(), requestId })
    if (visitor.actor.role === 'public') return c.json(apiRefusal('session.none'), 401)
    const asker = { actor: visitor.actor, now, requestId }
    const work = askAs(database, asker, async (context) => {
      const response = await fetchRequestHandler({
        endpoint: '/api/trpc',
        req: c.req.raw,
        router: appRouter,
        allowBatching: false,
        createContext: () => context,
        onError: ({ error }) => {
          if (error.code === 'INTERNAL_SERVER_ERROR') c.get('log').error({ err: error.cause ?? error }, 'call failed')
        },
      })
      if (response.status >= 400) throw new Refused(response)
      return response
    })
    return work.catch((error: unknown) => {
      if (error instanceof Refused) return error.response
      throw error
    })
  }
}
