import { Link } from '@remix-run/react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { Unit } from '../../server/domain/indicators/define.ts'
import { type Column, DataTable } from '../components/data-table.tsx'
import { FigureValue } from '../components/figure-value.tsx'
import { VerdictBadge } from '../components/verdict-badge.tsx'
import type { Mapped } from './map.server.ts'

export interface MapTableProps {
  caption: string
  rows: readonly Mapped[]
  unit: Unit
  linkTo: (facility: string) => string
}

/** What the map shows, as rows in the order of the register. */
export function MapTable({ caption, rows, unit, linkTo }: MapTableProps) {
  const intl = useIntl()
  const columns: Column<Mapped>[] = [
    {
      id: 'name',
      name: intl.formatMessage({ id: 'facility.facility' }),
      isRowHead: true,
      cell: ({ key, name }) => <Link to={linkTo(key)}>{name}</Link>,
    },
    { id: 'region', name: intl.formatMessage({ id: 'region.label' }), cell: ({ region }) => region },
    {
      id: 'figure',
      name: intl.formatMessage({ id: 'facility.figure' }),
      isNumeric: true,
      cell: ({ reading }) => <FigureValue figure={reading.figure} unit={unit} withParts />,
    },
    {
      id: 'verdict',
      name: intl.formatMessage({ id: 'overview.verdict' }),
      saysItself: true,
      cell: ({ reading }) => <VerdictBadge verdict={reading.verdict} />,
    },
  ]
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={rows}
      isStacked
      keyOf={({ key }) => key}
      empty={<FormattedMessage id="overview.matrix.empty" />}
    />
  )
}
