import type { Occasion } from '../services/people.ts'
import type { Context } from './init.ts'

/** Who does it, when, and in which request: what every deed is written down with. */
export function occasionOf({ actor, now, requestId }: Context): Occasion {
  return { actor, now: now(), requestId: requestId ?? null }
}
