import type { LoaderFunctionArgs, SerializeFrom } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { FormattedMessage, useIntl } from 'react-intl'
import { ask } from '../../server/caller.server.ts'
import { can } from '../../server/domain/access.ts'
import { PageHead } from '../components/page-head.tsx'
import { ScopeControls } from '../components/scope-controls.tsx'
import { useFormat } from '../format.ts'
import { indicatorRows } from '../indicators/indicator-rows.server.ts'
import { IndicatorTable } from '../indicators/indicator-table.tsx'
import style from '../indicators/indicators.module.css'
import type { PageHandle } from '../page-handle.ts'
import { placeIn, placeName, scopeIn, scopeQuery } from '../page-scope.server.ts'
import { readerOf } from '../reader.server.ts'
import { ruleFacts } from '../rules/rule-facts.server.ts'
import { RuleFacts, RuleLinks } from '../rules/rule-facts.tsx'

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: (intl, { rule }) => intl.formatMessage({ id: 'rule.lede' }, { name: rule.name, topic: rule.topic }),
  controls: ({ scope, hasFigures }) => hasFigures && <ScopeControls {...scope} />,
}

/** One rule with the figures of the indicators that are evidence for it, for those who may see figures. */
export async function loader(args: LoaderFunctionArgs) {
  const reader = await readerOf(args.request)
  const { actor } = args.context.visitor
  const hasFigures = can(actor, 'indicator.read')
  return ask(args, async (api) => {
    const rule = await api.rules.get({ rule: args.params.id ?? '' })
    const scope = await scopeIn(args.request, api, { withRegions: can(actor, 'facility.read') })
    const ids = rule.indicators.map((one) => one.id)
    const { month, region } = scope
    const window = { place: placeIn(scope), from: month, to: month }
    const isAsked = hasFigures && ids.length > 0
    const [whole, standings] = await Promise.all([
      isAsked ? api.indicators.series({ ...window, indicators: ids }) : { series: [] },
      isAsked ? api.indicators.standing({ month, region, indicators: ids }) : [],
    ])
    return {
      scope,
      place: placeName(scope),
      query: scopeQuery(scope),
      rule: ruleFacts(rule, reader),
      hasFigures,
      indicators: indicatorRows(rule.indicators, whole.series, reader, standings),
    }
  })
}

/** The page of one rule. */
export default function Rule() {
  const { scope, place, query, rule, hasFigures, indicators } = useLoaderData<typeof loader>()
  const intl = useIntl()
  const format = useFormat()
  const crumbs = [{ to: `/rules?${query}`, label: intl.formatMessage({ id: 'menu.rules' }) }]
  return (
    <>
      <PageHead title={rule.topic} crumbs={crumbs} lede={rule.name} />
      <RuleFacts rule={rule} />
      {hasFigures && (
        <section aria-labelledby="indicators" className={style.section}>
          <h2 id="indicators">
            <FormattedMessage id="rule.indicators" />
          </h2>
          {indicators.length > 0 ? (
            <IndicatorTable
              caption={intl.formatMessage(
                { id: 'rule.indicators.caption' },
                { place, month: format.month(scope.month) },
              )}
              rows={indicators}
              linkTo={(id) => `/indicators/${id}?${query}`}
              compareTo={(id) => `/compare?indicator=${id}&${query}`}
            />
          ) : (
            <p>
              <FormattedMessage id="rule.indicators.none" />
            </p>
          )}
        </section>
      )}
      {rule.strategies.length > 0 && <RuleLinks title="rule.strategies" rules={rule.strategies} query={query} />}
      {rule.seeAlso.length > 0 && <RuleLinks title="rule.see-also" rules={rule.seeAlso} query={query} />}
      <nav aria-label={intl.formatMessage({ id: 'rule.neighbours' })} data-print="no">
        <ul className={style.plain}>
          {rule.previous && (
            <li>
              <Link to={`/rules/${rule.previous.id}?${query}`}>
                <FormattedMessage id="rule.previous" values={{ rule: rule.previous.name }} />
              </Link>
            </li>
          )}
          {rule.next && (
            <li>
              <Link to={`/rules/${rule.next.id}?${query}`}>
                <FormattedMessage id="rule.next" values={{ rule: rule.next.name }} />
              </Link>
            </li>
          )}
        </ul>
      </nav>
    </>
  )
}
