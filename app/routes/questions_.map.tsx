import { NativeSelect } from '@mantine/core'
import type { LoaderFunctionArgs, SerializeFrom } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { FormattedMessage, useIntl } from 'react-intl'
import { ask } from '../../server/caller.server.ts'
import { FilterField, FilterForm } from '../components/filter-form.tsx'
import { PageHead } from '../components/page-head.tsx'
import { ScopeControls } from '../components/scope-controls.tsx'
import { useFormat } from '../format.ts'
import { Elsewhere } from '../map/elsewhere.tsx'
import { FacilityMap, SharedMarks } from '../map/facility-map.tsx'
import { laidOut } from '../map/map.server.ts'
import { SignKey } from '../map/sign-key.tsx'
import type { PageHandle } from '../page-handle.ts'
import { placeName, scopeIn, scopeQuery } from '../page-scope.server.ts'
import { kinds } from '../questions/kinds.ts'
import { countKinds, filterIn, signOf } from '../questions/questions.server.ts'

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: (intl, { kind }) =>
    `${intl.formatMessage({ id: 'menu.questions' })}: ${intl.formatMessage({ id: `question.${kind}` })}`,
  controls: ({ scope }) => <ScopeControls {...scope} />,
}

/** Where one kind of question is raised. Each kind is a map by itself: together they would be a ranking. */
export async function loader(args: LoaderFunctionArgs) {
  const { kind = 'limits' } = filterIn(new URL(args.request.url).searchParams)
  return ask(args, async (api) => {
    const scope = await scopeIn(args.request, api)
    const { month, region } = scope
    const [{ facilities }, register] = await Promise.all([
      api.questions.raised({ month, region }),
      api.facilities.list({ month, region }),
    ])
    const lies = new Map(register.map(({ key, latitude, longitude }) => [key, { latitude, longitude }]))
    const signed = facilities.map((one) => {
      const { key, name, regionName } = one.facility
      const { latitude = null, longitude = null } = lies.get(key) ?? {}
      return { key, name, region: regionName, tone: signOf(one, kind, month), latitude, longitude }
    })
    return {
      scope,
      kind,
      ...laidOut(signed),
      count: countKinds(facilities, month)[kind],
      total: facilities.length,
      place: placeName(scope),
      query: scopeQuery(scope),
    }
  })
}

/** Where to go, seen on the ground. */
export default function QuestionsOnMap() {
  const data = useLoaderData<typeof loader>()
  const intl = useIntl()
  const { kind, count, total, place, query, maps, elsewhere } = data
  const month = useFormat().month(data.scope.month)
  const title = intl.formatMessage({ id: `question.map.finding.${kind}` }, { count, total })
  const linkTo = (key: string) => `/facilities/${encodeURIComponent(key)}?${query}`
  return (
    <>
      <PageHead title={title} lede={<FormattedMessage id="question.map.lede" values={{ place, month }} />}>
        <FilterForm names={['kind']}>
          <FilterField label="question.kind">
            <NativeSelect
              key={kind}
              name="kind"
              size="sm"
              defaultValue={kind}
              data={kinds.map((value) => ({ value, label: intl.formatMessage({ id: `question.${value}` }) }))}
            />
          </FilterField>
        </FilterForm>
      </PageHead>
      <p>
        <Link to={`/questions?kind=${kind}&${query}`}>
          <FormattedMessage id="question.map.list" />
        </Link>
        {' · '}
        <Link to={`/map?indicator=external-visit-recency&${query}`}>
          <FormattedMessage id="question.map.visit" />
        </Link>
      </p>
      {maps ? (
        <>
          <FacilityMap
            maps={maps}
            summary={intl.formatMessage({ id: 'question.map.summary' }, { title, place, month, count: total })}
            linkTo={linkTo}
          />
          <SignKey facilities={maps.facilities} />
          <Elsewhere facilities={elsewhere} linkTo={linkTo} />
          <SharedMarks maps={maps} about="question.map.several" linkTo={linkTo} />
        </>
      ) : (
        <p>
          <FormattedMessage id="map.nowhere" />
        </p>
      )}
    </>
  )
}
