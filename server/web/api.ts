import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import type { Context } from 'hono'
import type { Database } from '../../db/client.ts'
import { standingAnalyst } from '../domain/access.ts'
import { appRouter } from '../trpc/router.ts'
import type { WebEnv } from './requests.ts'

/** Carries a refused answer out of the transaction, so that nothing of it is kept. */
class Refused extends Error {
  constructor(readonly response: Response) {
    super('refused')
  }
}

/** The API for machines: one call is one transaction, undone when the call is refused or fails. */
export function answerApi(database: Database, now: () => Date) {
  return async (c: Context<WebEnv>): Promise<Response> => {
    const work = database.asActor(standingAnalyst, async (tx) => {
      const response = await fetchRequestHandler({
        endpoint: '/api/trpc',
        req: c.req.raw,
        router: appRouter,
        allowBatching: false,
        createContext: () => ({ tx, actor: standingAnalyst, now }),
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
