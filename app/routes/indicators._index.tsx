import type { LoaderFunctionArgs, SerializeFrom } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FormattedMessage, useIntl } from 'react-intl'
import { ask } from '../../server/caller.server.ts'
import { areas } from '../../server/domain/indicators/define.ts'
import { PageHead } from '../components/page-head.tsx'
import { ScopeControls } from '../components/scope-controls.tsx'
import { useFormat } from '../format.ts'
import { indicatorRows } from '../indicators/indicator-rows.server.ts'
import { IndicatorTable } from '../indicators/indicator-table.tsx'
import style from '../indicators/indicators.module.css'
import type { PageHandle } from '../page-handle.ts'
import { placeIn, placeName, scopeIn, scopeQuery } from '../page-scope.server.ts'
import { readerOf } from '../reader.server.ts'

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: (intl) => intl.formatMessage({ id: 'menu.indicators' }),
  controls: ({ scope }) => <ScopeControls {...scope} />,
}

/** The catalogue of indicators with the figures of the country or a region in one month. */
export async function loader(args: LoaderFunctionArgs) {
  const reader = await readerOf(args.request)
  return ask(args, async (api) => {
    const scope = await scopeIn(args.request, api)
    const [facts, whole] = await Promise.all([
      api.indicators.list(),
      api.indicators.series({ place: placeIn(scope), from: scope.month, to: scope.month }),
    ])
    const rows = indicatorRows(facts, whole.series, reader)
    const byArea = areas.map((area) => ({ area, rows: rows.filter((row) => row.area === area) }))
    return {
      scope,
      place: placeName(scope),
      query: scopeQuery(scope),
      areas: byArea.filter((one) => one.rows.length > 0),
    }
  })
}

/** All indicators by area. */
export default function Indicators() {
  const { scope, place, query, areas: shown } = useLoaderData<typeof loader>()
  const intl = useIntl()
  const format = useFormat()
  return (
    <>
      <PageHead
        title={<FormattedMessage id="menu.indicators" />}
        lede={<FormattedMessage id="indicators.lede" values={{ place, month: format.month(scope.month) }} />}
      />
      {scope.isEmpty && (
        <p>
          <FormattedMessage id="indicators.empty" />
        </p>
      )}
      {shown.map(({ area, rows }) => (
        <section key={area} aria-labelledby={area} className={style.section}>
          <h2 id={area}>
            <FormattedMessage id={`area.${area}`} />
          </h2>
          <IndicatorTable
            caption={intl.formatMessage({ id: `area.${area}` })}
            hideCaption
            rows={rows}
            linkTo={(id) => `/indicators/${id}?${query}`}
          />
        </section>
      ))}
    </>
  )
}
