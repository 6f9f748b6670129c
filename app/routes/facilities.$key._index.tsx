import type { LoaderFunctionArgs, SerializeFrom } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FormattedMessage, useIntl } from 'react-intl'
import { ask } from '../../server/caller.server.ts'
import { can } from '../../server/domain/access.ts'
import { addMonths } from '../../server/domain/period.ts'
import { Chart } from '../charts/chart.tsx'
import { PageHead } from '../components/page-head.tsx'
import { PeriodPicker } from '../components/period-picker.tsx'
import { AreaIndex } from '../facility/area-index.tsx'
import { AreaPanel, SilentAreas } from '../facility/area-panel.tsx'
import paper from '../facility/brief.module.css'
import { briefOf } from '../facility/brief.server.ts'
import { BriefOnPaper } from '../facility/brief.tsx'
import { capacityAsked } from '../facility/capacity.server.ts'
import { CapacityChoice } from '../facility/capacity-choice.tsx'
import { completenessOf } from '../facility/completeness.server.ts'
import { firstThingsShown } from '../facility/first-things.server.ts'
import { FirstSection } from '../facility/first-things.tsx'
import { HeadFacts } from '../facility/head-facts.tsx'
import { History } from '../facility/history.tsx'
import { panelsOf } from '../facility/indicator-panels.server.ts'
import { PairTable } from '../facility/pair-table.tsx'
import { pairRows } from '../facility/pairs.server.ts'
import { PeersLine } from '../facility/peers-line.tsx'
import { useFormat } from '../format.ts'
import type { PageHandle } from '../page-handle.ts'
import { scopeIn, scopeQuery } from '../page-scope.server.ts'
import { qualityFacts } from '../quality/month-quality.server.ts'
import { QualitySection } from '../quality/quality-section.tsx'
import { readerOf } from '../reader.server.ts'

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: (_intl, { facility }) => facility.name,
  controls: ({ scope }) => <PeriodPicker month={scope.month} first={scope.first} last={scope.last} />,
}

/** What a director answers for this month, and what an inspector looks at first; the register alone without a right to figures. */
export async function loader(args: LoaderFunctionArgs) {
  const reader = await readerOf(args.request)
  const key = args.params.key ?? ''
  const hasFigures = can(args.context.visitor.actor, 'indicator.read')
  return ask(args, async (api) => {
    const scope = await scopeIn(args.request, api, { facility: key })
    const months = { from: addMonths(scope.month, -12), to: scope.month }
    const [{ facility, history, quality }, figures] = await Promise.all([
      api.facilities.get({ facility: key, month: scope.month }),
      hasFigures &&
        Promise.all([
          api.indicators.series({ place: { facility: key }, ...months }),
          api.indicators.series({ place: { country: true }, ...months, from: scope.month }),
          api.indicators.list(),
          api.peers.medians({ facility: key, month: scope.month }),
        ]),
    ])
    const pairs = figures ? pairRows(figures[0].series, figures[2], reader) : []
    const panels = figures ? panelsOf(figures[0].series, figures[1].series, figures[2], figures[3].medians, reader) : []
    const completeness = figures && completenessOf(figures[0].series, figures[2], figures[0].months, reader)
    return {
      scope,
      query: scopeQuery(scope),
      facility,
      history,
      panels,
      first: figures
        ? firstThingsShown({ month: scope.month, series: figures[0].series, facts: figures[2], pairs }, reader)
        : null,
      brief: figures ? briefOf(panels, pairs, reader) : null,
      capacity: figures
        ? capacityAsked(
            args.request,
            history.certificates,
            figures[0].series.find((row) => row.indicatorId === 'occupancy-rate')?.readings.at(-1),
            scope.month,
          )
        : null,
      pairs,
      peers: figures ? { kind: figures[3].kind, count: figures[3].peers } : null,
      completeness: completeness || null,
      quality: hasFigures ? qualityFacts(quality, panels, scope.month, reader) : null,
    }
  })
}

/** A facility's page. */
export default function Facility() {
  const { scope, query, facility, history, panels, first, brief, capacity, pairs, peers, completeness, quality } =
    useLoaderData<typeof loader>()
  const intl = useIntl()
  const format = useFormat()
  const crumbs = [{ to: `/facilities?${query}`, label: intl.formatMessage({ id: 'menu.facilities' }) }]
  const spoken = panels.filter((panel) => panel.rows.length > 0)
  const linkTo = (indicator: string) => `/facilities/${encodeURIComponent(facility.key)}/${indicator}?${query}`
  return (
    <>
      <PageHead
        title={facility.name}
        crumbs={crumbs}
        lede={
          <span data-print="no">
            <FormattedMessage id="facility.lede" values={{ month: format.month(scope.month) }} />
          </span>
        }
      />
      {!facility.isOpen && (
        <p>
          <strong>
            <FormattedMessage id="facility.not-open" values={{ month: format.month(scope.month) }} />
          </strong>
        </p>
      )}
      {first && (
        <FirstSection
          first={first}
          months={{ before: format.month(addMonths(scope.month, -12)), after: format.month(scope.month) }}
          linkTo={linkTo}
        />
      )}
      <div className={paper.head}>
        <HeadFacts facts={facility} certificates={history.certificates} />
        {capacity && <CapacityChoice {...capacity} />}
        {peers && (
          <p>
            <PeersLine kind={peers.kind} peers={peers.count} />
          </p>
        )}
      </div>
      {brief && quality && (
        <BriefOnPaper
          brief={brief}
          month={format.month(scope.month)}
          quality={{
            checks: quality.checks.length,
            questions: quality.questions.length,
            missing: quality.missing,
          }}
        />
      )}
      <div data-print="no">
        {spoken.length > 0 && <AreaIndex panels={spoken} />}
        {spoken.map((panel) => (
          <AreaPanel key={panel.area} panel={panel} linkTo={linkTo} />
        ))}
        <SilentAreas panels={panels.filter((panel) => panel.rows.length === 0)} />
        {pairs.length > 0 && <PairTable rows={pairs} month={format.month(scope.month)} linkTo={linkTo} />}
      </div>
      {completeness && (
        <section aria-labelledby="completeness" data-print="no">
          <h2 id="completeness">
            <FormattedMessage id="chart.heat.heading" />
          </h2>
          <Chart spec={completeness} />
        </section>
      )}
      <div data-print="no">
        {quality && <QualitySection quality={quality} month={scope.month} linkTo={linkTo} />}
        <History history={history} query={query} />
      </div>
    </>
  )
}
