import '@remix-run/server-runtime'
import type { Api, Door, Entrance } from '../server/caller.server.ts'
import type { Visitor } from '../server/domain/visitor.ts'

/** What the web server hands to each page: the one way to ask the API, and what the answer carries. */
export interface LoadContext {
  /** Asks the API in one short transaction, as the actor of the request. */
  ask<T>(question: (api: Api) => Promise<T>): Promise<T>
  /** Who the request comes from, as their session says. */
  visitor: Visitor
  /** What can be done about that session. */
  door: Door
  /** What can be done about getting in, and about one's own account. */
  entrance: Entrance
  /** Writes an unexpected fault into the log, under the id of the request. */
  report(error: unknown): void
  /** The word that allows a script or style element of this answer to run. */
  nonce: string
  /** The id of the request, shown as its reference when something goes wrong. */
  requestId: string
}

declare module '@remix-run/server-runtime' {
  interface AppLoadContext extends LoadContext {}
}
