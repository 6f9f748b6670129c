import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, type SerializeFrom } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { FormattedMessage } from 'react-intl'
import { act, type Entrance } from '../../server/caller.server.ts'
import { detour } from '../../server/domain/sign-in/next-page.ts'
import { OwnPasskeys } from '../account/own-passkeys.tsx'
import { OwnSessions } from '../account/own-sessions.tsx'
import { Fact } from '../components/fact.tsx'
import { PageHead } from '../components/page-head.tsx'
import type { MessageId } from '../messages/ids.ts'
import type { PageHandle } from '../page-handle.ts'
import { answerRefused, attempt, fieldsOf, settingCookies } from '../sign-in/attempt.server.ts'
import style from '../sign-in/entry-form.module.css'
import { EntryForm, Field, NewPasswordFields, Refused } from '../sign-in/entry-form.tsx'
import { RecoveryCodes } from '../sign-in/recovery-codes.tsx'

export const handle: PageHandle = {
  title: (intl) => intl.formatMessage({ id: 'account.title' }),
}

/** How one gets in, and where one is signed in. */
export async function loader(args: LoaderFunctionArgs) {
  const { signedIn } = args.context.visitor
  if (!signedIn) throw redirect(detour('/sign-in', '/account'))
  if (signedIn.lacks === 'second-factor') throw redirect(detour('/account/second-factor', '/account'))
  const done = new URL(args.request.url).searchParams.get('done')
  const account = await act(args, () => args.context.entrance.readOwnAccount())
  return { account, done: doneWords.find((one) => one === `account.done.${done}`) }
}

const doneWords = [
  'account.done.password',
  'account.done.passkey',
  'account.done.second-factor',
  'account.done.session',
] as const satisfies readonly MessageId[]

type Fields = (name: string) => string

/** What a form of this page does, and where it leads: another address, or new recovery codes in this answer. */
const deeds: Record<
  string,
  (entrance: Entrance, field: Fields) => Promise<{ to: string; cookie?: string } | { recoveryCodes: string[] }>
> = {
  password: async (entrance, field) => {
    const typed = { current: field('current'), password: field('password'), again: field('again') }
    return { to: '/account?done=password', cookie: await entrance.changePassword(typed) }
  },
  'renew-codes': async (entrance, field) => ({ recoveryCodes: await entrance.renewRecoveryCodes(field('current')) }),
  'remove-factor': async (entrance, field) => {
    const { mustSetUp } = await entrance.removeSecondFactor(field('current'))
    return { to: mustSetUp ? '/account/second-factor' : '/account?done=second-factor' }
  },
  'name-passkey': async (entrance, field) => {
    await entrance.nameOwnPasskey(field('id'), field('name'))
    return { to: '/account?done=passkey' }
  },
  'remove-passkey': async (entrance, field) => {
    await entrance.removeOwnPasskey(field('id'))
    return { to: '/account?done=passkey' }
  },
  'end-session': async (entrance, field) => {
    await entrance.endOwnSession(field('id'))
    return { to: '/account?done=session' }
  },
}

export async function action(args: ActionFunctionArgs) {
  const { entrance } = args.context
  const field = await fieldsOf(args.request)
  const name = field('deed')
  if (name === 'sign-out-everywhere') {
    const cookie = await act(args, () => entrance.signOutEverywhere())
    return redirect('/sign-in', { headers: { 'Set-Cookie': cookie, 'Clear-Site-Data': '"cache", "cookies"' } })
  }
  const deed = Object.hasOwn(deeds, name) ? deeds[name] : undefined
  if (!deed) throw new Response(null, { status: 400 })
  const { given, refused } = await attempt(args, () => deed(entrance, field))
  if (refused) return answerRefused(refused, { deed: name })
  if (!('to' in given)) return Response.json({ ...given, deed: name })
  return redirect(given.to, { headers: settingCookies(given.cookie ? [given.cookie] : []) })
}

export default function Account() {
  const { account, done } = useLoaderData<typeof loader>()
  const tried = useActionData<typeof action>()
  const refusedIn = (name: string) => (tried?.deed === name ? tried.refused : undefined)
  return (
    <>
      <PageHead title={<FormattedMessage id="account.title" />} lede={<FormattedMessage id="account.lede" />} />
      {done && (
        <p role="status" className={style.said}>
          <FormattedMessage id={done} />
        </p>
      )}
      {tried?.recoveryCodes && <RecoveryCodes codes={tried.recoveryCodes} />}
      <dl>
        <Fact name="account.name">{account.name}</Fact>
        <Fact name="account.email">{account.email}</Fact>
      </dl>
      <PasswordPart refused={refusedIn('password')} />
      <SecondFactorPart account={account} refusedIn={refusedIn} />
      <OwnPasskeys passkeys={account.passkeys} />
      <Refused refused={refusedIn('name-passkey') ?? refusedIn('remove-passkey')} />
      <OwnSessions sessions={account.sessions} />
    </>
  )
}

type ShownAccount = SerializeFrom<typeof loader>['account']
type Refusal = Parameters<typeof Refused>[0]['refused']

function PasswordPart({ refused }: { refused: Refusal }) {
  return (
    <section aria-labelledby="password">
      <h2 id="password">
        <FormattedMessage id="account.password" />
      </h2>
      <EntryForm submit="account.password.change" deed="password" refused={refused}>
        <Field name="current" label="password.current" type="password" autoComplete="current-password" required />
        <NewPasswordFields />
      </EntryForm>
    </section>
  )
}

function SecondFactorPart(props: { account: ShownAccount; refusedIn: (deed: string) => Refusal }) {
  const { recoveryCodesLeft: left, isSecondFactorForced } = props.account
  return (
    <section aria-labelledby="second-factor">
      <h2 id="second-factor">
        <FormattedMessage id="second-factor.title" />
      </h2>
      {left === undefined ? (
        <p>
          <FormattedMessage id="account.second-factor.none" />{' '}
          <Link to="/account/second-factor?next=/account">
            <FormattedMessage id="account.second-factor.set-up" />
          </Link>
        </p>
      ) : (
        <>
          <p>
            <FormattedMessage id="account.second-factor.there" values={{ left }} />
          </p>
          <PasswordDeed deed="renew-codes" submit="account.recovery.renew" refused={props.refusedIn('renew-codes')} />
          <PasswordDeed
            deed="remove-factor"
            submit={isSecondFactorForced ? 'account.second-factor.replace' : 'account.second-factor.remove'}
            refused={props.refusedIn('remove-factor')}
          />
        </>
      )}
    </section>
  )
}

/** A deed for which the password is asked again. */
function PasswordDeed({ deed, submit, refused }: { deed: string; submit: MessageId; refused: Refusal }) {
  return (
    <EntryForm submit={submit} deed={deed} refused={refused} isMinor>
      <Field name="current" label="password.current" type="password" autoComplete="current-password" required />
    </EntryForm>
  )
}
