import type { LoaderFunctionArgs, SerializeFrom } from '@remix-run/node'
import { useLoaderData, useSearchParams } from '@remix-run/react'
import { FormattedMessage, useIntl } from 'react-intl'
import { ask } from '../../server/caller.server.ts'
import { Chart } from '../charts/chart.tsx'
import style from '../compare/compare.module.css'
import { CompareTable } from '../compare/compare-table.tsx'
import { CompareViews } from '../compare/compare-views.tsx'
import { comparisonIn } from '../compare/comparison.server.ts'
import { Differences } from '../compare/differences.tsx'
import { IndicatorChoice } from '../compare/indicator-choice.tsx'
import { MissingList } from '../compare/missing-list.tsx'
import { MonthSlider } from '../compare/month-slider.tsx'
import { choicesOf, pageData } from '../compare/page-data.server.ts'
import { PeersSaid } from '../compare/peers-said.tsx'
import { StandardisedSection } from '../compare/standardised-section.tsx'
import { leadToMonth } from '../compare/stepped-month.server.ts'
import { NumberBox } from '../components/number-box.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Pages } from '../components/pages.tsx'
import { ScopeControls } from '../components/scope-controls.tsx'
import { useFormat } from '../format.ts'
import { WhatIsThis } from '../help/what-is-this.tsx'
import type { PageHandle } from '../page-handle.ts'
import { readerOf } from '../reader.server.ts'

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: (intl, { title }) => `${intl.formatMessage({ id: 'menu.compare' })}: ${title}`,
  controls: ({ scope }) => <ScopeControls {...scope} />,
}

/** One indicator of all facilities in one month. */
export async function loader(args: LoaderFunctionArgs) {
  leadToMonth(args.request)
  const reader = await readerOf(args.request)
  const search = new URL(args.request.url).searchParams
  return ask(args, async (api) => {
    const [comparison, list] = await Promise.all([comparisonIn(args.request, api), api.indicators.list()])
    return { ...pageData(comparison, search, reader), choices: choicesOf(list, reader) }
  })
}

/** Who is really different, and not just small. */
export default function Compare() {
  const data = useLoaderData<typeof loader>()
  const [search] = useSearchParams()
  const intl = useIntl()
  const format = useFormat()
  const { title, place, unit, whole, finding } = data
  const month = format.month(data.scope.month)
  const linkTo = (key: string) => `/facilities/${encodeURIComponent(key)}/${data.indicator}?${data.query}`
  const filesOf = (chart: string) => ({
    path: '/compare/chart',
    query: String(new URLSearchParams({ ...Object.fromEntries(search), indicator: data.indicator, chart })),
  })
  return (
    <>
      <CompareViews current="facilities" indicator={data.indicator} hasGroups={data.hasGroups} query={data.query} />
      <PageHead
        title={<FormattedMessage id={`compare.finding.${finding.kind}`} values={{ ...finding, month }} />}
        lede={<FormattedMessage id="compare.lede" values={{ title, place, month }} />}
      >
        <IndicatorChoice
          indicator={data.indicator}
          choices={data.choices}
          peers={{ chosen: data.peers.group ?? '', choices: data.peerChoices }}
          standardised={data.standardiseChoices}
        />
      </PageHead>
      <WhatIsThis help={data.help} />
      <MonthSlider key={data.scope.month} month={data.scope.month} first={data.scope.first} last={data.scope.last} />
      <PeersSaid {...data.peers} />
      {finding.kind === 'nothing' && (
        <p>
          <FormattedMessage
            id={data.isNoGroup ? 'peers.too-few' : 'compare.empty.help'}
            values={{ count: data.peers.count }}
          />
        </p>
      )}
      {whole && (
        <section aria-labelledby="whole" className={style.section}>
          <h2 id="whole">
            <FormattedMessage id="compare.whole" values={{ place }} />
          </h2>
          <NumberBox reading={whole} unit={unit} sourceName={data.wholeSource} isComplete={data.isComplete}>
            <p>
              <FormattedMessage
                id="overview.coverage"
                values={{ reporting: data.total - data.missing.length, expected: data.total }}
              />
            </p>
          </NumberBox>
        </section>
      )}
      {finding.kind !== 'nothing' && <Differences {...data} count={data.peers.count} linkTo={linkTo} />}
      {data.dots && (
        <section aria-labelledby="charts" className={style.section}>
          <h2 id="charts">
            <FormattedMessage id="compare.charts" />
          </h2>
          <div className={data.funnelChart ? style.beside : undefined}>
            {data.funnelChart && <Chart spec={data.funnelChart} files={filesOf('funnel')} />}
            <Chart spec={data.dots} files={filesOf('dots')} />
          </div>
        </section>
      )}
      {data.standardised && (
        <StandardisedSection {...data.standardised} files={filesOf('standardised')} linkTo={linkTo} />
      )}
      <section aria-labelledby="table" className={style.section}>
        <h2 id="table">
          <FormattedMessage id="compare.table" />
        </h2>
        <p data-print="no">
          <a href={data.file} download>
            <FormattedMessage id="compare.download" />
          </a>
        </p>
        <CompareTable
          caption={intl.formatMessage({ id: 'compare.table.caption' }, { title, month })}
          rows={data.rows}
          unit={unit}
          sort={data.sort}
          hasLimits={data.noLimits === undefined}
          linkTo={linkTo}
        />
        <Pages page={data.page} pages={data.pages} />
      </section>
      {data.total > 0 && <MissingList missing={data.missing} month={month} linkTo={linkTo} />}
    </>
  )
}
