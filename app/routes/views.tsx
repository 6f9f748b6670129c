import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { FormattedMessage } from 'react-intl'
import { ask } from '../../server/caller.server.ts'
import { keptPath } from '../../server/domain/saved-views.ts'
import { attempt, fieldsOf } from '../administration/deed.server.ts'
import { Outcome } from '../administration/outcome.tsx'
import { PageHead } from '../components/page-head.tsx'
import type { PageHandle } from '../page-handle.ts'
import { KeepForm } from '../views/keep-form.tsx'
import { ViewAddress, ViewTable } from '../views/view-table.tsx'

export const handle: PageHandle = {
  title: (intl) => intl.formatMessage({ id: 'view.title' }),
}

/** What a person keeps under names of their own. */
export function loader(args: LoaderFunctionArgs) {
  return ask(args, async (api) => ({ views: await api.views.list() }))
}

/** Keeps a page, gives a view another name, or takes one away; what was typed comes back with a refusal. */
export async function action(args: ActionFunctionArgs) {
  const { intent, id = '', name = '', path = '', latest } = await fieldsOf(args.request)
  if (intent === 'rename') return attempt(args, 'view-renamed', (api) => api.views.rename({ id, name }))
  if (intent === 'drop') return attempt(args, 'view-dropped', (api) => api.views.drop({ id }))
  const asked = { name, path, latestMonth: latest === 'yes' }
  const answer = await attempt(args, 'view-kept', (api) => api.views.keep(asked))
  if (answer.ok || answer.status < 400) return answer
  const isPage = keptPath(path) !== undefined
  return Response.json({ ...(await answer.json()), ...(isPage && { asked }) }, { status: answer.status })
}

interface Refused {
  asked?: { name: string; path: string; latestMonth: boolean }
}

/** The page of one's own views. */
export default function Views() {
  const { views } = useLoaderData<typeof loader>()
  const asked = useActionData<Refused>()?.asked
  return (
    <>
      <PageHead
        title={<FormattedMessage id="view.title" />}
        lede={<FormattedMessage id="view.lede" values={{ count: views.length }} />}
      />
      <Outcome />
      {asked && (
        <>
          <ViewAddress path={asked.path} />
          <KeepForm {...asked} />
        </>
      )}
      <ViewTable views={views} />
    </>
  )
}
