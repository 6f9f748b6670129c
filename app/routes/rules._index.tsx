import { TextInput } from '@mantine/core'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData, useLocation } from '@remix-run/react'
import { FormattedMessage } from 'react-intl'
import { ask } from '../../server/caller.server.ts'
import { FilterField, FilterForm } from '../components/filter-form.tsx'
import { PageHead } from '../components/page-head.tsx'
import { keepingScope } from '../menu.ts'
import type { PageHandle } from '../page-handle.ts'
import { usePerson } from '../person.ts'
import { readerOf } from '../reader.server.ts'
import style from '../rules/rule-list.module.css'
import { coverageOf, partsOf } from '../rules/rule-list.server.ts'
import { RuleList } from '../rules/rule-list.tsx'

export const handle: PageHandle = {
  title: (intl) => intl.formatMessage({ id: 'menu.rules' }),
}

/** All rules, or those that a query finds. */
export async function loader(args: LoaderFunctionArgs) {
  const reader = await readerOf(args.request)
  const query = (new URL(args.request.url).searchParams.get('q') ?? '').trim().slice(0, 100)
  return ask(args, async (api) => {
    const all = await api.rules.list()
    return { query, total: all.length, parts: partsOf(all, query, reader), coverage: coverageOf(all) }
  })
}

/** The rules that facilities and countries are held to, and what watches each. */
export default function Rules() {
  const { query, total, parts, coverage } = useLoaderData<typeof loader>()
  const { search } = useLocation()
  const person = usePerson()
  const found = parts.flatMap((part) => part.chapters).reduce((sum, chapter) => sum + chapter.rules.length, 0)
  return (
    <>
      <PageHead title={<FormattedMessage id="menu.rules" />} lede={<FormattedMessage id="rules.lede" />} />
      <section aria-labelledby="coverage">
        <h2 id="coverage">
          <FormattedMessage id="rules.coverage" />
        </h2>
        <ul className={style.coverage}>
          {coverage.map(({ way, count }) => (
            <li key={way}>
              <FormattedMessage id={`rules.coverage.${way}`} values={{ count }} />
            </li>
          ))}
        </ul>
        <p className={style.watched}>
          <FormattedMessage id="rules.coverage.note" />
        </p>
      </section>
      <p data-print="no">
        <Link to={keepingScope('/rules/self-assessment', search)}>
          <FormattedMessage id="self-assessment.open" />
        </Link>
      </p>
      {person?.may.includes('measure.read') && (
        <p data-print="no">
          <Link to={keepingScope('/rules/strategies', search)}>
            <FormattedMessage id="strategies.open" />
          </Link>
        </p>
      )}
      <FilterForm names={['q']}>
        <FilterField label="rules.find">
          <TextInput name="q" type="search" size="sm" defaultValue={query} key={query} />
        </FilterField>
      </FilterForm>
      <p aria-live="polite">
        <FormattedMessage id="rules.found" values={{ found, total }} />
      </p>
      {found === 0 && (
        <p>
          <FormattedMessage id="rules.none" />
        </p>
      )}
      <RuleList parts={parts} query={keepingScope('', search)} />
    </>
  )
}
