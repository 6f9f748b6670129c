import type { LoaderFunctionArgs } from '@remix-run/node'
import { type Api, ask } from '../server/caller.server.ts'
import { fileRefusal } from './file-refusal.server.ts'
import { type Reader, readerOf } from './reader.server.ts'

/** A table as a file: from the same answer as its page and through the same permission; a refusal is said in words. */
export async function csvAnswer(
  args: LoaderFunctionArgs,
  make: (api: Api, reader: Reader) => Promise<{ name: string; text: string }>,
): Promise<Response> {
  const reader = await readerOf(args.request)
  const { name, text } = await ask(args, (api) => make(api, reader)).catch(async (refused) => {
    throw await fileRefusal(refused, reader, args)
  })
  return new Response(text, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
    },
  })
}
