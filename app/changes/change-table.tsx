import { Link } from '@remix-run/react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { Unit } from '../../server/domain/indicators/define.ts'
import { type Column, DataTable } from '../components/data-table.tsx'
import { FigureValue } from '../components/figure-value.tsx'
import type { ChangedIndicator } from './changes.server.ts'

type Row = ChangedIndicator['changes'][number]

export interface ChangeTableProps {
  caption: string
  changes: readonly Row[]
  unit: Unit
  /** The two months, written out. */
  months: { before: string; month: string }
  linkTo: (facility: string) => string
}

/** The facilities at which one indicator changed: both figures with their counts, and what may be said of the change. */
export function ChangeTable({ caption, changes, unit, months, linkTo }: ChangeTableProps) {
  const intl = useIntl()
  const columns: Column<Row>[] = [
    {
      id: 'name',
      name: intl.formatMessage({ id: 'facility.facility' }),
      isRowHead: true,
      cell: ({ key, name }) => <Link to={linkTo(key)}>{name}</Link>,
    },
    { id: 'region', name: intl.formatMessage({ id: 'region.label' }), cell: ({ region }) => region },
    {
      id: 'before',
      name: months.before,
      isNumeric: true,
      cell: ({ before }) => <FigureValue figure={before} unit={unit} withParts />,
    },
    {
      id: 'after',
      name: months.month,
      isNumeric: true,
      cell: ({ after }) => <FigureValue figure={after} unit={unit} withParts />,
    },
    {
      id: 'verdict',
      name: intl.formatMessage({ id: 'changes.verdict' }),
      saysItself: true,
      cell: ({ verdict }) => <FormattedMessage id={`overview.change.${verdict}`} />,
    },
  ]
  return <DataTable caption={caption} hideCaption isStacked columns={columns} rows={changes} keyOf={({ key }) => key} />
}
