import type { LoaderFunctionArgs } from '@remix-run/node'
import { ask } from '../../server/caller.server.ts'
import { equityIn } from '../compare/equity.server.ts'
import { equityFile } from '../compare/equity-file.server.ts'
import { fileRefusal } from '../file-refusal.server.ts'
import { readerOf } from '../reader.server.ts'

/** The groups of an indicator as a file, from the same answer as the page and through the same permission. */
export async function loader(args: LoaderFunctionArgs) {
  const reader = await readerOf(args.request)
  const file = await ask(args, async (api) => equityFile(await equityIn(args.request, api), reader)).catch(
    async (refused) => {
      throw await fileRefusal(refused, reader, args)
    },
  )
  return new Response(file.text, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${file.name}"`,
    },
  })
}
