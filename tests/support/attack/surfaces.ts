/// <reference types="vite/client" />
import type { LoaderFunctionArgs } from '@remix-run/node'
import type { Database } from '../../../db/client.ts'
import type { Actor } from '../../../server/domain/access.ts'
import type { Visitor } from '../../../server/domain/visitor.ts'
import { createCaller } from '../../../server/trpc/router.ts'
import { visitContext } from '../visit.ts'

/** One address that a reader can open. */
export interface Address {
  route: string
  params?: Record<string, string>
  query?: Record<string, string>
}

type Loader = (args: LoaderFunctionArgs) => Promise<unknown>
const modules = import.meta.glob<{ loader?: Loader }>('../../../app/routes/*.{ts,tsx}')

/** What the frame of a page's context knows of somebody who acts in one role. */
export function contextOf(db: Database, actor: Actor, now: Date): LoaderFunctionArgs['context'] {
  const body = { id: 'b', kind: 'administration', name: 'B' } as const
  const rest = { sessionId: 's', held: [], acting: undefined, factors: 2, lacks: undefined }
  const visitor: Visitor = { actor, signedIn: { personId: actor.userId, name: 'N', body, ...rest } }
  return {
    ...visitContext(db, visitor, now),
    ask: (question) => db.asActor(actor, (tx) => question(createCaller({ tx, actor, now: () => now }))),
  }
}

/**
 * All that an address answers, as text: of a file its bytes, of a page what its words and drawings are made of (all that the
 * page's HTML, its print and its `.data` say). A refusal is its status and words.
 */
export async function answerOf(
  context: LoaderFunctionArgs['context'],
  { route, params = {}, query }: Address,
): Promise<string> {
  const load = modules[`../../../app/routes/${route}.tsx`] ?? modules[`../../../app/routes/${route}.ts`]
  const { loader } = (await load?.()) ?? {}
  if (!loader) throw new Error(`There is no page ${route}`)
  const request = new Request(`http://localhost/asked?${new URLSearchParams(query)}`)
  const answer = await loader({ request, params, context }).catch((refused: unknown) => {
    if (refused instanceof Response) return refused
    throw refused
  })
  if (!(answer instanceof Response)) return JSON.stringify(answer)
  return `${answer.status} ${answer.headers.get('location') ?? ''} ${await answer.text()}`
}

/** A text without what two installations never share: the ids of their rows, each written as the how manieth it is. */
export function withoutIds(text: string): string {
  const known = new Map<string, number>()
  return text.replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => {
    if (!known.has(id)) known.set(id, known.size)
    return `#${known.get(id)}`
  })
}
