import { TextInput } from '@mantine/core'
import type { LoaderFunctionArgs, SerializeFrom } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { FormattedMessage, useIntl } from 'react-intl'
import { ask } from '../../server/caller.server.ts'
import { type Column, DataTable } from '../components/data-table.tsx'
import { FilterField, FilterForm } from '../components/filter-form.tsx'
import { PageHead } from '../components/page-head.tsx'
import { ScopeControls } from '../components/scope-controls.tsx'
import { foundIn } from '../find.ts'
import { useFormat } from '../format.ts'
import type { PageHandle } from '../page-handle.ts'
import { scopeIn, scopeQuery } from '../page-scope.server.ts'

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: (intl) => intl.formatMessage({ id: 'menu.facilities' }),
  controls: ({ scope }) => <ScopeControls {...scope} />,
}

/** The register as it was in a month. */
export async function loader(args: LoaderFunctionArgs) {
  const find = (new URL(args.request.url).searchParams.get('find') ?? '').trim().slice(0, 100)
  return ask(args, async (api) => {
    const scope = await scopeIn(args.request, api)
    const all = await api.facilities.list({ month: scope.month, region: scope.region })
    const facilities = all
      .filter((one) => foundIn(`${one.name} ${one.key} ${one.regionName ?? ''}`, find))
      .map(({ key, name, regionName, securityLevel, isOpen }) => ({ key, name, regionName, securityLevel, isOpen }))
    return { scope, query: scopeQuery(scope), find, facilities, total: all.length }
  })
}

type Row = SerializeFrom<typeof loader>['facilities'][number]

/** All facilities, in register order. */
export default function Facilities() {
  const { scope, query, find, facilities, total } = useLoaderData<typeof loader>()
  const intl = useIntl()
  const format = useFormat()
  const columns: Column<Row>[] = [
    {
      id: 'name',
      name: intl.formatMessage({ id: 'facility.facility' }),
      isRowHead: true,
      cell: (row) => <Link to={`/facilities/${encodeURIComponent(row.key)}?${query}`}>{row.name}</Link>,
    },
    { id: 'key', name: intl.formatMessage({ id: 'facility.key' }), cell: (row) => row.key },
    { id: 'region', name: intl.formatMessage({ id: 'region.label' }), cell: (row) => row.regionName },
    {
      id: 'state',
      name: intl.formatMessage({ id: 'facility.state' }),
      cell: (row) => <FormattedMessage id={row.isOpen ? 'facility.state.open' : 'facility.state.not-open'} />,
    },
  ]
  return (
    <>
      <PageHead
        title={<FormattedMessage id="menu.facilities" />}
        lede={<FormattedMessage id="facility.list.lede" values={{ month: format.month(scope.month) }} />}
      />
      <FilterForm names={['find']}>
        <FilterField label="overview.find">
          <TextInput name="find" size="sm" defaultValue={find} />
        </FilterField>
      </FilterForm>
      <p aria-live="polite">
        <FormattedMessage id="overview.found" values={{ found: facilities.length, total }} />
      </p>
      <DataTable
        caption={intl.formatMessage({ id: 'menu.facilities' })}
        hideCaption
        columns={columns}
        rows={facilities}
        keyOf={(row) => row.key}
        empty={<FormattedMessage id="overview.matrix.empty" />}
      />
    </>
  )
}
