import type { LoaderFunctionArgs, SerializeFrom } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { FormattedMessage, useIntl } from 'react-intl'
import { ask } from '../../server/caller.server.ts'
import { Chart } from '../charts/chart.tsx'
import { PageHead } from '../components/page-head.tsx'
import { ScopeControls } from '../components/scope-controls.tsx'
import { useFormat } from '../format.ts'
import type { PageHandle } from '../page-handle.ts'
import { placeName, scopeIn, scopeQuery } from '../page-scope.server.ts'
import { readerOf } from '../reader.server.ts'
import { PartnerList, RegionTable, StepTable } from '../transition/step-tables.tsx'
import { transitionShown } from '../transition/transition.server.ts'

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: (intl) => intl.formatMessage({ id: 'menu.transition' }),
  controls: ({ scope }) => <ScopeControls {...scope} />,
}

/** What people left prison with in twelve months, step by step, and whose work each step is. */
export async function loader(args: LoaderFunctionArgs) {
  const reader = await readerOf(args.request)
  return ask(args, async (api) => {
    const scope = await scopeIn(args.request, api)
    const { month, region } = scope
    const answer = await api.transition.steps({ month, region })
    const place = placeName(scope)
    return { scope, place, query: scopeQuery(scope), from: answer.from, ...transitionShown(answer, place, reader) }
  })
}

/** The way out of prison: what share left with each thing, by region, and which partner fails. */
export default function Transition() {
  const { scope, place, query, from, steps, regions, partners, chart } = useLoaderData<typeof loader>()
  const intl = useIntl()
  const format = useFormat()
  const months = { from: format.month(from), month: format.month(scope.month) }
  return (
    <>
      <PageHead
        title={<FormattedMessage id="menu.transition" />}
        lede={<FormattedMessage id="transition.lede" values={{ place, ...months }} />}
      />
      <section aria-labelledby="steps">
        <h2 id="steps">
          <FormattedMessage id="transition.steps" />
        </h2>
        <Chart spec={chart} files={{ path: '/transition/chart', query }} />
        <StepTable
          caption={intl.formatMessage({ id: 'transition.steps.caption' }, { place, ...months })}
          steps={steps}
          query={query}
        />
      </section>
      <section aria-labelledby="partners">
        <h2 id="partners">
          <FormattedMessage id="transition.partners" />
        </h2>
        <PartnerList partners={partners} />
        <p>
          <FormattedMessage id="transition.partners.note" />{' '}
          <Link to={`/indicators/protocols-in-force?${query}`}>
            <FormattedMessage id="transition.protocols" />
          </Link>
        </p>
      </section>
      {regions.length > 0 && (
        <section aria-labelledby="regions">
          <h2 id="regions">
            <FormattedMessage id="transition.regions" />
          </h2>
          <RegionTable
            caption={intl.formatMessage({ id: 'transition.regions' })}
            regions={regions}
            month={scope.month}
          />
        </section>
      )}
      <p>
        <FormattedMessage id="transition.note" />
      </p>
    </>
  )
}
