import type { LoaderFunctionArgs } from '@remix-run/node'
import type { Refusal } from '../server/caller.server.ts'
import { errorWords } from './components/error-page.tsx'
import type { MessageId } from './messages/ids.ts'
import type { Reader } from './reader.server.ts'

/**
 * The answer to somebody who asked for a file and was refused: the words of the error page as plain text, with the same
 * status and reference. A file that is saved by mistake can be read, and no program takes it for the table.
 */
export async function fileRefusal(
  refused: unknown,
  { intl }: Reader,
  { context }: LoaderFunctionArgs,
): Promise<unknown> {
  if (!(refused instanceof Response) || refused.status < 400) return refused
  // A malformed address is refused before the API is asked, without a reference of its own.
  const { messageId, values, reference = context.requestId } = (await refused.json()) as Partial<Refusal>
  const known = errorWords(refused.status)
  const title =
    messageId !== undefined && messageId in intl.messages
      ? intl.formatMessage({ id: messageId as MessageId }, values)
      : undefined
  const lines = [
    title ?? intl.formatMessage({ id: known }),
    intl.formatMessage({ id: `${known}.help` as MessageId }),
    intl.formatMessage({ id: 'error.reference' }, { reference }),
  ]
  return new Response(`${lines.join('\n')}\n`, {
    status: refused.status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  })
}
