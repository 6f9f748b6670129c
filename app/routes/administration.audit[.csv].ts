import type { LoaderFunctionArgs } from '@remix-run/node'
import { ask } from '../../server/caller.server.ts'
import { auditFilterIn } from '../administration/audit-filter.ts'
import { entryFile } from '../administration/entry-file.ts'

/** The most entries that one file holds; a longer record is taken out period by period. */
const entriesAFile = 20_000

/** The filtered record as a file, by the same answer and the same right as the page. */
export async function loader(args: LoaderFunctionArgs) {
  const filter = auditFilterIn(new URL(args.request.url).searchParams)
  const rows = await ask(args, (api) => api.audit.list({ ...filter, limit: entriesAFile }))
  return new Response(entryFile(rows, entriesAFile), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="daylight-audit.csv"',
    },
  })
}
