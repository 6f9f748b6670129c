import { TextInput } from '@mantine/core'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { FormattedMessage } from 'react-intl'
import { ask } from '../../server/caller.server.ts'
import { permissionsOf } from '../../server/domain/access.ts'
import { FilterField, FilterForm } from '../components/filter-form.tsx'
import { PageHead } from '../components/page-head.tsx'
import { entriesFor } from '../finder/entries.server.ts'
import style from '../finder/finder.module.css'
import { findEntries } from '../finder/finding.ts'
import type { PageHandle } from '../page-handle.ts'
import { scopeIn, scopeQuery } from '../page-scope.server.ts'
import { readerOf } from '../reader.server.ts'

export const handle: PageHandle = {
  title: (intl) => intl.formatMessage({ id: 'find.title' }),
}

/** As many of a kind are listed; whoever wants more names more of it. */
const shownOfEach = 50

/** What of all that the reader may open answers to the query, by name. */
export async function loader(args: LoaderFunctionArgs) {
  const search = new URL(args.request.url).searchParams
  const query = (search.get('q') ?? '').trim().slice(0, 100)
  const limit = Math.min(
    shownOfEach,
    Math.max(1, Math.trunc(Number(search.get('limit') ?? shownOfEach)) || shownOfEach),
  )
  const reader = await readerOf(args.request)
  return ask(args, async (api) => {
    const { month } = await scopeIn(args.request, api, { withRegions: false })
    const region = search.get('region') || undefined
    const may = permissionsOf(args.context.visitor.actor)
    const entries = await entriesFor(api, reader, { may, month, query: scopeQuery({ month, region }) })
    return { query, found: findEntries(entries, query, limit) }
  })
}

/** Facilities, indicators, rules and pages by name: what the finder in the bar shows, as a page of its own. */
export default function Find() {
  const { query, found } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead title={<FormattedMessage id="find.title" />} lede={<FormattedMessage id="find.lede" />} />
      <FilterForm names={['q']}>
        <FilterField label="find.name">
          <TextInput name="q" type="search" size="sm" defaultValue={query} key={query} maxLength={100} />
        </FilterField>
      </FilterForm>
      {found.length === 0 && (
        <p>
          <FormattedMessage id="find.none" values={{ query }} />
        </p>
      )}
      {found.map(({ kind, entries, total }) => (
        <section key={kind} aria-labelledby={`found-${kind}`}>
          <h2 id={`found-${kind}`}>
            <FormattedMessage id={`find.kind.${kind}`} />
          </h2>
          <ul className={style.list}>
            {entries.map((entry) => (
              <li key={`${entry.to} ${entry.title}`}>
                <Link to={entry.to}>{entry.title}</Link> <span className={style.detail}>{entry.detail}</span>
              </li>
            ))}
          </ul>
          {total > entries.length && (
            <p className={style.detail}>
              <FormattedMessage id="find.more" values={{ shown: entries.length, total }} />
            </p>
          )}
        </section>
      ))}
    </>
  )
}
