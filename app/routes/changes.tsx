import type { LoaderFunctionArgs, SerializeFrom } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { FormattedMessage, useIntl } from 'react-intl'
import { ask } from '../../server/caller.server.ts'
import { addMonths } from '../../server/domain/period.ts'
import { ChangeTable } from '../changes/change-table.tsx'
import { byIndicator } from '../changes/changes.server.ts'
import { PageHead } from '../components/page-head.tsx'
import { ScopeControls } from '../components/scope-controls.tsx'
import { useFormat } from '../format.ts'
import type { PageHandle } from '../page-handle.ts'
import { placeName, scopeIn, scopeQuery } from '../page-scope.server.ts'
import { readerOf } from '../reader.server.ts'

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: (intl) => intl.formatMessage({ id: 'menu.changes' }),
  controls: ({ scope }) => <ScopeControls {...scope} />,
}

/** What changed at the facilities within a year, by more than chance makes likely. */
export async function loader(args: LoaderFunctionArgs) {
  const reader = await readerOf(args.request)
  return ask(args, async (api) => {
    const scope = await scopeIn(args.request, api)
    const { month, region } = scope
    const [facts, changes] = await Promise.all([api.indicators.list(), api.indicators.changes({ month, region })])
    const { told, lookedAt, ...rest } = changes
    return {
      scope,
      place: placeName(scope),
      before: addMonths(month, -12),
      query: scopeQuery(scope),
      changed: byIndicator(told, facts, reader),
      told: told.length,
      rest,
      lookedAt: lookedAt.map((id) => reader.words.indicator(id)?.title ?? id),
    }
  })
}

/** The changes that are worth a question, and how many others were looked at. */
export default function Changes() {
  const { scope, place, before, query, changed, told, rest, lookedAt } = useLoaderData<typeof loader>()
  const intl = useIntl()
  const format = useFormat()
  const months = { month: format.month(scope.month), before: format.month(before) }
  return (
    <>
      <PageHead
        title={<FormattedMessage id="changes.title" values={{ count: told }} />}
        lede={<FormattedMessage id="changes.lede" values={{ place, ...months }} />}
      />
      {changed.map(({ id, title, unit, changes }) => (
        <section key={id} aria-labelledby={id}>
          <h2 id={id}>
            <Link to={`/indicators/${id}?${query}`}>{title}</Link>
          </h2>
          <ChangeTable
            caption={intl.formatMessage({ id: 'changes.caption' }, { title, ...months })}
            changes={changes}
            unit={unit}
            months={months}
            linkTo={(key) => `/facilities/${encodeURIComponent(key)}/${id}?${query}`}
          />
        </section>
      ))}
      <section aria-labelledby="looked-at">
        <h2 id="looked-at">
          <FormattedMessage id="changes.looked-at" />
        </h2>
        <ul>
          <li>
            <FormattedMessage id="changes.same" values={{ count: rest.same }} />
          </li>
          <li>
            <FormattedMessage id="changes.few" values={{ count: rest.tooFew }} />
          </li>
          <li>
            <FormattedMessage id="changes.no-figure" values={{ count: rest.noFigure }} />
          </li>
        </ul>
        <p>
          <FormattedMessage id="changes.how" />
        </p>
        <p>
          <FormattedMessage id="changes.indicators" values={{ titles: format.list(lookedAt) }} />
        </p>
      </section>
    </>
  )
}
