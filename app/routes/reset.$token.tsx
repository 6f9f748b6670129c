import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { FormattedMessage } from 'react-intl'
import { act } from '../../server/caller.server.ts'
import { PageHead } from '../components/page-head.tsx'
import type { PageHandle } from '../page-handle.ts'
import { answerRefused, attempt, fieldsOf } from '../sign-in/attempt.server.ts'
import { EntryForm, NewPasswordFields } from '../sign-in/entry-form.tsx'

export const handle: PageHandle = {
  title: (intl) => intl.formatMessage({ id: 'reset.choose' }),
}

/** Opens for the token of a message alone; the same page of nothing for every other. */
export async function loader(args: LoaderFunctionArgs) {
  await act(args, () => args.context.entrance.checkReset(args.params.token ?? ''))
  return {}
}

/** Puts the new password in place, and leads to the sign-in. */
export async function action(args: ActionFunctionArgs) {
  const field = await fieldsOf(args.request)
  const typed = { password: field('password'), again: field('again') }
  const { refused } = await attempt(args, () => args.context.entrance.finishReset(args.params.token ?? '', typed))
  return refused ? answerRefused(refused) : redirect('/sign-in?reset=done')
}

export default function Choose() {
  const tried = useActionData<typeof action>()
  return (
    <>
      <PageHead title={<FormattedMessage id="reset.choose" />} lede={<FormattedMessage id="reset.choose.lede" />} />
      <EntryForm submit="reset.save" refused={tried?.refused}>
        <NewPasswordFields />
      </EntryForm>
    </>
  )
}
