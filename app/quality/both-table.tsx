import { useIntl } from 'react-intl'
import { type Column, DataTable } from '../components/data-table.tsx'
import { useFormat } from '../format.ts'

/** A count of which events and the return say different numbers. */
export interface BothRow {
  cell: string
  title: string
  events: number
  returned: number
}

/** Two answers to one question, side by side. */
export function BothTable({ rows }: { rows: readonly BothRow[] }) {
  const intl = useIntl()
  const format = useFormat()
  const columns: Column<BothRow>[] = [
    { id: 'count', name: intl.formatMessage({ id: 'quality.both.count' }), isRowHead: true, cell: (row) => row.title },
    {
      id: 'events',
      name: intl.formatMessage({ id: 'quality.both.events' }),
      isNumeric: true,
      cell: (row) => format.number(row.events, 2),
    },
    {
      id: 'returned',
      name: intl.formatMessage({ id: 'quality.both.returned' }),
      isNumeric: true,
      cell: (row) => format.number(row.returned, 2),
    },
    {
      id: 'difference',
      name: intl.formatMessage({ id: 'quality.both.difference' }),
      isNumeric: true,
      cell: (row) => format.change(row.returned - row.events, 2),
    },
  ]
  return (
    <DataTable
      isStacked
      caption={intl.formatMessage({ id: 'quality.both' })}
      hideCaption
      columns={columns}
      rows={rows}
      keyOf={(row) => row.cell}
    />
  )
}
