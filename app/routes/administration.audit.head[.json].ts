import type { LoaderFunctionArgs } from '@remix-run/node'
import { ask } from '../../server/caller.server.ts'

/** The signed head as a file, as `audit verify --head FILE` reads it. */
export async function loader(args: LoaderFunctionArgs) {
  const head = await ask(args, (api) => api.audit.head())
  return new Response(`${JSON.stringify(head, null, 2)}\n`, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="daylight-audit-head-${head.body}.json"`,
    },
  })
}
