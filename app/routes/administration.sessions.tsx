import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { FormattedMessage, useIntl } from 'react-intl'
import { ask } from '../../server/caller.server.ts'
import { attempt, fieldsOf } from '../administration/deed.server.ts'
import { DeedButton } from '../administration/deed-button.tsx'
import { Outcome } from '../administration/outcome.tsx'
import { AdministrationTabs } from '../administration/tabs.tsx'
import { ClientAddress } from '../components/client-address.tsx'
import { type Column, DataTable } from '../components/data-table.tsx'
import { Moment } from '../components/moment.tsx'
import { PageHead } from '../components/page-head.tsx'
import type { PageHandle } from '../page-handle.ts'

export const handle: PageHandle = { title: (intl) => intl.formatMessage({ id: 'administration.sessions' }) }

/** The open sessions of one's own body's people. */
export function loader(args: LoaderFunctionArgs) {
  return ask(args, async (api) => ({ sessions: await api.sessions.list() }))
}

/** Ends a session. */
export async function action(args: ActionFunctionArgs) {
  const { id = '' } = await fieldsOf(args.request)
  return attempt(args, 'session-ended', (api) => api.sessions.end({ session: id }))
}

type Row = SerializeFrom<typeof loader>['sessions'][number]

export default function Sessions() {
  const { sessions } = useLoaderData<typeof loader>()
  const intl = useIntl()
  const columns: Column<Row>[] = [
    {
      id: 'name',
      name: intl.formatMessage({ id: 'administration.name' }),
      isRowHead: true,
      cell: (row) => <Link to={`/administration/people/${row.personId}`}>{row.name}</Link>,
    },
    {
      id: 'begun',
      name: intl.formatMessage({ id: 'administration.session.begun' }),
      cell: (row) => <Moment at={row.createdAt} />,
    },
    {
      id: 'seen',
      name: intl.formatMessage({ id: 'administration.last-seen' }),
      cell: (row) => <Moment at={row.seenAt} />,
    },
    {
      id: 'ends',
      name: intl.formatMessage({ id: 'administration.session.ends' }),
      cell: (row) => <Moment at={row.expiresAt} />,
    },
    {
      id: 'address',
      name: intl.formatMessage({ id: 'administration.session.address' }),
      cell: (row) => <ClientAddress address={row.ipAddress} />,
    },
    { id: 'browser', name: intl.formatMessage({ id: 'administration.session.browser' }), cell: (row) => row.userAgent },
    {
      id: 'factors',
      name: intl.formatMessage({ id: 'administration.session.proofs' }),
      isNumeric: true,
      cell: (row) => row.factors,
    },
    {
      id: 'deed',
      name: intl.formatMessage({ id: 'administration.deed' }),
      cell: (row) => <DeedButton intent="end" id={row.id} words="administration.session.end" about={row.name} />,
    },
  ]
  return (
    <>
      <PageHead
        title={<FormattedMessage id="administration.sessions" />}
        lede={<FormattedMessage id="administration.sessions.lede" values={{ count: sessions.length }} />}
      />
      <AdministrationTabs />
      <Outcome />
      <DataTable
        isStacked
        caption={intl.formatMessage({ id: 'administration.sessions' })}
        hideCaption
        columns={columns}
        rows={sessions}
        keyOf={(row) => row.id}
        empty={<FormattedMessage id="administration.sessions.none" />}
      />
    </>
  )
}
