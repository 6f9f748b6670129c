import type { ActionFunctionArgs } from '@remix-run/node'
import { Link, useActionData } from '@remix-run/react'
import { FormattedMessage } from 'react-intl'
import { PageHead } from '../components/page-head.tsx'
import type { PageHandle } from '../page-handle.ts'
import { answerRefused, attempt, fieldsOf } from '../sign-in/attempt.server.ts'
import style from '../sign-in/entry-form.module.css'
import { EntryForm, Field } from '../sign-in/entry-form.tsx'

export const handle: PageHandle = {
  title: (intl) => intl.formatMessage({ id: 'reset.title' }),
}

export const loader = () => ({})

/** Asks for the way to a new password; the answer is the same for every address. */
export async function action(args: ActionFunctionArgs) {
  const field = await fieldsOf(args.request)
  const { refused } = await attempt(args, () => args.context.entrance.askForReset(field('email')))
  return refused ? answerRefused(refused, { isAsked: false }) : Response.json({ refused, isAsked: true })
}

export default function Reset() {
  const tried = useActionData<typeof action>()
  return (
    <>
      <PageHead title={<FormattedMessage id="reset.title" />} lede={<FormattedMessage id="reset.lede" />} />
      {tried?.isAsked ? (
        <p role="status" className={style.said}>
          <FormattedMessage id="reset.asked" />
        </p>
      ) : (
        <EntryForm submit="reset.ask" refused={tried?.refused}>
          <Field name="email" label="sign-in.email" type="email" autoComplete="username" required />
        </EntryForm>
      )}
      <p>
        <Link to="/sign-in">
          <FormattedMessage id="sign-in.title" />
        </Link>
      </p>
    </>
  )
}
