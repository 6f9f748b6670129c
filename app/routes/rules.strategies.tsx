import type { LoaderFunctionArgs, SerializeFrom } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { FormattedMessage, useIntl } from 'react-intl'
import { ask } from '../../server/caller.server.ts'
import { PageHead } from '../components/page-head.tsx'
import { ScopeControls } from '../components/scope-controls.tsx'
import { useFormat } from '../format.ts'
import type { PageHandle } from '../page-handle.ts'
import { placeIn, placeName, scopeIn, scopeQuery } from '../page-scope.server.ts'
import { readerOf } from '../reader.server.ts'
import style from '../self-assessment/self-assessment.module.css'
import { assessedParts } from '../self-assessment/self-assessment.server.ts'
import { boardShown } from '../strategies/board.server.ts'
import { StrategyItem } from '../strategies/strategy-item.tsx'

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: (intl) => intl.formatMessage({ id: 'strategies.title' }),
  controls: ({ scope }) => <ScopeControls {...scope} />,
}

/** How the country stands on each Kyoto strategy: signed, evidenced, verified, and the figures beside. */
export async function loader(args: LoaderFunctionArgs) {
  const reader = await readerOf(args.request)
  return ask(args, async (api) => {
    const scope = await scopeIn(args.request, api)
    const { month } = scope
    const [board, rules, facts] = await Promise.all([
      api.rules.strategies({ month }),
      api.rules.list(),
      api.indicators.list(),
    ])
    const kyoto = rules.filter(({ part }) => part === 'kyoto-strategy')
    const indicators = [...new Set(kyoto.flatMap((rule) => rule.indicators))]
    const { series } = await api.indicators.series({ place: placeIn(scope), indicators, from: month, to: month })
    return {
      scope,
      place: placeName(scope),
      query: scopeQuery(scope),
      principles: boardShown(board, assessedParts(kyoto, facts, series, reader), reader),
    }
  })
}

/** The six principles with their strategies: guidance, of which nothing is kept or broken. */
export default function Strategies() {
  const { scope, place, query, principles } = useLoaderData<typeof loader>()
  const intl = useIntl()
  const format = useFormat()
  const crumbs = [{ to: `/rules?${query}`, label: intl.formatMessage({ id: 'menu.rules' }) }]
  return (
    <>
      <PageHead
        title={<FormattedMessage id="strategies.title" />}
        crumbs={crumbs}
        lede={
          <FormattedMessage
            id="strategies.lede"
            values={{ country: scope.countryName, place, month: format.month(scope.month) }}
          />
        }
      />
      <p>
        <strong>
          <FormattedMessage id="rule.guidance" />.
        </strong>{' '}
        <FormattedMessage id="rule.guidance.note" /> <FormattedMessage id="strategies.note" />
      </p>
      <p>
        <Link to={`/rules/self-assessment?${query}`}>
          <FormattedMessage id="strategies.unmeasured" />
        </Link>
      </p>
      {principles.map(({ id, name, topic, aim, strategies }) => (
        <section key={id} aria-labelledby={id}>
          <h2 id={id}>
            {name}: {topic}
          </h2>
          <p>{aim}</p>
          <ul className={style.list}>
            {strategies.map((strategy) => (
              <StrategyItem key={strategy.id} strategy={strategy} query={query} />
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
