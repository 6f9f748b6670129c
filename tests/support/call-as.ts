import type { Database } from '../../db/client.ts'
import type { Actor } from '../../server/domain/access.ts'
import { createCaller } from '../../server/trpc/router.ts'

/** The moment of every call that names none: tests must not depend on the day they run. */
export const testMoment = new Date('2025-03-12T09:00:00Z')

/** Somebody of the ministry who reads the whole country and changes nothing. */
export const analyst: Actor = { userId: 'analyst', role: 'ministry-analyst', bodyId: null, facilities: 'all' }

type Caller = ReturnType<typeof createCaller>

/**
 * The API as `actor` meets it, each call in a transaction of its own as on the server:
 * `await callAs(db, analyst).facilities.list({})`. Refusals come as TRPCError.
 */
export function callAs(db: Database, actor: Actor, now = testMoment): Caller {
  const call = (path: string[], input: unknown) =>
    db.asActor(actor, (tx) => procedureAt(createCaller({ tx, actor, now: () => now }), path)(input))
  return proxyOf([], call) as Caller
}

/** An object whose every property is one step further along the path, and which can be called there. */
function proxyOf(path: string[], call: (path: string[], input: unknown) => Promise<unknown>): unknown {
  return new Proxy(() => undefined, {
    // A promise would be taken for one of these: `await callAs(…)` must not look for a procedure called "then".
    get: (_, name) => (typeof name === 'symbol' || name === 'then' ? undefined : proxyOf([...path, name], call)),
    apply: (_, _this, [input]) => call(path, input),
  })
}

function procedureAt(caller: Caller, path: string[]): (input: unknown) => Promise<unknown> {
  const found = path.reduce<unknown>((place, name) => (place as Record<string, unknown>)?.[name], caller)
  if (typeof found !== 'function') throw new Error(`The API has no procedure ${path.join('.')}`)
  return found as (input: unknown) => Promise<unknown>
}
