import { Link } from '@remix-run/react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { RowChart } from '../../server/domain/charts/spec.ts'
import { Chart } from '../charts/chart.tsx'
import type { ChartFilesAt } from '../charts/chart-files.tsx'
import { type Column, DataTable } from '../components/data-table.tsx'
import { type Format, useFormat } from '../format.ts'
import style from './compare.module.css'
import type { StandardisedRow } from './standardised.server.ts'

export interface StandardisedProps {
  /** For what it allows, in words; `shown` is absent where the figures are no shares or rates of people. */
  for: string
  shown?: { rows: readonly StandardisedRow[]; hasLimits: boolean; chart: RowChart | null }
  files: ChartFilesAt
  linkTo: (facility: string) => string
}

/** The facilities against what their own people would make likely: beside the plain comparison, never in its place. */
export function StandardisedSection({ for: allowed, shown, files, linkTo }: StandardisedProps) {
  const intl = useIntl()
  const columns = columnsOf(intl.formatMessage, useFormat(), linkTo)
  return (
    <section aria-labelledby="standardised" className={style.section}>
      <h2 id="standardised">
        <FormattedMessage id="compare.standardised" values={{ for: allowed }} />
      </h2>
      <p>
        <FormattedMessage id="compare.standardised.lede" values={{ for: allowed }} />
      </p>
      {!shown && (
        <p>
          <FormattedMessage id="compare.standardised.no-quotient" />
        </p>
      )}
      {shown && !shown.hasLimits && (
        <p>
          <FormattedMessage id="compare.standardised.no-limits" />
        </p>
      )}
      {shown?.chart && <Chart spec={shown.chart} files={files} />}
      {shown && (
        <DataTable
          isStacked
          caption={intl.formatMessage({ id: 'compare.standardised.caption' }, { for: allowed })}
          columns={columns}
          rows={shown.rows}
          keyOf={({ key }) => key}
        />
      )}
    </section>
  )
}

function columnsOf(
  words: ReturnType<typeof useIntl>['formatMessage'],
  format: Format,
  linkTo: StandardisedProps['linkTo'],
): Column<StandardisedRow>[] {
  return [
    {
      id: 'name',
      name: words({ id: 'facility.facility' }),
      isRowHead: true,
      cell: ({ key, name }) => <Link to={linkTo(key)}>{name}</Link>,
    },
    {
      id: 'observed',
      name: words({ id: 'compare.standardised.observed' }),
      isNumeric: true,
      cell: (row) => 'ratio' in row && format.number(row.observed),
    },
    {
      id: 'expected',
      name: words({ id: 'compare.standardised.expected' }),
      isNumeric: true,
      cell: (row) => 'ratio' in row && format.number(row.expected, 1),
    },
    {
      id: 'ratio',
      name: words({ id: 'compare.standardised.ratio' }),
      isNumeric: true,
      cell: (row) => 'ratio' in row && <Ratio {...row} />,
    },
    {
      id: 'outcome',
      name: words({ id: 'compare.outcome' }),
      cell: (row) =>
        'ratio' in row ? (
          <FormattedMessage
            id={row.outcome === 'few' ? 'compare.standardised.few' : `compare.outcome.${row.outcome}`}
          />
        ) : (
          <FormattedMessage id={`compare.standardised.why.${row.why}`} />
        ),
    },
  ]
}

function Ratio({ ratio, low, high }: { ratio: number; low: number; high: number }) {
  const format = useFormat()
  return (
    <>
      {format.number(ratio, 2)}{' '}
      <small>
        <FormattedMessage id="figure.interval" values={{ low: format.number(low, 2), high: format.number(high, 2) }} />
      </small>
    </>
  )
}
