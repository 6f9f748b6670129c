import { Link } from '@remix-run/react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { Sparkline as SparklineSpec } from '../../server/domain/charts/spec.ts'
import type { Unit } from '../../server/domain/indicators/define.ts'
import type { Reading } from '../../server/domain/indicators/reading.ts'
import { Sparkline } from '../charts/sparkline.tsx'
import { type Column, DataTable } from '../components/data-table.tsx'
import { FigureParts, FigureValue, IntervalValue } from '../components/figure-value.tsx'
import { VerdictBadge } from '../components/verdict-badge.tsx'
import type { Sort } from '../sort.ts'
import style from './compare.module.css'
import type { Compared } from './outcome.ts'

/** One facility in the table of a comparison. */
export interface CompareRow extends Compared {
  key: string
  reading: Reading
  spark: SparklineSpec
}

export interface CompareTableProps {
  caption: string
  rows: readonly CompareRow[]
  unit: Unit
  sort: Sort
  /** True where the figures have control limits to be compared with. */
  hasLimits: boolean
  linkTo: (facility: string) => string
}

/** Facilities with their counts, figure, interval, what the funnel says and what the thresholds say. Figures are not sorted by. */
export function CompareTable(props: CompareTableProps) {
  return (
    <DataTable
      caption={props.caption}
      columns={columnsOf(props, useIntl().formatMessage)}
      rows={props.rows}
      keyOf={(row) => row.key}
      sort={props.sort}
      empty={<FormattedMessage id="overview.matrix.empty" />}
    />
  )
}

function columnsOf(
  { unit, hasLimits, linkTo }: CompareTableProps,
  words: ReturnType<typeof useIntl>['formatMessage'],
): Column<CompareRow>[] {
  const outcome: Column<CompareRow> = {
    id: 'outcome',
    name: words({ id: 'compare.outcome' }),
    isSortable: true,
    cell: (row) => <FormattedMessage id={`compare.outcome.${row.outcome}`} />,
  }
  return [
    {
      id: 'name',
      name: words({ id: 'facility.facility' }),
      isRowHead: true,
      isSortable: true,
      cell: (row) => <Link to={linkTo(row.key)}>{row.name}</Link>,
    },
    { id: 'region', name: words({ id: 'region.label' }), isSortable: true, cell: (row) => row.region },
    {
      id: 'counts',
      name: words({ id: 'compare.counts' }),
      isNumeric: true,
      cell: (row) => <Counts row={row} unit={unit} />,
    },
    {
      id: 'figure',
      name: words({ id: 'facility.figure' }),
      isNumeric: true,
      cell: ({ reading }) => (
        <>
          <FigureValue figure={reading.figure} unit={unit} />
          {reading.interval && <IntervalValue interval={reading.interval} unit={unit} />}
        </>
      ),
    },
    ...(hasLimits ? [outcome] : []),
    {
      id: 'verdict',
      name: words({ id: 'overview.verdict' }),
      cell: (row) => <VerdictBadge verdict={row.reading.verdict} />,
    },
    {
      id: 'grade',
      name: words({ id: 'compare.grade' }),
      cell: (row) => <FormattedMessage id={`explain.grade.${row.reading.grade}`} />,
    },
    { id: 'trend', name: words({ id: 'facility.trend' }), cell: (row) => <Sparkline spec={row.spark} /> },
  ]
}

function Counts({ row: { reading }, unit }: { row: CompareRow; unit: Unit }) {
  const { figure } = reading
  if (figure.state !== 'counted' || figure.denominator === null) return null
  return (
    <span className={style.counts}>
      <FigureParts {...figure} denominator={figure.denominator} unit={unit} />
    </span>
  )
}
