import { Link } from '@remix-run/react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { Standing } from '../../server/domain/indicators/standing.ts'
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
  /** Where the facilities of an indicator are compared; given where rows say how many have which verdict. */
  compareTo?: (indicator: string) => string
}) {
  const { formatMessage } = useIntl()
  const { compareTo } = props
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
    ...(compareTo
      ? [
          {
            id: 'standing',
            name: formatMessage({ id: 'indicator.standing' }),
            cell: (row: IndicatorRow) =>
              row.standing && <StandingCell standing={row.standing} to={compareTo(row.id)} />,
          },
        ]
      : []),
  ]
  return (
    <DataTable
      caption={props.caption}
      hideCaption={props.hideCaption}
      columns={columns}
      rows={props.rows}
      isStacked
      keyOf={(row) => row.id}
    />
  )
}

/** How many facilities have each verdict: words and counts, those that need somebody first. */
function StandingCell({ standing, to }: { standing: Standing; to: string }) {
  const counts = (['breach', 'concern', 'within', 'not-assessed'] as const).filter((verdict) => standing[verdict] > 0)
  return (
    <Link to={to} className={style.standing}>
      {counts.map((verdict) => (
        <span key={verdict} data-verdict={verdict}>
          <FormattedMessage id={`indicator.standing.${verdict}`} values={{ count: standing[verdict] }} />
        </span>
      ))}
    </Link>
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
