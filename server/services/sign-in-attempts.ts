import { createHmac } from 'node:crypto'
import type { Database } from '../../db/client.ts'
import { type Counted, countAttempt, forgiveAttempts } from '../../db/queries/sign-in.ts'
import { DomainError } from '../domain/errors.ts'
import { type AttemptKind, attemptLimits, mayTry } from '../domain/sign-in/attempts.ts'
import { secondsUntilOpen } from '../domain/sign-in/request-limits.ts'

/** One thing that is tried, and whose tries are counted together: an address, an account, an e-mail address. */
export type Attempt = readonly [kind: AttemptKind, of: string | null]

/**
 * Counts attempts before anything is looked at, whether what is tried exists or not. Names are kept as keyed hashes. An
 * attempt of nobody (an unknown address) is not counted. Says whether one of them was the last of its window.
 *
 * @throws DomainError NOT_POSSIBLE_NOW, with the time until it may be made again, when one of them was made too often.
 */
export async function countAttempts(
  db: Database,
  { traces, clock }: { traces: string; clock: Date },
  ...attempts: readonly Attempt[]
): Promise<{ isLast: boolean }> {
  const counts = await db.asSignIn(async (tx) => {
    const found: [AttemptKind, Counted][] = []
    for (const [kind, of] of attempts) {
      if (of !== null)
        found.push([kind, await countAttempt(tx, keyOf(traces, kind, of), attemptLimits[kind].windowMs, clock)])
    }
    return found
  })
  const waits = counts
    .filter(([kind, { count }]) => !mayTry(kind, count))
    .map(([kind, { beganAt }]) => secondsUntilOpen(beganAt, attemptLimits[kind].windowMs, clock))
  if (waits.length === 0) return { isLast: counts.some(([kind, { count }]) => !mayTry(kind, count + 1)) }
  const seconds = Math.max(...waits)
  throw new DomainError('NOT_POSSIBLE_NOW', 'sign-in.too-often', { seconds, minutes: Math.ceil(seconds / 60) })
}

/** Begins to count anew: whoever has proved who they are has mistyped before, and has not guessed. */
export async function forgive(db: Database, traces: string, [kind, of]: Attempt): Promise<void> {
  if (of !== null) await db.asSignIn((tx) => forgiveAttempts(tx, keyOf(traces, kind, of)))
}

function keyOf(traces: string, kind: AttemptKind, of: string): string {
  return `${kind}:${createHmac('sha256', traces).update(`${kind}\n${of}`).digest('base64url')}`
}
