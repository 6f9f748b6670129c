import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { FormattedMessage } from 'react-intl'
import { act } from '../../server/caller.server.ts'
import { detour, nextPage } from '../../server/domain/sign-in/next-page.ts'
import { PageHead } from '../components/page-head.tsx'
import type { PageHandle } from '../page-handle.ts'
import { answerRefused, attempt, fieldsOf } from '../sign-in/attempt.server.ts'
import style from '../sign-in/entry-form.module.css'
import { EntryForm, Field } from '../sign-in/entry-form.tsx'
import { PasskeyButton } from '../sign-in/passkey-button.tsx'
import { RecoveryCodes } from '../sign-in/recovery-codes.tsx'

export const handle: PageHandle = {
  title: (intl) => intl.formatMessage({ id: 'second-factor.title' }),
}

/** What a signed-in person has to do for their second factor. It is the only page of whoever lacks one. */
export async function loader(args: LoaderFunctionArgs) {
  const { visitor, entrance } = args.context
  const next = nextPage(new URL(args.request.url).searchParams.get('next'))
  if (!visitor.signedIn) throw redirect(detour('/sign-in', '/account/second-factor'))
  return { next, ...(await act(args, () => entrance.nextStep())) }
}

/** Takes a code. Recovery codes are in this one answer and nowhere else. */
export async function action(args: ActionFunctionArgs) {
  const field = await fieldsOf(args.request)
  const next = nextPage(field('next'))
  const { given, refused } = await attempt(args, () => args.context.entrance.giveCode(field('code')))
  if (refused) return answerRefused(refused, { next })
  const headers = { 'Set-Cookie': given.cookie }
  const { recoveryCodes } = given
  return recoveryCodes.length > 0
    ? Response.json({ recoveryCodes, next }, { headers })
    : redirect(next ?? '/home', { headers })
}

export default function SecondFactor() {
  const shown = useLoaderData<typeof loader>()
  const tried = useActionData<typeof action>()
  const next = tried?.next ?? shown.next
  return (
    <>
      <PageHead
        title={<FormattedMessage id="second-factor.title" />}
        lede={<FormattedMessage id={tried?.recoveryCodes ? 'second-factor.done' : `second-factor.${shown.step}`} />}
      />
      {tried?.recoveryCodes ? (
        <RecoveryCodes codes={tried.recoveryCodes} />
      ) : (
        <>
          {'offer' in shown && <Offer offer={shown.offer} />}
          {shown.step === 'passkey' && (
            <PasskeyButton deed="show" label="sign-in.by-passkey" address={detour('/sign-in/passkey', next)} />
          )}
          {(shown.step === 'set-up' || shown.step === 'code') && <CodeForm next={next} refused={tried?.refused} />}
        </>
      )}
      {(tried?.recoveryCodes || shown.step === 'done') && (
        <p data-print="no">
          <Link to={next ?? '/home'} reloadDocument>
            <FormattedMessage id="second-factor.go-on" />
          </Link>
        </p>
      )}
    </>
  )
}

function CodeForm({
  next,
  refused,
}: {
  next: string | undefined
  refused: Parameters<typeof EntryForm>[0]['refused']
}) {
  return (
    <EntryForm submit="second-factor.confirm" refused={refused}>
      {next && <input type="hidden" name="next" value={next} />}
      <Field name="code" label="code.six" inputMode="numeric" autoComplete="one-time-code" maxLength={20} required />
    </EntryForm>
  )
}

interface OfferedPicture {
  typed: string
  uri: string
  picture: { size: number; path: string }
}

/** The secret, by picture and in letters. */
function Offer({ offer }: { offer: OfferedPicture }) {
  const { picture } = offer
  return (
    <>
      <ol>
        <li>
          <FormattedMessage id="second-factor.scan" />
        </li>
        <li>
          <FormattedMessage id="second-factor.type" />
        </li>
      </ol>
      <svg className={style.picture} viewBox={`0 0 ${picture.size} ${picture.size}`} aria-hidden="true">
        <path d={picture.path} />
      </svg>
      <p>
        <FormattedMessage id="second-factor.secret" />{' '}
        <a href={offer.uri} className={style.secret}>
          {offer.typed}
        </a>
      </p>
    </>
  )
}
