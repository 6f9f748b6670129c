import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { FormattedMessage } from 'react-intl'
import { nextPage } from '../../server/domain/sign-in/next-page.ts'
import { PageHead } from '../components/page-head.tsx'
import type { PageHandle } from '../page-handle.ts'
import { answerRefused, attempt, fieldsOf, settingCookies } from '../sign-in/attempt.server.ts'
import style from '../sign-in/entry-form.module.css'
import { EntryForm, Field } from '../sign-in/entry-form.tsx'

export const handle: PageHandle = {
  title: (intl) => intl.formatMessage({ id: 'sign-in.code.title' }),
}

export function loader({ request }: LoaderFunctionArgs) {
  return { next: nextPage(new URL(request.url).searchParams.get('next')) }
}

/** Enters by the code of a generator, or by a recovery code. */
export async function action(args: ActionFunctionArgs) {
  const { entrance } = args.context
  const field = await fieldsOf(args.request)
  const isRecovery = field('deed') === 'recovery'
  const { given, refused } = await attempt(args, () =>
    isRecovery ? entrance.enterByRecoveryCode(field('code')) : entrance.enterByCode(field('code')),
  )
  if (refused) return answerRefused(refused, { isRecovery })
  return redirect(nextPage(field('next')) ?? '/home', { headers: settingCookies(given.cookies) })
}

/** The second step of entering. */
export default function Code() {
  const { next } = useLoaderData<typeof loader>()
  const tried = useActionData<typeof action>()
  const kept = next && <input type="hidden" name="next" value={next} />
  return (
    <>
      <PageHead
        title={<FormattedMessage id="sign-in.code.title" />}
        lede={<FormattedMessage id="sign-in.code.lede" />}
      />
      <EntryForm submit="sign-in.enter" deed="code" refused={tried?.isRecovery ? undefined : tried?.refused}>
        {kept}
        <Field name="code" label="code.six" inputMode="numeric" autoComplete="one-time-code" maxLength={20} required />
      </EntryForm>
      <details open={tried?.isRecovery} className={style.more}>
        <summary>
          <FormattedMessage id="sign-in.code.without" />
        </summary>
        <EntryForm
          submit="sign-in.enter"
          deed="recovery"
          refused={tried?.isRecovery ? tried.refused : undefined}
          isMinor
        >
          {kept}
          <Field name="code" label="code.recovery" autoComplete="off" maxLength={30} required />
        </EntryForm>
      </details>
      <p>
        <Link to="/sign-in">
          <FormattedMessage id="sign-in.again" />
        </Link>
      </p>
    </>
  )
}
