import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FormattedMessage, useIntl } from 'react-intl'
import { ask } from '../../server/caller.server.ts'
import style from '../administration/administration.module.css'
import { HeadFacts } from '../administration/chain-state.tsx'
import { PageHead } from '../components/page-head.tsx'
import type { PageHandle } from '../page-handle.ts'

export const handle: PageHandle = { title: (intl) => intl.formatMessage({ id: 'administration.head' }) }

/** The signed head of one's own body's chain. */
export function loader(args: LoaderFunctionArgs) {
  return ask(args, async (api) => ({ head: await api.audit.head() }))
}

/** The head on paper: it proves later that nothing before it was changed or cut off. */
export default function Head() {
  const { head } = useLoaderData<typeof loader>()
  const intl = useIntl()
  const crumbs = [{ to: '/administration/audit', label: intl.formatMessage({ id: 'administration.audit' }) }]
  return (
    <>
      <PageHead
        title={<FormattedMessage id="administration.head" />}
        lede={<FormattedMessage id="administration.head.lede" />}
        crumbs={crumbs}
      />
      <HeadFacts head={head} />
      <h2>
        <FormattedMessage id="administration.head.file" />
      </h2>
      <pre className={style.file}>{JSON.stringify(head, null, 2)}</pre>
    </>
  )
}
