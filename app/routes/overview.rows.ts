import type { LoaderFunctionArgs } from '@remix-run/node'
import { ask } from '../../server/caller.server.ts'
import { filterIn, matrixRow, pageOf } from '../overview/matrix.server.ts'
import { packRows } from '../overview/packed-rows.ts'
import { scopeIn } from '../page-scope.server.ts'
import { readerOf } from '../reader.server.ts'

/** All rows of the overview's matrix, packed, by the same filter, order and permission as the page (`?columns=ID,ID`). */
export async function loader(args: LoaderFunctionArgs) {
  const reader = await readerOf(args.request)
  const url = new URL(args.request.url)
  const columns = (url.searchParams.get('columns') ?? '').split(',')
  return ask(args, async (api) => {
    const { month, region } = await scopeIn(args.request, api)
    const rows = await api.indicators.matrix({ month, indicators: columns, region })
    const filter = { ...filterIn(url, ['name', 'region', ...columns]), isWhole: true }
    const { shown } = pageOf(rows, columns, filter, reader.intl.locale)
    return Response.json(packRows(shown.map(matrixRow)))
  })
}
