import type { LoaderFunctionArgs, SerializeFrom } from '@remix-run/node'
import { useLoaderData, useSearchParams } from '@remix-run/react'
import { FormattedMessage, useIntl } from 'react-intl'
import { ask } from '../../server/caller.server.ts'
import { hasEquity } from '../../server/domain/indicators/equity.ts'
import { Chart } from '../charts/chart.tsx'
import style from '../compare/compare.module.css'
import { CompareViews } from '../compare/compare-views.tsx'
import { equityIn } from '../compare/equity.server.ts'
import { equityPage } from '../compare/equity-page.server.ts'
import { EquityTable } from '../compare/equity-table.tsx'
import { IndicatorChoice } from '../compare/indicator-choice.tsx'
import { choicesOf } from '../compare/page-data.server.ts'
import { PageHead } from '../components/page-head.tsx'
import { ScopeControls } from '../components/scope-controls.tsx'
import { useFormat } from '../format.ts'
import type { PageHandle } from '../page-handle.ts'
import { readerOf } from '../reader.server.ts'

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: (intl, { title }) => `${intl.formatMessage({ id: 'equity.title' })}: ${title}`,
  controls: ({ scope }) => <ScopeControls {...scope} />,
}

/** The groups of people of one indicator, each against the others, over twelve months. */
export async function loader(args: LoaderFunctionArgs) {
  const reader = await readerOf(args.request)
  return ask(args, async (api) => {
    const [asked, list] = await Promise.all([equityIn(args.request, api), api.indicators.list()])
    return { ...equityPage(asked, reader), choices: choicesOf(list.filter(hasEquity), reader) }
  })
}

/** Who is treated worse: women, young adults, foreign nationals, people awaiting trial, people with a disability. */
export default function EquityView() {
  const data = useLoaderData<typeof loader>()
  const [search] = useSearchParams()
  const intl = useIntl()
  const format = useFormat()
  const { title, place, period, finding } = data
  const month = format.month(data.scope.month)
  const query = String(new URLSearchParams({ ...Object.fromEntries(search), indicator: data.indicator }))
  return (
    <>
      <CompareViews current="equity" indicator={data.indicator} hasGroups query={data.query} />
      <PageHead
        title={<FormattedMessage id={`equity.finding.${finding.kind}`} values={{ ...finding }} />}
        lede={<FormattedMessage id="equity.lede" values={{ title, place, period }} />}
      >
        <IndicatorChoice indicator={data.indicator} choices={data.choices} />
      </PageHead>
      {data.said.map((id) => (
        <p key={id}>
          <FormattedMessage id={id} values={{ month }} />
        </p>
      ))}
      {data.chart && (
        <section aria-labelledby="charts" className={style.section}>
          <h2 id="charts">
            <FormattedMessage id="compare.charts" />
          </h2>
          <Chart spec={data.chart} files={{ path: '/compare/equity/chart', query }} />
        </section>
      )}
      {data.rows.length > 0 && (
        <section aria-labelledby="table" className={style.section}>
          <h2 id="table">
            <FormattedMessage id="equity.table" />
          </h2>
          <p data-print="no">
            <a href={`/compare/equity.csv?${query}`} download>
              <FormattedMessage id="equity.download" />
            </a>
          </p>
          <EquityTable
            caption={intl.formatMessage({ id: 'equity.caption' }, { title, place, period })}
            rows={data.rows}
          />
        </section>
      )}
      {data.unreported.length > 0 && (
        <p>
          <FormattedMessage id="equity.unreported" values={{ groups: format.list(data.unreported) }} />
        </p>
      )}
    </>
  )
}
