import { Link } from '@remix-run/react'
import { FormattedMessage, useIntl } from 'react-intl'
import { type Column, DataTable } from '../components/data-table.tsx'
import { FigureValue } from '../components/figure-value.tsx'
import { VerdictBadge } from '../components/verdict-badge.tsx'
import type { PairFigure, PairRow } from './pairs.server.ts'

export interface PairTableProps {
  rows: readonly PairRow[]
  month: string
  linkTo: (indicator: string) => string
}

/** Figures that are read together, with what can be gained in one at the cost of the other. */
export function PairTable({ rows, month, linkTo }: PairTableProps) {
  const intl = useIntl()
  const figure = (one: PairFigure) => (
    <>
      <Link to={linkTo(one.id)}>{one.title}</Link>
      <br />
      <FigureValue figure={one.reading.figure} unit={one.unit} withUnit />{' '}
      <VerdictBadge verdict={one.reading.verdict} />
    </>
  )
  const columns: Column<PairRow>[] = [
    { id: 'first', name: intl.formatMessage({ id: 'pair.first' }), isRowHead: true, cell: (row) => figure(row.first) },
    { id: 'second', name: intl.formatMessage({ id: 'pair.second' }), cell: (row) => figure(row.second) },
    {
      id: 'why',
      name: intl.formatMessage({ id: 'pair.why' }),
      cell: (row) => <FormattedMessage id={`pair.${row.id}`} />,
    },
  ]
  return (
    <section aria-labelledby="pairs">
      <h2 id="pairs">
        <FormattedMessage id="pair.heading" />
      </h2>
      <p>
        <FormattedMessage id="pair.lede" />
      </p>
      <DataTable
        caption={intl.formatMessage({ id: 'pair.caption' }, { month })}
        columns={columns}
        rows={rows}
        isStacked
        keyOf={(row) => row.id}
      />
    </section>
  )
}
