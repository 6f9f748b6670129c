import type { Tx } from '../../db/client.ts'
import type { Context } from './init.ts'

const answers = new WeakMap<Tx, Map<string, Promise<unknown>>>()

/**
 * One answer a transaction: a page asks several procedures about the same facilities and regions, and the database
 * is asked once. `question` names what is loaded, with everything that it depends on besides the actor.
 */
export function once<T>({ tx }: Context, question: readonly unknown[], load: () => Promise<T>): Promise<T> {
  const known = answers.get(tx) ?? new Map<string, Promise<unknown>>()
  answers.set(tx, known)
  const key = JSON.stringify(question)
  const answer = (known.get(key) as Promise<T> | undefined) ?? load()
  known.set(key, answer)
  return answer
}
