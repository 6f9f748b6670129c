import { Button, TextInput } from '@mantine/core'
import { Form, Link } from '@remix-run/react'
import { FormattedMessage, useIntl } from 'react-intl'
import { parseMonth } from '../../server/domain/period.ts'
import { longestViewName, type SavedView } from '../../server/domain/saved-views.ts'
import style from '../administration/administration.module.css'
import { DeedButton } from '../administration/deed-button.tsx'
import { type Column, DataTable } from '../components/data-table.tsx'
import { useFormat } from '../format.ts'
import own from './view-menu.module.css'

/** One's own views: what each opens, its other name, and its end. */
export function ViewTable({ views }: { views: readonly SavedView[] }) {
  const intl = useIntl()
  const columns: Column<SavedView>[] = [
    {
      id: 'name',
      name: intl.formatMessage({ id: 'view.called' }),
      isRowHead: true,
      cell: ({ name, path }) => <Link to={path}>{name}</Link>,
    },
    {
      id: 'path',
      name: intl.formatMessage({ id: 'view.address' }),
      cell: ({ path }) => <ViewAddress path={path} />,
    },
    { id: 'month', name: intl.formatMessage({ id: 'period.label' }), cell: ({ path }) => <MonthOf path={path} /> },
    { id: 'rename', name: intl.formatMessage({ id: 'view.rename' }), cell: (view) => <Rename view={view} /> },
    {
      id: 'drop',
      name: intl.formatMessage({ id: 'view.drop' }),
      cell: ({ id, name }) => <DeedButton intent="drop" id={id} words="view.drop" about={name} />,
    },
  ]
  return (
    <DataTable
      isStacked
      caption={intl.formatMessage({ id: 'view.title' })}
      hideCaption
      columns={columns}
      rows={views}
      keyOf={({ id }) => id}
      empty={<FormattedMessage id="view.empty" />}
    />
  )
}

/** The address of a page with its filters, from left to right as addresses are, and as wide as can be read. */
export function ViewAddress({ path }: { path: string }) {
  return (
    <bdi dir="ltr" className={`${style.code} ${own.address}`}>
      {path}
    </bdi>
  )
}

/** The month that a view is bound to; without one it shows the latest whenever it is opened. */
function MonthOf({ path }: { path: string }) {
  const format = useFormat()
  const asked = new URLSearchParams(path.split('?')[1]).get('month')
  const month = asked === null ? undefined : parseMonth(asked)
  if (month) return <>{format.month(month)}</>
  return asked === null ? <FormattedMessage id="view.month.latest" /> : asked
}

function Rename({ view: { id, name } }: { view: SavedView }) {
  const intl = useIntl()
  return (
    <Form method="post" className={style.confirm} data-print="no">
      <input type="hidden" name="id" value={id} />
      <TextInput
        key={name}
        name="name"
        size="xs"
        required
        maxLength={longestViewName}
        defaultValue={name}
        autoComplete="off"
        aria-label={intl.formatMessage({ id: 'view.rename.of' }, { name })}
      />
      <Button type="submit" name="intent" value="rename" size="xs" variant="default">
        <FormattedMessage id="view.rename" />
        <span className="visually-hidden">: {name}</span>
      </Button>
    </Form>
  )
}
