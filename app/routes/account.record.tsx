import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FormattedMessage, useIntl } from 'react-intl'
import { ask } from '../../server/caller.server.ts'
import { auditFilterIn, entriesAPage } from '../administration/audit-filter.ts'
import { EntryFilter } from '../administration/entry-filter.tsx'
import { EntryTable } from '../administration/entry-table.tsx'
import { PageHead } from '../components/page-head.tsx'
import type { PageHandle } from '../page-handle.ts'

export const handle: PageHandle = { title: (intl) => intl.formatMessage({ id: 'administration.record' }) }

/** What was written down of the reader's own deeds. */
export function loader(args: LoaderFunctionArgs) {
  const { person: _, ...filter } = auditFilterIn(new URL(args.request.url).searchParams)
  return ask(args, async (api) => ({ entries: await api.audit.ofOneself({ ...filter, limit: entriesAPage }) }))
}

export default function Record() {
  const { entries } = useLoaderData<typeof loader>()
  const intl = useIntl()
  return (
    <>
      <PageHead
        title={<FormattedMessage id="administration.record" />}
        lede={<FormattedMessage id="administration.record.lede" />}
      />
      <EntryFilter />
      <EntryTable caption={intl.formatMessage({ id: 'administration.record' })} entries={entries} />
    </>
  )
}
