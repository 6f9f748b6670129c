import { Link } from '@remix-run/react'
import { FormattedMessage, useIntl } from 'react-intl'
import { type Column, DataTable } from '../components/data-table.tsx'
import { FigureValue } from '../components/figure-value.tsx'
import { VerdictBadge } from '../components/verdict-badge.tsx'
import { useFormat } from '../format.ts'
import type { IndicatorRow } from './indicator-rows.server.ts'
import style from './indicator-table.module.css'

/** Some indicators with what they measure, how they are made, and the figure of the whole place with its verdict. */
export function IndicatorTable(props: {
  caption: string
  hideCaption?: boolean
  rows: readonly IndicatorRow[]
  linkTo: (indicator: string) => string
}) {
  const { formatMessage } = useIntl()
  const columns: Column<IndicatorRow>[] = [
    {
      id: 'indicator',
      name: formatMessage({ id: 'facility.indicator' }),
      isRowHead: true,
      cell: (row) => <NameCell row={row} to={props.linkTo(row.id)} />,
    },
    { id: 'kind', name: formatMessage({ id: 'indicator.kind' }), cell: (row) => <KindCell row={row} /> },
    {
      id: 'figure',
      name: formatMessage({ id: 'facility.figure' }),
      isNumeric: true,
      cell: (row) => row.reading && <FigureValue figure={row.reading.figure} unit={row.unit} withUnit withParts />,
    },
    {
      id: 'verdict',
      name: formatMessage({ id: 'overview.verdict' }),
      cell: (row) => row.reading && <VerdictBadge verdict={row.reading.verdict} />,
    },
    {
      id: 'reporting',
      name: formatMessage({ id: 'indicator.reporting' }),
      isNumeric: true,
      cell: ({ reporting, expected }) =>
        expected > 0 ? (
          <FormattedMessage id="indicator.of" values={{ reporting, expected }} />
        ) : (
          <FormattedMessage id="indicator.nobody" />
        ),
    },
  ]
  return (
    <DataTable
      caption={props.caption}
      hideCaption={props.hideCaption}
      columns={columns}
      rows={props.rows}
      keyOf={(row) => row.id}
    />
  )
}

function NameCell({ row, to }: { row: IndicatorRow; to: string }) {
  return (
    <div className={style.name}>
      <Link to={to}>{row.title}</Link>
      <span className={style.small}>{row.measures}</span>
    </div>
  )
}

function KindCell({ row }: { row: IndicatorRow }) {
  const intl = useIntl()
  const format = useFormat()
  const made = row.madeOf.map((supply) => intl.formatMessage({ id: `indicator.supply.${supply}` }))
  return (
    <div className={style.kind}>
      <FormattedMessage id={`indicator.tier.${row.tier}`} />
      <span className={style.small}>
        <FormattedMessage id="indicator.made-of" values={{ supplies: format.list(made) }} />
      </span>
      {row.hasHardLimit && (
        <strong className={style.limit}>
          <FormattedMessage id="indicator.hard-limit" />
        </strong>
      )}
    </div>
  )
}
