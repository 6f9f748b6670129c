import type { LoaderFunctionArgs, SerializeFrom } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FormattedMessage, useIntl } from 'react-intl'
import { ask } from '../../server/caller.server.ts'
import { Chart } from '../charts/chart.tsx'
import { PageHead } from '../components/page-head.tsx'
import { ScopeControls } from '../components/scope-controls.tsx'
import { useFormat } from '../format.ts'
import type { PageHandle } from '../page-handle.ts'
import { scopeQuery } from '../page-scope.server.ts'
import { type ChangeRow, ChangeRows, Finding } from '../population/change-rows.tsx'
import { flowChart } from '../population/flow-chart.server.ts'
import { populationIn } from '../population/population-drawing.server.ts'
import { readerOf } from '../reader.server.ts'

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: (intl) => intl.formatMessage({ id: 'menu.population' }),
  controls: ({ scope }) => <ScopeControls {...scope} />,
}

/** A population of the country, a region or one facility (`?facility=`): what it is made of, and what made it change. */
export async function loader(args: LoaderFunctionArgs) {
  const reader = await readerOf(args.request)
  return ask(args, async (api) => {
    const { scope, facility, change, series, name } = await populationIn(args.request, api)
    const { before, withTransfers, isPartial, facilities, whole, parts } = change
    const { month, region } = scope
    const split = isPartial ? reader.intl.formatMessage({ id: 'population.seen' }, { count: facilities }) : name
    const to = (query: Record<string, string>) => `/population?${new URLSearchParams({ month, ...query })}`
    const regionOf = (of: string | null) => scope.regions.find((one) => one.name === of)?.id
    const rows = parts.map(({ key, name, change }): ChangeRow => {
      const of = key ?? regionOf(name)
      const query = key ? { ...(region && { region }), facility: key } : { region: of ?? '' }
      return {
        id: of ?? name ?? '-',
        name: name ?? reader.intl.formatMessage({ id: 'population.no-region' }),
        to: of === undefined ? null : to(query),
        change,
      }
    })
    return {
      scope,
      place: split,
      query: scopeQuery(scope),
      before,
      withTransfers,
      whole: { id: 'whole', name: split, to: null, change: whole } satisfies ChangeRow,
      rows,
      isByFacility: isPartial || region !== undefined,
      chart: flowChart(series, name, reader),
      filesQuery: `${scopeQuery(scope)}${facility ? `&${new URLSearchParams({ facility })}` : ''}`,
    }
  })
}

/** Intake, length of stay, or places: what the population is made of, without a word about causes. */
export default function Population() {
  const { scope, place, before, withTransfers, whole, rows, isByFacility, chart, filesQuery } =
    useLoaderData<typeof loader>()
  const intl = useIntl()
  const format = useFormat()
  const months = { month: format.month(scope.month), before: format.month(before) }
  return (
    <>
      <PageHead
        title={<FormattedMessage id="menu.population" />}
        lede={<FormattedMessage id="population.lede" values={{ place, ...months }} />}
      />
      <section aria-labelledby="why">
        <h2 id="why">
          <FormattedMessage id="population.why" />
        </h2>
        <p>
          <strong>
            <Finding finding={whole.change.finding} />
          </strong>
        </p>
        <ChangeRows caption={intl.formatMessage({ id: 'population.of-whole' }, { place, ...months })} rows={[whole]} />
      </section>
      {rows.length > 0 && (
        <section aria-labelledby="parts">
          <h2 id="parts">
            <FormattedMessage id={isByFacility ? 'population.by-facility' : 'population.by-region'} />
          </h2>
          <ChangeRows
            caption={intl.formatMessage({ id: isByFacility ? 'population.by-facility' : 'population.by-region' })}
            rows={rows}
            hideCaption
          />
        </section>
      )}
      <section aria-labelledby="months">
        <h2 id="months">
          <FormattedMessage id="population.months" />
        </h2>
        <Chart spec={chart} files={{ path: '/population/chart', query: filesQuery }} />
      </section>
      <section aria-labelledby="how">
        <h2 id="how">
          <FormattedMessage id="population.how" />
        </h2>
        <p>
          <FormattedMessage id="population.how.formula" />
        </p>
        <p>
          <FormattedMessage id="population.how.arrivals" values={{ withTransfers: String(withTransfers) }} />
        </p>
        <p>
          <FormattedMessage id="population.how.no-cause" />
        </p>
      </section>
    </>
  )
}
