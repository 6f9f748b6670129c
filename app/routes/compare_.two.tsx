import type { LoaderFunctionArgs, SerializeFrom } from '@remix-run/node'
import { Link, useLoaderData, useSearchParams } from '@remix-run/react'
import { FormattedMessage } from 'react-intl'
import { ask } from '../../server/caller.server.ts'
import { hasEquity } from '../../server/domain/indicators/equity.ts'
import { Chart } from '../charts/chart.tsx'
import style from '../compare/compare.module.css'
import { CompareViews } from '../compare/compare-views.tsx'
import { IndicatorChoice } from '../compare/indicator-choice.tsx'
import { MonthSlider } from '../compare/month-slider.tsx'
import { choicesOf, peerChoicesOf } from '../compare/page-data.server.ts'
import { comparedPlace } from '../compare/peers.server.ts'
import { PeersSaid } from '../compare/peers-said.tsx'
import { leadToMonth } from '../compare/stepped-month.server.ts'
import { titlesOf, twoChart, twoIn, twoMissing } from '../compare/two.server.ts'
import { PageHead } from '../components/page-head.tsx'
import { ScopeControls } from '../components/scope-controls.tsx'
import { useFormat } from '../format.ts'
import type { PageHandle } from '../page-handle.ts'
import { scopeQuery } from '../page-scope.server.ts'
import { readerOf } from '../reader.server.ts'

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: (intl, { first, second }) => intl.formatMessage({ id: 'two.title' }, { first, second }),
  controls: ({ scope }) => <ScopeControls {...scope} />,
}

/** Two indicators of all facilities in one month. */
export async function loader(args: LoaderFunctionArgs) {
  leadToMonth(args.request)
  const reader = await readerOf(args.request)
  return ask(args, async (api) => {
    const [asked, list] = await Promise.all([twoIn(args.request, api), api.indicators.list()])
    const { scope, facts, peers } = asked
    const [first, second] = titlesOf(facts, reader)
    return {
      scope,
      place: comparedPlace(scope, peers, reader),
      query: scopeQuery(scope),
      ids: [facts[0].id, facts[1].id] as const,
      hasGroups: hasEquity(facts[0]),
      first,
      second,
      peers,
      peerChoices: peerChoicesOf(peers, reader),
      choices: choicesOf(list, reader),
      chart: twoChart(asked, reader),
      missing: twoMissing(asked, reader),
    }
  })
}

/** Whether two figures go together in the facilities: what is gamed in one may show in the other. No ranks, and no line through them. */
export default function TwoIndicators() {
  const data = useLoaderData<typeof loader>()
  const [search] = useSearchParams()
  const format = useFormat()
  const { first, second, place, ids, missing } = data
  const month = format.month(data.scope.month)
  const query = String(new URLSearchParams({ ...Object.fromEntries(search), indicator: ids[0], with: ids[1] }))
  return (
    <>
      <CompareViews current="two" indicator={ids[0]} hasGroups={data.hasGroups} query={data.query} />
      <PageHead
        title={<FormattedMessage id="two.title" values={{ first, second }} />}
        lede={<FormattedMessage id="two.lede" values={{ place, month }} />}
      >
        <IndicatorChoice
          indicator={ids[0]}
          second={ids[1]}
          choices={data.choices}
          peers={{ chosen: data.peers.group ?? '', choices: data.peerChoices }}
        />
      </PageHead>
      <MonthSlider key={data.scope.month} month={data.scope.month} first={data.scope.first} last={data.scope.last} />
      <PeersSaid {...data.peers} />
      {data.chart ? (
        <Chart spec={data.chart} files={{ path: '/compare/two/chart', query }} />
      ) : (
        <p>
          <FormattedMessage id="two.nothing" values={{ month }} />
        </p>
      )}
      {missing.length > 0 && (
        <section aria-labelledby="missing" className={style.section}>
          <h2 id="missing">
            <FormattedMessage id="two.missing" />
          </h2>
          <ul>
            {missing.map(({ key, name, why }) => (
              <li key={key}>
                <Link to={`/facilities/${encodeURIComponent(key)}?${data.query}`}>{name}</Link> {why}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
