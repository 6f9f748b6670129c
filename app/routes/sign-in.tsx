import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FormattedMessage } from 'react-intl'
import { act } from '../../server/caller.server.ts'
import { nextPage } from '../../server/domain/sign-in/next-page.ts'
import { PageHead } from '../components/page-head.tsx'
import type { PageHandle } from '../page-handle.ts'
import { DemonstrationAccounts } from '../sign-in/demonstration-accounts.tsx'

export const handle: PageHandle = {
  title: (intl) => intl.formatMessage({ id: 'sign-in.title' }),
}

/** The ways in. In a demonstration they are its accounts. */
export async function loader(args: LoaderFunctionArgs) {
  const next = nextPage(new URL(args.request.url).searchParams.get('next'))
  return { next, accounts: await act(args, () => args.context.door.demonstrationAccounts()) }
}

/** Enters, and goes on to the page that was asked for. */
export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData()
  const cookie = await act(args, () => args.context.door.enterDemonstration(String(form.get('person'))))
  const next = nextPage(form.get('next')?.toString()) ?? '/home'
  return redirect(next, { headers: { 'Set-Cookie': cookie } })
}

export default function SignIn() {
  const { accounts, next } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead title={<FormattedMessage id="sign-in.title" />} lede={<FormattedMessage id="sign-in.lede" />} />
      {accounts.length > 0 && <DemonstrationAccounts accounts={accounts} next={next} />}
    </>
  )
}
