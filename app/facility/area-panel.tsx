import { Link } from '@remix-run/react'
import { FormattedMessage, useIntl } from 'react-intl'
import { Sparkline } from '../charts/sparkline.tsx'
import { type Column, DataTable } from '../components/data-table.tsx'
import { FigureValue, IntervalValue } from '../components/figure-value.tsx'
import { VerdictBadge } from '../components/verdict-badge.tsx'
import { useFormat } from '../format.ts'
import style from './area-panel.module.css'
import type { Panel, PanelRow } from './indicator-panels.server.ts'

/** One area of a facility: its indicators with figure, verdict, thirteen months and the country beside it. */
export function AreaPanel({ panel, linkTo }: { panel: Panel; linkTo: (indicator: string) => string }) {
  const intl = useIntl()
  const name = intl.formatMessage({ id: `area.${panel.area}` })
  return (
    <section aria-labelledby={panel.area} className={`${style.panel} ${style.chosen}`}>
      <h2 id={panel.area}>{name}</h2>
      {panel.rows.length > 0 && (
        <DataTable
          caption={name}
          hideCaption
          isStacked
          columns={columnsOf(panel.rows, intl.formatMessage, linkTo)}
          rows={panel.rows}
          keyOf={(row) => row.id}
        />
      )}
      {panel.silent.length > 0 && <SilentIndicators titles={panel.silent} />}
      <p className={style.back}>
        <a href="#areas">
          <FormattedMessage id="facility.areas.back" />
        </a>
      </p>
    </section>
  )
}

function SilentIndicators({ titles }: { titles: readonly string[] }) {
  const format = useFormat()
  return (
    <details className={style.silent}>
      <summary>
        <FormattedMessage id="facility.silent" values={{ count: titles.length }} />
      </summary>
      <p>{format.list(titles)}</p>
    </details>
  )
}

/** Areas in which the facility has said nothing: named, so that silence is not taken for health. */
export function SilentAreas({ panels }: { panels: readonly Panel[] }) {
  if (panels.length === 0) return null
  return (
    <section aria-labelledby="silent-areas" className={style.panel}>
      <h2 id="silent-areas">
        <FormattedMessage id="facility.silent-areas" />
      </h2>
      {panels.map((panel) => (
        <div key={panel.area} className={style.area}>
          <h3>
            <FormattedMessage id={`area.${panel.area}`} />
          </h3>
          <SilentIndicators titles={panel.silent} />
        </div>
      ))}
    </section>
  )
}

function columnsOf(
  rows: readonly PanelRow[],
  words: ReturnType<typeof useIntl>['formatMessage'],
  linkTo: (indicator: string) => string,
): Column<PanelRow>[] {
  const all: Column<PanelRow>[] = [
    {
      id: 'indicator',
      name: words({ id: 'facility.indicator' }),
      isRowHead: true,
      cell: (row) => (
        <Link to={linkTo(row.id)} className={row.isPaired ? style.paired : undefined}>
          {row.title}
        </Link>
      ),
    },
    {
      id: 'figure',
      name: words({ id: 'facility.figure' }),
      isNumeric: true,
      saysItself: true,
      cell: (row) => <FigureOf row={row} />,
    },
    {
      id: 'verdict',
      name: words({ id: 'overview.verdict' }),
      saysItself: true,
      cell: (row) => <VerdictBadge verdict={row.reading.verdict} />,
    },
    { id: 'trend', name: words({ id: 'facility.trend' }), cell: (row) => <Sparkline spec={row.spark} /> },
    {
      id: 'peers',
      name: words({ id: 'peers.median' }),
      isNumeric: true,
      cell: (row) => row.peers && <PeersOf peers={row.peers} unit={row.unit} />,
    },
    {
      id: 'country',
      name: words({ id: 'facility.country' }),
      isNumeric: true,
      cell: (row) => row.country && <FigureValue figure={row.country} unit={row.unit} />,
    },
  ]
  // Who may see no other facility has nothing to hold its figures against.
  return all.filter(({ id }) => (id !== 'peers' && id !== 'country') || rows.some((row) => row[id]))
}

function PeersOf({ peers, unit }: { peers: NonNullable<PanelRow['peers']>; unit: PanelRow['unit'] }) {
  const format = useFormat()
  return (
    <FormattedMessage id="peers.median.of" values={{ median: format.figure(peers.median, unit), known: peers.known }} />
  )
}

function FigureOf({ row }: { row: PanelRow }) {
  return (
    <>
      <FigureValue figure={row.reading.figure} unit={row.unit} withUnit withParts />
      {row.reading.interval && <IntervalValue interval={row.reading.interval} unit={row.unit} />}
    </>
  )
}
