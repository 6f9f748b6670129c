import { FormattedMessage, useIntl } from 'react-intl'
import { type Column, DataTable } from '../components/data-table.tsx'
import type { EquityShown } from './equity.server.ts'

/** Groups with those they are held against: both figures with their counts, the ratio, and what may be said. Never an order by value. */
export function EquityTable({ caption, rows }: { caption: string; rows: readonly EquityShown[] }) {
  return (
    <DataTable
      caption={caption}
      isStacked
      columns={columnsOf(useIntl().formatMessage)}
      rows={rows}
      keyOf={(row) => row.id}
    />
  )
}

function columnsOf(words: ReturnType<typeof useIntl>['formatMessage']): Column<EquityShown>[] {
  return [
    { id: 'group', name: words({ id: 'indicator.group' }), isRowHead: true, cell: (row) => row.name },
    { id: 'figure', name: words({ id: 'equity.column.figure' }), isNumeric: true, cell: (row) => row.figure },
    { id: 'against', name: words({ id: 'equity.column.against' }), cell: (row) => row.against },
    { id: 'others', name: words({ id: 'equity.column.others' }), isNumeric: true, cell: (row) => row.others },
    {
      id: 'ratio',
      name: words({ id: 'equity.column.ratio' }),
      cell: (row) => (
        <>
          {row.ratio}
          {row.ratio && row.interval && <br />}
          {row.interval}
        </>
      ),
    },
    { id: 'said', name: words({ id: 'equity.column.said' }), cell: (row) => <Said row={row} /> },
    { id: 'months', name: words({ id: 'equity.column.months' }), cell: (row) => row.months },
  ]
}

function Said({ row: { verdict, side } }: { row: EquityShown }) {
  if (side === 'none') return verdict
  return (
    <>
      <strong>
        <FormattedMessage id={`equity.side.${side}`} />
      </strong>
      <br />
      {verdict}
    </>
  )
}
