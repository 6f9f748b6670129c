import type { ActionFunctionArgs } from '@remix-run/node'
import { act, type Refusal } from '../../server/caller.server.ts'

/** What became of a form: what it gave, or why it was refused, in words that its page shows beside it. */
export type Attempt<T> = { given: T; refused?: undefined } | { given?: undefined; refused: Refusal }

/** Does what a form asks for. A refusal that its reader can mend comes back to the form; anything else is a page of its own. */
export async function attempt<T>(args: ActionFunctionArgs, work: () => Promise<T>): Promise<Attempt<T>> {
  try {
    return { given: await act(args, work) }
  } catch (error) {
    if (!(error instanceof Response) || ![400, 409, 429].includes(error.status)) throw error
    return { refused: (await error.json()) as Refusal }
  }
}

/** The answer to a form that was refused: 429 with the seconds to wait where it was tried too often, else 400. */
export function answerRefused(refused: Refusal, more: Record<string, unknown> = {}): Response {
  const { status, values } = refused
  if (status !== 429) return Response.json({ refused, ...more }, { status: 400 })
  return Response.json({ refused, ...more }, { status, headers: { 'Retry-After': String(values.seconds) } })
}

/** The fields of a form as text; a field that was not sent is empty. */
export async function fieldsOf(request: Request): Promise<(name: string) => string> {
  const form = await request.formData()
  return (name) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
}

/** Headers that set cookies. */
export function settingCookies(cookies: readonly string[]): Headers {
  const headers = new Headers()
  for (const cookie of cookies) headers.append('Set-Cookie', cookie)
  return headers
}
