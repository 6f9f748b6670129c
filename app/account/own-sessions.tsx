import { Button } from '@mantine/core'
import { FormattedMessage } from 'react-intl'
import { ClientAddress } from '../components/client-address.tsx'
import { Moment } from '../components/moment.tsx'
import style from '../sign-in/entry-form.module.css'
import { browserName } from './browser-name.ts'

/** A session as its owner looks at it. */
export interface OwnSession {
  id: string
  createdAt: string
  seenAt: string
  address: string | null
  agent: string | null
  isThis: boolean
}

/** Where one is signed in, each with the button that ends it, and one button that ends all. */
export function OwnSessions({ sessions }: { sessions: readonly OwnSession[] }) {
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">
        <FormattedMessage id="account.sessions" />
      </h2>
      <p>
        <FormattedMessage id="account.sessions.note" />
      </p>
      <ul className={style.list}>
        {sessions.map((session) => (
          <li key={session.id}>
            <Session session={session} />
          </li>
        ))}
      </ul>
      <form method="post">
        <input type="hidden" name="deed" value="sign-out-everywhere" />
        <Button type="submit" variant="default">
          <FormattedMessage id="account.sign-out-everywhere" />
        </Button>
      </form>
    </section>
  )
}

function Session({ session: { id, createdAt, seenAt, address, agent, isThis } }: { session: OwnSession }) {
  return (
    <>
      <strong>
        {browserName(agent) ?? <FormattedMessage id="account.session.unknown" />}
        {isThis && (
          <>
            {' '}
            <FormattedMessage id="account.session.this" />
          </>
        )}
      </strong>
      <span className={style.facts}>
        <FormattedMessage
          id="account.session.facts"
          values={{
            began: <Moment at={createdAt} />,
            seen: <Moment at={seenAt} />,
            address: <ClientAddress address={address} />,
          }}
        />
      </span>
      {!isThis && (
        <form method="post">
          <input type="hidden" name="deed" value="end-session" />
          <Button type="submit" variant="default" size="sm" name="id" value={id}>
            <FormattedMessage id="account.session.end" />
          </Button>
        </form>
      )}
    </>
  )
}
