import type { LoaderFunctionArgs, SerializeFrom } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { FormattedMessage, useIntl } from 'react-intl'
import { ask } from '../../server/caller.server.ts'
import { Chart } from '../charts/chart.tsx'
import { PageHead } from '../components/page-head.tsx'
import { ScopeControls } from '../components/scope-controls.tsx'
import { useFormat } from '../format.ts'
import { BesideTable, CohortTable } from '../outcomes/outcome-tables.tsx'
import { type BesideRow, beside, familyShown } from '../outcomes/outcomes.server.ts'
import type { PageHandle } from '../page-handle.ts'
import { placeIn, placeName, scopeIn, scopeQuery } from '../page-scope.server.ts'
import { readerOf } from '../reader.server.ts'

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: (intl) => intl.formatMessage({ id: 'menu.outcomes' }),
  controls: ({ scope }) => <ScopeControls {...scope} />,
}

/** What became of people after release: the country's cohorts by definition, and how people do beside them. */
export async function loader(args: LoaderFunctionArgs) {
  const reader = await readerOf(args.request)
  return ask(args, async (api) => {
    const scope = await scopeIn(args.request, api)
    const { month } = scope
    const [families, { series }, facts] = await Promise.all([
      api.outcomes.cohorts(),
      api.indicators.series({ place: placeIn(scope), indicators: [...beside], from: month, to: month }),
      api.indicators.list(),
    ])
    const rows = series.flatMap(({ indicatorId, readings: [reading] }): BesideRow[] => {
      const unit = facts.find((one) => one.id === indicatorId)?.unit
      const title = reader.words.indicator(indicatorId)?.title ?? indicatorId
      return reading && unit ? [{ id: indicatorId, title, unit, reading }] : []
    })
    return {
      scope,
      place: placeName(scope),
      query: scopeQuery(scope),
      families: families.map((family) => familyShown(family, reader)),
      rows,
    }
  })
}

/** Coming back by which definition, with what interval, and what is read beside it. */
export default function Outcomes() {
  const { scope, place, query, families, rows } = useLoaderData<typeof loader>()
  const intl = useIntl()
  const format = useFormat()
  return (
    <>
      <PageHead
        title={<FormattedMessage id="menu.outcomes" />}
        lede={<FormattedMessage id="outcomes.lede" values={{ country: scope.countryName }} />}
      />
      {families.length === 0 && (
        <p>
          <FormattedMessage id="outcomes.none" />
        </p>
      )}
      {families.map(({ id, title, finding, cohorts, chart }) => (
        <section key={id} aria-labelledby={`${id}-head`}>
          <h2 id={`${id}-head`}>{title}</h2>
          <Chart
            spec={{ ...chart, title: finding }}
            files={{ path: '/outcomes/chart', query: `${new URLSearchParams({ chart: id })}&${query}` }}
          />
          <CohortTable title={title} cohorts={cohorts} />
        </section>
      ))}
      <section aria-labelledby="beside">
        <h2 id="beside">
          <FormattedMessage id="outcomes.beside" />
        </h2>
        <BesideTable
          caption={intl.formatMessage({ id: 'outcomes.beside.caption' }, { place, month: format.month(scope.month) })}
          rows={rows}
          query={query}
        />
        <p>
          <FormattedMessage id="outcomes.beside.note" />
        </p>
      </section>
      <section aria-labelledby="reading">
        <h2 id="reading">
          <FormattedMessage id="outcomes.reading" />
        </h2>
        <p>
          <FormattedMessage id="outcomes.reading.definition" />
        </p>
        <p>
          <FormattedMessage id="outcomes.reading.no-curve" />{' '}
          <Link to={`/indicators/pretrial-duration?${query}`}>
            <FormattedMessage id="outcomes.reading.median" />
          </Link>
        </p>
      </section>
    </>
  )
}
