import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { type Api, ask, type Refusal } from '../../server/caller.server.ts'
import type { MessageId } from '../messages/ids.ts'

/** What a form is told: which of its texts were refused and why, in words of the catalogue. */
export interface Refused {
  refusal: Refusal
}

const ofReader = new Set([400, 409])
/** Places are named in a form and not by its address: one that is not there is for its reader to mend. */
const ofForm = new Set<string>(['facility.none', 'region.none'])

/**
 * Does what a form asks for. Once it is done the same page is shown again with a notice, so that loading it once more repeats
 * nothing; of its address the parameters `kept` go along. What its reader can mend comes back as a refusal beside the form, and nothing of it was kept.
 *
 * @throws Response as `ask` does where the page itself is not there or not open.
 */
export async function attempt(
  args: ActionFunctionArgs,
  done: string,
  deed: (api: Api) => Promise<unknown>,
  kept: readonly string[] = [],
): Promise<Response> {
  try {
    await ask(args, deed)
  } catch (error) {
    if (!(error instanceof Response)) throw error
    const refusal = (await error
      .clone()
      .json()
      .catch(() => undefined)) as Refusal | undefined
    const isOfReader =
      ofReader.has(error.status) || (error.status === 403 && refusal?.messageId !== 'error.not-permitted')
    if (!refusal || !(isOfReader || ofForm.has(refusal.messageId))) throw error
    const messageId = refusal.messageId === 'error.invalid' ? 'administration.invalid' : refusal.messageId
    return Response.json({ refusal: { ...refusal, messageId } } satisfies Refused, { status: error.status })
  }
  const { pathname, searchParams } = new URL(args.request.url)
  const again = [...searchParams].filter(([name]) => kept.includes(name))
  return redirect(`${pathname}?${new URLSearchParams([...again, ['done', done]])}`, 303)
}

/** Refuses a form before anything is asked. */
export function refuse(args: ActionFunctionArgs, messageId: MessageId): Response {
  const refusal = { status: 400, messageId, values: {}, reference: args.context.requestId }
  return Response.json({ refusal } satisfies Refused, { status: 400 })
}

/** The texts of a form by their names; an empty field counts as not given. */
export async function fieldsOf(request: Request): Promise<Record<string, string | undefined>> {
  const form = await request.formData()
  return Object.fromEntries(
    [...form].map(([name, value]) => [name, typeof value === 'string' && value !== '' ? value : undefined]),
  )
}
