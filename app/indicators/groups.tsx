import { FormattedMessage, useIntl } from 'react-intl'
import type { Unit } from '../../server/domain/indicators/define.ts'
import { Chart } from '../charts/chart.tsx'
import type { ChartFilesAt } from '../charts/chart-files.tsx'
import { type Column, DataTable } from '../components/data-table.tsx'
import { FigureValue, IntervalValue } from '../components/figure-value.tsx'
import { VerdictBadge } from '../components/verdict-badge.tsx'
import type { GroupRow, GroupsShown } from './groups.server.ts'
import style from './indicators.module.css'

/** The groups of an indicator in one month, each breakdown as a chart and with its two counts in a table. */
export function Groups(props: {
  shown: GroupsShown
  unit: Unit
  place: string
  month: string
  filesOf: (chart: string) => ChartFilesAt
}) {
  const { unit, place, month, filesOf } = props
  const { breakdowns, tested } = props.shown
  const intl = useIntl()
  return (
    <section aria-labelledby="groups" className={style.section}>
      <h2 id="groups">
        <FormattedMessage id="indicator.groups" />
      </h2>
      {breakdowns.length === 0 && (
        <p>
          <FormattedMessage id="indicator.groups.none" values={{ month }} />
        </p>
      )}
      {breakdowns.length > 0 && (
        <p>
          {tested === undefined ? (
            <FormattedMessage id="indicator.groups.untested" />
          ) : (
            <FormattedMessage id="indicator.groups.tested" values={{ count: tested }} />
          )}
        </p>
      )}
      {breakdowns.map(({ dimension, name, rows, chart }) => (
        <section key={dimension} aria-labelledby={`by-${dimension}`} className={style.section}>
          <h3 id={`by-${dimension}`} className={style.group}>
            {name}
          </h3>
          {rows.some(({ reading }) => reading.figure.state === 'counted') && (
            <Chart spec={chart} files={filesOf(chart.id)} />
          )}
          <DataTable
            caption={intl.formatMessage({ id: 'indicator.groups.caption' }, { name, place, month })}
            columns={columnsOf(unit, intl.formatMessage, tested !== undefined)}
            rows={rows}
            isStacked
            keyOf={(row) => row.id}
          />
        </section>
      ))}
    </section>
  )
}

function columnsOf(
  unit: Unit,
  words: ReturnType<typeof useIntl>['formatMessage'],
  isTested: boolean,
): Column<GroupRow>[] {
  const gap: Column<GroupRow> = {
    id: 'gap',
    name: words({ id: 'indicator.groups.gap' }),
    cell: (row) => row.gap && <Gap gap={row.gap} />,
  }
  return [
    { id: 'group', name: words({ id: 'indicator.group' }), isRowHead: true, cell: (row) => row.name },
    {
      id: 'figure',
      name: words({ id: 'facility.figure' }),
      isNumeric: true,
      cell: ({ reading }) => <FigureValue figure={reading.figure} unit={unit} withUnit withParts />,
    },
    {
      id: 'interval',
      name: words({ id: 'indicator.interval' }),
      isNumeric: true,
      cell: ({ reading }) => reading.interval && <IntervalValue interval={reading.interval} unit={unit} isNamed />,
    },
    {
      id: 'verdict',
      name: words({ id: 'overview.verdict' }),
      cell: ({ reading }) => <VerdictBadge verdict={reading.verdict} />,
    },
    ...(isTested ? [gap] : []),
  ]
}

/** How many times the rest a group has, and whether that is more than chance makes likely. */
function Gap({ gap: { words, ratio, interval } }: { gap: NonNullable<GroupRow['gap']> }) {
  return (
    <>
      {words}
      {ratio && (
        <>
          <br />
          {ratio}
          {interval && `, ${interval}`}
        </>
      )}
    </>
  )
}
