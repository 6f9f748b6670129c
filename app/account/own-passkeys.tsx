import { Button } from '@mantine/core'
import { useRef } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { Moment } from '../components/moment.tsx'
import style from '../sign-in/entry-form.module.css'
import { Field } from '../sign-in/entry-form.tsx'
import { PasskeyButton } from '../sign-in/passkey-button.tsx'

/** A passkey as its owner looks at it. */
export interface OwnPasskey {
  id: string
  name: string | null
  createdAt: string | null
}

/** One's passkeys: each with its name, which can be changed, and the button that takes it away. */
export function OwnPasskeys({ passkeys }: { passkeys: readonly OwnPasskey[] }) {
  const naming = useRef<HTMLDivElement>(null)
  const name = () => naming.current?.querySelector('input')?.value ?? ''
  return (
    <section aria-labelledby="passkeys">
      <h2 id="passkeys">
        <FormattedMessage id="account.passkeys" />
      </h2>
      <p>
        <FormattedMessage id="account.passkeys.note" />
      </p>
      <ul className={style.list}>
        {passkeys.map((passkey) => (
          <li key={passkey.id}>
            <Passkey passkey={passkey} />
          </li>
        ))}
      </ul>
      <div ref={naming} className={style.row}>
        <Field name="new-passkey" label="account.passkey.new-name" maxLength={60} autoComplete="off" />
        <PasskeyButton
          deed="make"
          label="account.passkey.add"
          address="/account/passkeys"
          extra={() => ({ name: name() })}
        />
      </div>
    </section>
  )
}

function Passkey({ passkey: { id, name, createdAt } }: { passkey: OwnPasskey }) {
  const intl = useIntl()
  const shown = name ?? intl.formatMessage({ id: 'account.passkey.unnamed' })
  return (
    <>
      {createdAt && (
        <span className={style.facts}>
          <FormattedMessage id="account.passkey.added" values={{ on: <Moment at={createdAt} /> }} />
        </span>
      )}
      <div className={style.row}>
        <form method="post" className={style.row}>
          <input type="hidden" name="deed" value="name-passkey" />
          <input type="hidden" name="id" value={id} />
          <Field
            name="name"
            label="account.passkey.name"
            defaultValue={shown}
            maxLength={60}
            autoComplete="off"
            required
          />
          <Button type="submit" variant="default">
            <FormattedMessage id="account.passkey.rename" />
          </Button>
        </form>
        <form method="post">
          <input type="hidden" name="deed" value="remove-passkey" />
          <Button
            type="submit"
            variant="default"
            name="id"
            value={id}
            aria-label={intl.formatMessage({ id: 'account.passkey.remove-named' }, { name: shown })}
          >
            <FormattedMessage id="account.passkey.remove" />
          </Button>
        </form>
      </div>
    </>
  )
}
