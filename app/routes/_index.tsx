import { type LoaderFunctionArgs, redirect, type SerializeFrom } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FormattedMessage } from 'react-intl'
import { ask } from '../../server/caller.server.ts'
import { can } from '../../server/domain/access.ts'
import { headlines } from '../../server/domain/indicators/headlines.ts'
import { addMonths } from '../../server/domain/period.ts'
import { overviewFinding } from '../../server/domain/questions/overview-finding.ts'
import { PageHead } from '../components/page-head.tsx'
import { ScopeControls } from '../components/scope-controls.tsx'
import { useFormat } from '../format.ts'
import { NextQuestions } from '../help/next-questions.tsx'
import { BreachStrip } from '../overview/breach-strip.tsx'
import { limitsOf } from '../overview/breaches.server.ts'
import { HeadlineTiles } from '../overview/headline-tiles.tsx'
import { filterIn, matrixRow, pageOf } from '../overview/matrix.server.ts'
import { Matrix } from '../overview/matrix.tsx'
import { tilesOf } from '../overview/tiles.server.ts'
import type { PageHandle } from '../page-handle.ts'
import { placeIn, scopeIn } from '../page-scope.server.ts'
import { personOf } from '../person.ts'
import { readerOf } from '../reader.server.ts'

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: (intl) => intl.formatMessage({ id: 'overview.title' }),
  controls: ({ scope }) => <ScopeControls {...scope} />,
}

/** Where a ministry must act first this month: limits, headlines, and all facilities. */
export async function loader(args: LoaderFunctionArgs) {
  const reader = await readerOf(args.request)
  const { visitor } = args.context
  // A role without figures begins elsewhere.
  const isElsewhere = visitor.actor.role !== 'public' && !can(visitor.actor, 'indicator.read')
  if (isElsewhere) throw redirect(personOf(visitor)?.home ?? '/role')
  return ask(args, async (api) => {
    const scope = await scopeIn(args.request, api)
    const { month, region } = scope
    const [facts, breaches, whole] = await Promise.all([
      api.indicators.list(),
      api.indicators.breaches({ month, region }),
      api.indicators.series({
        place: placeIn(scope),
        indicators: [...headlines],
        from: addMonths(month, -12),
        to: month,
      }),
    ])
    const limits = limitsOf(breaches, reader)
    const tiles = tilesOf(whole.series, facts, reader)
    const reported = tiles.filter((tile) => tile.reading.figure.state === 'counted' || tile.reporting > 0)
    // In a month of which nobody has said anything, one column still says so facility by facility.
    const columns = reported.length > 0 ? reported : tiles.slice(0, 1)
    const ids = columns.map((tile) => tile.id)
    const rows = await api.indicators.matrix({ month, indicators: ids, region })
    const filter = filterIn(new URL(args.request.url), ['name', 'region', ...ids])
    const { shown, ...pages } = pageOf(rows, ids, filter, reader.intl.locale)
    return {
      scope,
      tiles: reported,
      withoutData: tiles.filter((tile) => !reported.includes(tile)).map((tile) => tile.title),
      limits,
      finding: overviewFinding(limits, reported, rows),
      columns: columns.map(({ id, title, unit }) => ({ id, title, unit })),
      rows: shown.map(matrixRow),
      total: rows.length,
      filter,
      ...pages,
    }
  })
}

/** The first page of a ministry or region. */
export default function Overview() {
  const data = useLoaderData<typeof loader>()
  const format = useFormat()
  const { scope } = data
  const query = new URLSearchParams({ month: scope.month, ...(scope.region && { region: scope.region }) })
  const place = scope.regions.find((region) => region.id === scope.region)?.name ?? scope.countryName
  const facilityPage = (key: string, indicator?: string) =>
    `/facilities/${encodeURIComponent(key)}${indicator ? `/${indicator}` : ''}?${query}`
  return (
    <>
      <PageHead
        title={<FormattedMessage id="overview.title" />}
        lede={
          scope.isEmpty || !data.finding ? (
            <FormattedMessage id="overview.lede" values={{ place, month: format.month(scope.month) }} />
          ) : (
            <FormattedMessage
              id="overview.finding"
              values={{ place, month: format.month(scope.month), ...data.finding }}
            />
          )
        }
      />
      {scope.isDemonstration && (
        <p>
          <FormattedMessage id="overview.demonstration" />
        </p>
      )}
      {scope.isEmpty ? (
        <Empty />
      ) : (
        <>
          <BreachStrip limits={data.limits} linkTo={facilityPage} />
          <NextQuestions />
          <section aria-labelledby="headlines">
            <h2 id="headlines" className="visually-hidden">
              <FormattedMessage id="overview.headlines" />
            </h2>
            <HeadlineTiles tiles={data.tiles} linkTo={(id) => `/indicators/${id}?${query}`} />
            {data.withoutData.length > 0 && (
              <p>
                <FormattedMessage id="overview.no-data" values={{ titles: format.list(data.withoutData) }} />
              </p>
            )}
          </section>
          <Matrix {...data} linkTo={facilityPage} />
        </>
      )}
    </>
  )
}

function Empty() {
  return (
    <section>
      <h2>
        <FormattedMessage id="overview.empty" />
      </h2>
      <p>
        <FormattedMessage id="overview.empty.help" />
      </p>
    </section>
  )
}
