import type { LoaderFunctionArgs, SerializeFrom } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { FormattedMessage, useIntl } from 'react-intl'
import { ask } from '../../server/caller.server.ts'
import { can } from '../../server/domain/access.ts'
import { PageHead } from '../components/page-head.tsx'
import { ScopeControls } from '../components/scope-controls.tsx'
import { useFormat } from '../format.ts'
import type { PageHandle } from '../page-handle.ts'
import { placeIn, placeName, scopeIn, scopeQuery } from '../page-scope.server.ts'
import { readerOf } from '../reader.server.ts'
import { AssessedRuleItem } from '../self-assessment/assessed-rule.tsx'
import style from '../self-assessment/self-assessment.module.css'
import { type AssessedRule, assessedParts, unmeasured } from '../self-assessment/self-assessment.server.ts'

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: (intl) => intl.formatMessage({ id: 'self-assessment.title' }),
  controls: ({ scope, hasFigures }) => hasFigures && <ScopeControls {...scope} />,
}

/** All rules with what is known of each, for those who may see figures; to be printed and written on. */
export async function loader(args: LoaderFunctionArgs) {
  const reader = await readerOf(args.request)
  const { actor } = args.context.visitor
  const hasFigures = can(actor, 'indicator.read')
  return ask(args, async (api) => {
    const scope = await scopeIn(args.request, api, { withRegions: can(actor, 'facility.read') })
    const window = { place: placeIn(scope), from: scope.month, to: scope.month }
    const [rules, facts, whole] = await Promise.all([
      api.rules.list(),
      hasFigures ? api.indicators.list() : [],
      hasFigures ? api.indicators.series(window) : { series: [] },
    ])
    const parts = assessedParts(rules, facts, whole.series, reader)
    return {
      scope,
      hasFigures,
      place: placeName(scope),
      query: scopeQuery(scope),
      parts,
      without: unmeasured(parts),
      total: rules.length,
    }
  })
}

/** How a place stands on every rule, side by side with what nothing measures. */
export default function SelfAssessment() {
  const { scope, place, query, parts, without, total } = useLoaderData<typeof loader>()
  const intl = useIntl()
  const format = useFormat()
  const crumbs = [{ to: `/rules?${query}`, label: intl.formatMessage({ id: 'menu.rules' }) }]
  return (
    <>
      <PageHead
        title={<FormattedMessage id="self-assessment.title" />}
        crumbs={crumbs}
        lede={<FormattedMessage id="self-assessment.lede" values={{ place, month: format.month(scope.month) }} />}
      />
      <section aria-labelledby="unmeasured">
        <h2 id="unmeasured">
          <FormattedMessage
            id="self-assessment.unmeasured"
            values={{ count: without.watched.length + without.unwatched.length, total }}
          />
        </h2>
        <h3>
          <FormattedMessage id="self-assessment.unwatched" values={{ count: without.unwatched.length }} />
        </h3>
        <Names rules={without.unwatched} query={query} />
        <h3>
          <FormattedMessage id="self-assessment.watched" values={{ count: without.watched.length }} />
        </h3>
        <Names rules={without.watched} query={query} />
      </section>
      {parts.map((part) => (
        <section key={part.id} aria-labelledby={part.id}>
          <h2 id={part.id}>{part.name}</h2>
          <ul className={style.list}>
            {part.rules.map((rule) => (
              <AssessedRuleItem key={rule.id} rule={rule} query={query} />
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

function Names({ rules, query }: { rules: readonly AssessedRule[]; query: string }) {
  return (
    <ul>
      {rules.map(({ id, name, topic, watchedBy }) => (
        <li key={id}>
          <Link to={`/rules/${id}?${query}`}>{name}</Link> {topic}{' '}
          <span className={style.watched}>{watchedBy.join(' · ')}</span>
        </li>
      ))}
    </ul>
  )
}
