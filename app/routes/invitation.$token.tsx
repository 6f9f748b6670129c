import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { FormattedMessage } from 'react-intl'
import { act } from '../../server/caller.server.ts'
import { PageHead } from '../components/page-head.tsx'
import { RoleName } from '../components/role-words.tsx'
import type { PageHandle } from '../page-handle.ts'
import { answerRefused, attempt, fieldsOf } from '../sign-in/attempt.server.ts'
import { EntryForm, NewPasswordFields } from '../sign-in/entry-form.tsx'

export const handle: PageHandle = {
  title: (intl) => intl.formatMessage({ id: 'invitation.title' }),
}

/** Whom an invitation is for; the same page of nothing for every token that is none. */
export function loader(args: LoaderFunctionArgs) {
  return act(args, () => args.context.entrance.showInvitation(args.params.token ?? ''))
}

/** Takes it up, and goes on to the second factor where the role demands one. */
export async function action(args: ActionFunctionArgs) {
  const field = await fieldsOf(args.request)
  const typed = { password: field('password'), again: field('again') }
  const { given, refused } = await attempt(args, () =>
    args.context.entrance.takeUpInvitation(args.params.token ?? '', typed),
  )
  if (refused) return answerRefused(refused)
  return redirect(given.asksSecondFactor ? '/account/second-factor' : '/home', {
    headers: { 'Set-Cookie': given.cookie },
  })
}

export default function Invitation() {
  const { name, email, role } = useLoaderData<typeof loader>()
  const tried = useActionData<typeof action>()
  return (
    <>
      <PageHead
        title={<FormattedMessage id="invitation.title" />}
        lede={<FormattedMessage id="invitation.lede" values={{ name, email, role: <RoleName role={role} /> }} />}
      />
      <EntryForm submit="invitation.accept" refused={tried?.refused}>
        {/* Programs that keep passwords learn from it whose this one is. */}
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
        <NewPasswordFields />
      </EntryForm>
    </>
  )
}
