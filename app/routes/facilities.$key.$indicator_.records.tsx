import type { LoaderFunctionArgs, SerializeFrom } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FormattedMessage, useIntl } from 'react-intl'
import { ask } from '../../server/caller.server.ts'
import { type Column, DataTable } from '../components/data-table.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Pages } from '../components/pages.tsx'
import { useFormat } from '../format.ts'
import type { PageHandle } from '../page-handle.ts'
import { scopeIn, scopeQuery } from '../page-scope.server.ts'
import { pageIn } from '../paging.ts'
import { readerOf } from '../reader.server.ts'

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: (intl, { title }) => intl.formatMessage({ id: 'explain.records.title' }, { title }),
}

/** The rows of records that one figure was counted from. */
export async function loader(args: LoaderFunctionArgs) {
  const reader = await readerOf(args.request)
  const [key, indicator] = [args.params.key ?? '', args.params.indicator ?? '']
  const { page } = pageIn(new URL(args.request.url).searchParams)
  return ask(args, async (api) => {
    const scope = await scopeIn(args.request, api, { facility: key })
    const found = await api.indicators.records({ indicator, facility: key, month: scope.month, page })
    const { facility, month, from, to, total, pages } = found
    return {
      ...{ facility, month, from, to, total, page, pages, indicator },
      query: scopeQuery(scope),
      title: reader.words.indicator(indicator)?.title ?? indicator,
      rows: found.rows.map((row) => ({
        id: row.rowId,
        record: reader.words.record(row.recordId)?.title ?? row.recordId,
        file: row.fileName,
        line: row.line,
        at: row.acceptedAt.toISOString().slice(0, 10),
      })),
    }
  })
}

type Row = SerializeFrom<typeof loader>['rows'][number]

/** Of each row where it came from, and nothing that it says of anybody. */
export default function RecordsBehind() {
  const { facility, indicator, month, query, title, rows, total, page, pages, from, to } =
    useLoaderData<typeof loader>()
  const intl = useIntl()
  const format = useFormat()
  const label = (id: 'record' | 'row' | 'file' | 'line' | 'at') => intl.formatMessage({ id: `explain.records.${id}` })
  const columns: Column<Row>[] = [
    { id: 'record', name: label('record'), cell: (row) => row.record },
    { id: 'row', name: label('row'), cell: (row) => <code>{row.id}</code> },
    { id: 'file', name: label('file'), cell: (row) => row.file },
    { id: 'line', name: label('line'), cell: (row) => format.number(row.line), isNumeric: true },
    { id: 'at', name: label('at'), cell: (row) => format.day(row.at) },
  ]
  const base = `/facilities/${encodeURIComponent(facility.key)}`
  return (
    <>
      <PageHead
        title={intl.formatMessage({ id: 'explain.records.title' }, { title })}
        crumbs={[
          { to: `${base}?${query}`, label: facility.name },
          { to: `${base}/${indicator}?${query}`, label: title },
        ]}
        lede={
          <FormattedMessage
            id="explain.records.lede"
            values={{
              total,
              facility: facility.name,
              month: format.month(month),
              from: format.day(from),
              to: format.day(to),
            }}
          />
        }
      />
      {rows.length > 0 && (
        <DataTable
          isStacked
          caption={intl.formatMessage({ id: 'explain.records.title' }, { title })}
          hideCaption
          columns={columns}
          rows={rows}
          keyOf={(row) => row.id}
        />
      )}
      <Pages page={page} pages={Math.max(1, pages)} />
    </>
  )
}
