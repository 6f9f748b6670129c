import { FormattedMessage } from 'react-intl'
import type { HeldRole } from '../../server/domain/visitor.ts'
import { PlaceName, RoleName } from '../components/role-words.tsx'
import style from './choices.module.css'

/** An account as the list offers it. */
export interface OfferedAccount {
  personId: string
  name: string
  body: { id: string; name: string }
  held: readonly HeldRole[]
}

/** The accounts of a demonstration, body by body: role, place and name, and one click to enter. */
export function DemonstrationAccounts({ accounts, next }: { accounts: readonly OfferedAccount[]; next?: string }) {
  const bodies = [...new Map(accounts.map((one) => [one.body.id, one.body])).values()]
  return (
    <section aria-labelledby="demonstration">
      <h2 id="demonstration">
        <FormattedMessage id="demonstration.title" />
      </h2>
      <p>
        <FormattedMessage id="demonstration.note" />
      </p>
      {bodies.map((body) => (
        <section key={body.id} aria-labelledby={`body-${body.id}`}>
          <h3 id={`body-${body.id}`}>{body.name}</h3>
          <ul className={style.choices}>
            {accounts
              .filter((one) => one.body.id === body.id)
              .map((account) => (
                <li key={account.personId}>
                  <Entry account={account} next={next} />
                </li>
              ))}
          </ul>
        </section>
      ))}
    </section>
  )
}

function Entry({ account, next }: { account: OfferedAccount; next: string | undefined }) {
  return (
    <form method="post" action="/sign-in">
      <input type="hidden" name="way" value="demonstration" />
      {next && <input type="hidden" name="next" value={next} />}
      <button type="submit" name="person" value={account.personId} className={style.choice}>
        {account.held.map((held) => (
          <span key={held.assignmentId} className={style.held}>
            <strong>
              <RoleName role={held.role} />
            </strong>
            <span>
              <PlaceName held={held} />
            </span>
          </span>
        ))}
        <span className={style.name}>{account.name}</span>
      </button>
    </form>
  )
}
