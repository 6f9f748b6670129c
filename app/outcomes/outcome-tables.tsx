import { Link } from '@remix-run/react'
import { useIntl } from 'react-intl'
import { type Column, DataTable } from '../components/data-table.tsx'
import { FigureValue, IntervalValue } from '../components/figure-value.tsx'
import { VerdictBadge } from '../components/verdict-badge.tsx'
import { useFormat } from '../format.ts'
import type { BesideRow, FamilyShown } from './outcomes.server.ts'

type Cohort = FamilyShown['cohorts'][number]

/** The cohorts of one definition: who was followed, who could not be, and the share with its interval. */
export function CohortTable({ title, cohorts }: Pick<FamilyShown, 'title' | 'cohorts'>) {
  const intl = useIntl()
  const format = useFormat()
  const numeric = (id: 'at-risk' | 'unlinked' | 'with-event', read: (cohort: Cohort) => number): Column<Cohort> => ({
    ...{ id, name: intl.formatMessage({ id: `outcomes.${id}` }), isNumeric: true },
    cell: (cohort) => format.number(read(cohort)),
  })
  const columns: Column<Cohort>[] = [
    {
      id: 'cohort',
      name: intl.formatMessage({ id: 'outcomes.cohort.head' }),
      isRowHead: true,
      cell: ({ from, to }) =>
        intl.formatMessage({ id: 'outcomes.cohort' }, { from: format.day(from), to: format.day(to) }),
    },
    numeric('at-risk', ({ atRisk }) => atRisk),
    numeric('unlinked', ({ unlinked }) => unlinked),
    numeric('with-event', ({ withEvent }) => withEvent),
    {
      id: 'share',
      name: intl.formatMessage({ id: 'outcomes.share' }),
      isNumeric: true,
      cell: ({ share }) => (share ? format.percent(share.value) : intl.formatMessage({ id: 'outcomes.unlinked.all' })),
    },
    {
      id: 'interval',
      name: intl.formatMessage({ id: 'indicator.interval' }),
      isNumeric: true,
      cell: ({ share }) => share && <IntervalValue interval={share} unit="percent" isNamed />,
    },
  ]
  return <DataTable isStacked caption={title} hideCaption columns={columns} rows={cohorts} keyOf={({ to }) => to} />
}

/** How people do in the first 90 days, beside how many come back. */
export function BesideTable({ caption, rows, query }: { caption: string; rows: readonly BesideRow[]; query: string }) {
  const intl = useIntl()
  const columns: Column<BesideRow>[] = [
    {
      id: 'name',
      name: intl.formatMessage({ id: 'compare.indicator' }),
      isRowHead: true,
      cell: ({ id, title }) => <Link to={`/indicators/${id}?${query}`}>{title}</Link>,
    },
    {
      id: 'figure',
      name: intl.formatMessage({ id: 'facility.figure' }),
      isNumeric: true,
      cell: ({ reading, unit }) => <FigureValue figure={reading.figure} unit={unit} withUnit withParts />,
    },
    {
      id: 'interval',
      name: intl.formatMessage({ id: 'indicator.interval' }),
      isNumeric: true,
      cell: ({ reading, unit }) =>
        reading.interval && <IntervalValue interval={reading.interval} unit={unit} isNamed />,
    },
    {
      id: 'verdict',
      name: intl.formatMessage({ id: 'overview.verdict' }),
      cell: ({ reading }) => <VerdictBadge verdict={reading.verdict} />,
    },
  ]
  return <DataTable isStacked caption={caption} columns={columns} rows={rows} keyOf={({ id }) => id} />
}
