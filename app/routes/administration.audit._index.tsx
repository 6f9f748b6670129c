import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData, useSearchParams } from '@remix-run/react'
import { FormattedMessage, useIntl } from 'react-intl'
import { ask } from '../../server/caller.server.ts'
import style from '../administration/administration.module.css'
import { auditFilterIn, entriesAPage } from '../administration/audit-filter.ts'
import { ChainState, HeadFacts } from '../administration/chain-state.tsx'
import { attempt } from '../administration/deed.server.ts'
import { DeedButton } from '../administration/deed-button.tsx'
import { EntryFilter } from '../administration/entry-filter.tsx'
import { EntryTable } from '../administration/entry-table.tsx'
import { Outcome } from '../administration/outcome.tsx'
import { AdministrationTabs } from '../administration/tabs.tsx'
import { PageHead } from '../components/page-head.tsx'
import type { PageHandle } from '../page-handle.ts'

export const handle: PageHandle = { title: (intl) => intl.formatMessage({ id: 'administration.audit' }) }

/** What was done in one's own body, with the state of its chain. */
export function loader(args: LoaderFunctionArgs) {
  const filter = auditFilterIn(new URL(args.request.url).searchParams)
  return ask(args, async (api) => ({
    ...(await api.audit.state()),
    people: await api.audit.people(),
    entries: await api.audit.list({ ...filter, limit: entriesAPage }),
  }))
}

/** Has the chain read again. */
export function action(args: ActionFunctionArgs) {
  return attempt(args, 'check-asked', (api) => api.audit.check())
}

export default function Audit() {
  const { head, check, dropped, people, entries } = useLoaderData<typeof loader>()
  const intl = useIntl()
  const [search] = useSearchParams()
  return (
    <>
      <PageHead
        title={<FormattedMessage id="administration.audit" />}
        lede={<FormattedMessage id="administration.audit.lede" />}
      />
      <AdministrationTabs />
      <Outcome />
      <section aria-labelledby="chain">
        <h2 id="chain">
          <FormattedMessage id="administration.chain" />
        </h2>
        <ChainState check={check} dropped={dropped} />
        <DeedButton intent="check" id="chain" words="administration.chain.check" />
        {head && (
          <details className={style.details}>
            <summary>
              <FormattedMessage id="administration.head" />
            </summary>
            <HeadFacts head={head} />
            <p className={style.links}>
              <Link to="/administration/audit/head">
                <FormattedMessage id="administration.head.print" />
              </Link>
              <a href="/administration/audit/head.json" download>
                <FormattedMessage id="administration.head.download" />
              </a>
            </p>
          </details>
        )}
      </section>
      <section aria-labelledby="entries">
        <h2 id="entries">
          <FormattedMessage id="administration.audit.entries" />
        </h2>
        <EntryFilter people={people} />
        <p data-print="no">
          <a href={`/administration/audit.csv?${search}`} download>
            <FormattedMessage id="administration.audit.download" />
          </a>
        </p>
        <EntryTable caption={intl.formatMessage({ id: 'administration.audit.caption' })} entries={entries} />
      </section>
    </>
  )
}
