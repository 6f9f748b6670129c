import type { LoaderFunctionArgs, SerializeFrom } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FormattedMessage, useIntl } from 'react-intl'
import { ask } from '../../server/caller.server.ts'
import { ChartFiles } from '../charts/chart-files.tsx'
import { IndicatorChoice } from '../compare/indicator-choice.tsx'
import { choicesOf } from '../compare/page-data.server.ts'
import { PageHead } from '../components/page-head.tsx'
import { Pages } from '../components/pages.tsx'
import { ScopeControls } from '../components/scope-controls.tsx'
import { VerdictKey } from '../components/verdict-key.tsx'
import { useFormat } from '../format.ts'
import { helpOn } from '../help/help.server.ts'
import { WhatIsThis } from '../help/what-is-this.tsx'
import { Elsewhere } from '../map/elsewhere.tsx'
import { FacilityMap, SharedMarks } from '../map/facility-map.tsx'
import { mapIn } from '../map/map.server.ts'
import { MapTable } from '../map/map-table.tsx'
import type { PageHandle } from '../page-handle.ts'
import { placeName, scopeQuery } from '../page-scope.server.ts'
import { pageFrom, pageIn } from '../paging.ts'
import { readerOf } from '../reader.server.ts'

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: (intl, { title }) => `${intl.formatMessage({ id: 'menu.map' })}: ${title}`,
  controls: ({ scope }) => <ScopeControls {...scope} />,
}

/** One indicator of the facilities in a month, where they lie. */
export async function loader(args: LoaderFunctionArgs) {
  const reader = await readerOf(args.request)
  const search = new URL(args.request.url).searchParams
  return ask(args, async (api) => {
    const [{ facts, rows, places, ...found }, list] = await Promise.all([
      mapIn(args.request, api),
      api.indicators.list(),
    ])
    const { shown, ...pages } = pageFrom(rows, pageIn(search))
    return {
      ...found,
      ...pages,
      rows: shown,
      total: rows.length,
      indicator: facts.id,
      unit: facts.unit,
      help: helpOn(facts, reader),
      title: reader.words.indicator(facts.id)?.title ?? facts.id,
      place: placeName(found.scope),
      query: scopeQuery(found.scope),
      filesQuery: `indicator=${encodeURIComponent(facts.id)}&${scopeQuery(found.scope)}`,
      choices: choicesOf(list, reader),
    }
  })
}

/** Where are those that need somebody: what the thresholds say of each facility, on a map and in a table. */
export default function FacilitiesOnMap() {
  const data = useLoaderData<typeof loader>()
  const intl = useIntl()
  const { title, place, unit, finding, maps, elsewhere } = data
  const month = useFormat().month(data.scope.month)
  const linkTo = (key: string) => `/facilities/${encodeURIComponent(key)}/${data.indicator}?${data.query}`
  return (
    <>
      <PageHead
        title={<FormattedMessage id={`compare.finding.${finding.kind}`} values={{ ...finding, month }} />}
        lede={<FormattedMessage id="map.lede" values={{ title, place, month }} />}
      >
        <IndicatorChoice indicator={data.indicator} choices={data.choices} />
      </PageHead>
      <WhatIsThis help={data.help} />
      {maps ? (
        <>
          <p>
            <a href="#table">
              <FormattedMessage id="map.to-table" />
            </a>
          </p>
          <FacilityMap
            maps={maps}
            summary={intl.formatMessage({ id: 'map.summary' }, { title, place, month, count: data.total })}
            linkTo={linkTo}
          />
          <ChartFiles files={{ path: '/map/chart', query: data.filesQuery }} title={title} />
          <VerdictKey />
        </>
      ) : (
        <p>
          <FormattedMessage id="map.nowhere" />
        </p>
      )}
      {maps && <Elsewhere facilities={elsewhere} linkTo={linkTo} />}
      <section aria-labelledby="table">
        <h2 id="table">
          <FormattedMessage id="compare.table" />
        </h2>
        <MapTable
          caption={intl.formatMessage({ id: 'map.caption' }, { title, month })}
          rows={data.rows}
          unit={unit}
          linkTo={linkTo}
        />
        <Pages page={data.page} pages={data.pages} />
      </section>
      {maps && <SharedMarks maps={maps} about="map.several" linkTo={linkTo} />}
    </>
  )
}
