import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { FormattedMessage } from 'react-intl'
import { act } from '../../server/caller.server.ts'
import { detour, nextPage } from '../../server/domain/sign-in/next-page.ts'
import { PageHead } from '../components/page-head.tsx'
import type { PageHandle } from '../page-handle.ts'
import { answerRefused, attempt, fieldsOf, settingCookies } from '../sign-in/attempt.server.ts'
import { DemonstrationAccounts } from '../sign-in/demonstration-accounts.tsx'
import style from '../sign-in/entry-form.module.css'
import { EntryForm, Field } from '../sign-in/entry-form.tsx'
import { PasskeyButton } from '../sign-in/passkey-button.tsx'

export const handle: PageHandle = {
  title: (intl) => intl.formatMessage({ id: 'sign-in.title' }),
}

/** The ways in. A demonstration offers its accounts first. */
export async function loader(args: LoaderFunctionArgs) {
  const search = new URL(args.request.url).searchParams
  return {
    next: nextPage(search.get('next')),
    isReset: search.has('reset'),
    singleSignOn: await act(args, () => args.context.entrance.singleSignOnName()),
    accounts: await act(args, () => args.context.door.demonstrationAccounts()),
  }
}

/** Enters, and goes on to the page that was asked for; whoever has a second factor gives its code before. */
export async function action(args: ActionFunctionArgs) {
  const { entrance, door } = args.context
  const field = await fieldsOf(args.request)
  const next = nextPage(field('next'))
  if (field('way') === 'demonstration') {
    const cookie = await act(args, () => door.enterDemonstration(field('person')))
    return redirect(next ?? '/home', { headers: { 'Set-Cookie': cookie } })
  }
  const typed = { email: field('email'), password: field('password') }
  const { given, refused } = await attempt(args, () => entrance.enterByPassword(typed))
  if (refused) return answerRefused(refused, { email: typed.email.slice(0, 254) })
  const to = given.asksCode ? detour('/sign-in/code', next) : (next ?? '/home')
  return redirect(to, { headers: settingCookies(given.cookies) })
}

export default function SignIn() {
  const { accounts, next, isReset, singleSignOn } = useLoaderData<typeof loader>()
  const isDemonstration = accounts.length > 0
  return (
    <>
      <PageHead title={<FormattedMessage id="sign-in.title" />} lede={<FormattedMessage id="sign-in.lede" />} />
      {isReset && (
        <p role="status" className={style.said}>
          <FormattedMessage id="sign-in.reset-done" />
        </p>
      )}
      {isDemonstration && <DemonstrationAccounts accounts={accounts} next={next} />}
      {singleSignOn && (
        <p>
          <a href={detour('/sign-in/single', next)}>
            <FormattedMessage id="sign-in.by-single" values={{ name: singleSignOn }} />
          </a>
        </p>
      )}
      <PasswordWay next={next} isMinor={isDemonstration} />
    </>
  )
}

function PasswordWay({ next, isMinor }: { next: string | undefined; isMinor: boolean }) {
  const tried = useActionData<typeof action>()
  return (
    <section aria-labelledby="password-way">
      <h2 id="password-way">
        <FormattedMessage id="sign-in.by-password" />
      </h2>
      <EntryForm submit="sign-in.enter" refused={tried?.refused} isMinor={isMinor}>
        {next && <input type="hidden" name="next" value={next} />}
        <Field
          name="email"
          label="sign-in.email"
          type="email"
          autoComplete="username webauthn"
          defaultValue={tried?.email}
          required
        />
        <Field name="password" label="sign-in.password" type="password" autoComplete="current-password" required />
      </EntryForm>
      <p className={style.ways}>
        <PasskeyButton deed="show" label="sign-in.by-passkey" address={detour('/sign-in/passkey', next)} />
        <Link to="/reset">
          <FormattedMessage id="sign-in.forgotten" />
        </Link>
      </p>
    </section>
  )
}
