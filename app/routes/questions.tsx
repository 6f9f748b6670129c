import { NativeSelect, TextInput } from '@mantine/core'
import type { LoaderFunctionArgs, SerializeFrom } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { FormattedMessage, useIntl } from 'react-intl'
import { ask } from '../../server/caller.server.ts'
import { FilterField, FilterForm, useSearchLink } from '../components/filter-form.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Pages } from '../components/pages.tsx'
import { ScopeControls } from '../components/scope-controls.tsx'
import { useFormat } from '../format.ts'
import { NextQuestions } from '../help/next-questions.tsx'
import type { PageHandle } from '../page-handle.ts'
import { placeName, scopeIn, scopeQuery } from '../page-scope.server.ts'
import { pageFrom, pageIn } from '../paging.ts'
import { kinds } from '../questions/kinds.ts'
import style from '../questions/question-table.module.css'
import { QuestionTable } from '../questions/question-table.tsx'
import { countKinds, filterIn, keptBy, questionRows } from '../questions/questions.server.ts'
import { readerOf } from '../reader.server.ts'

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: (intl) => intl.formatMessage({ id: 'menu.questions' }),
  controls: ({ scope }) => <ScopeControls {...scope} />,
}

/** Where figures ask for somebody to go and look: every kind of question beside the others, and no order of facilities by them. */
export async function loader(args: LoaderFunctionArgs) {
  const reader = await readerOf(args.request)
  const search = new URL(args.request.url).searchParams
  const filter = filterIn(search)
  return ask(args, async (api) => {
    const scope = await scopeIn(args.request, api)
    const { month, region } = scope
    const { lookedAt, facilities } = await api.questions.raised({ month, region })
    const kept = keptBy(facilities, filter, month)
    const { shown, ...pages } = pageFrom(kept, pageIn(search))
    return {
      scope,
      filter,
      ...pages,
      place: placeName(scope),
      query: scopeQuery(scope),
      counts: countKinds(facilities, month),
      rows: questionRows(shown, month, reader),
      found: kept.length,
      total: facilities.length,
      lookedAt: lookedAt.map((id) => reader.words.indicator(id)?.title ?? id),
    }
  })
}

/** The first page of whoever goes and looks. */
export default function Questions() {
  const data = useLoaderData<typeof loader>()
  const intl = useIntl()
  const format = useFormat()
  const month = format.month(data.scope.month)
  const linkTo = (key: string, indicator?: string) =>
    `/facilities/${encodeURIComponent(key)}${indicator ? `/${indicator}` : ''}?${data.query}`
  return (
    <>
      <PageHead
        title={<FormattedMessage id="question.title" />}
        lede={<FormattedMessage id="question.lede" values={{ place: data.place, month }} />}
      />
      <Counts counts={data.counts} total={data.total} />
      <p>
        <Link to={`/questions/map?kind=${data.filter.kind ?? 'limits'}&${data.query}`}>
          <FormattedMessage id="question.map" />
        </Link>
      </p>
      <Filters filter={data.filter} />
      <p aria-live="polite">
        <FormattedMessage id="overview.found" values={{ found: data.found, total: data.total }} />
      </p>
      <QuestionTable
        caption={intl.formatMessage({ id: 'question.caption' }, { month })}
        rows={data.rows}
        linkTo={linkTo}
      />
      <Pages page={data.page} pages={data.pages} />
      <NextQuestions />
      <section aria-labelledby="how">
        <h2 id="how">
          <FormattedMessage id="question.how" />
        </h2>
        <p>
          <FormattedMessage id="question.how.words" />
        </p>
        <details>
          <summary>
            <FormattedMessage id="question.looked-at" values={{ count: data.lookedAt.length }} />
          </summary>
          <p>{format.list(data.lookedAt)}</p>
        </details>
      </section>
    </>
  )
}

type Loaded = SerializeFrom<typeof loader>

/** How many facilities have each kind of question: each leads to those. */
function Counts({ counts, total }: Pick<Loaded, 'counts' | 'total'>) {
  const link = useSearchLink()
  return (
    <ul className={style.counts}>
      {kinds.map((kind) => (
        <li key={kind}>
          <Link to={link('kind', kind)}>
            <FormattedMessage id={`question.count.${kind}`} values={{ count: counts[kind], total }} />
          </Link>
        </li>
      ))}
    </ul>
  )
}

function Filters({ filter }: Pick<Loaded, 'filter'>) {
  const intl = useIntl()
  const choices = kinds.map((value) => ({ value, label: intl.formatMessage({ id: `question.${value}` }) }))
  return (
    <FilterForm names={['find', 'kind', 'page']}>
      <FilterField label="overview.find">
        <TextInput name="find" size="sm" defaultValue={filter.find} maxLength={100} />
      </FilterField>
      <FilterField label="question.kind">
        <NativeSelect
          key={filter.kind ?? ''}
          name="kind"
          size="sm"
          defaultValue={filter.kind ?? ''}
          data={[{ value: '', label: intl.formatMessage({ id: 'question.kind.any' }) }, ...choices]}
        />
      </FilterField>
    </FilterForm>
  )
}
