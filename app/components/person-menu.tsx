import { Link } from '@remix-run/react'
import { FormattedMessage } from 'react-intl'
import type { Person } from '../person.ts'
import menu from './display-menu.module.css'
import { Icon } from './icon.tsx'
import style from './person-menu.module.css'
import { PlaceName, RoleName } from './role-words.tsx'

/** Who is signed in and in which role, the change to another role, and the way out: forms, so that it works without scripts. */
export function PersonMenu({ person }: { person: Person }) {
  return (
    <details className={menu.display}>
      <summary>
        <Icon name="person" />
        <span className={style.who}>
          <span className={style.name}>{person.name}</span>
          {person.acting && (
            <span className={style.role}>
              <RoleName role={person.acting.role} />
            </span>
          )}
        </span>
      </summary>
      <div className={menu.panel}>
        <Facts person={person} />
        <Others person={person} />
        <Link to="/account" className={style.deed}>
          <FormattedMessage id="person.account" />
        </Link>
        {person.acting && (
          <Link to="/tour" className={style.deed}>
            <FormattedMessage id="tour.again" />
          </Link>
        )}
        <Link to="/account/record" className={style.deed}>
          <FormattedMessage id="person.record" />
        </Link>
        <form method="post" action="/sign-out">
          <button type="submit" className={style.deed}>
            <FormattedMessage id="person.sign-out" />
          </button>
        </form>
      </div>
    </details>
  )
}

function Facts({ person }: { person: Person }) {
  return (
    <section className={style.facts}>
      <strong>{person.name}</strong>
      {person.acting && (
        <>
          <span>
            <RoleName role={person.acting.role} />
          </span>
          <span>
            <PlaceName held={person.acting} />
          </span>
        </>
      )}
      <span className={style.body}>{person.bodyName}</span>
    </section>
  )
}

function Others({ person }: { person: Person }) {
  if (person.others.length === 0) return null
  return (
    <section>
      <h2>
        <FormattedMessage id="person.switch" />
      </h2>
      <RoleForms roles={person.others} />
    </section>
  )
}

/** One button a role: pressing it is the choice. */
export function RoleForms({ roles }: { roles: Person['others'] }) {
  return (
    <ul>
      {roles.map((held) => (
        <li key={held.assignmentId}>
          <form method="post" action="/role">
            <button type="submit" name="assignment" value={held.assignmentId} className={style.deed}>
              <RoleName role={held.role} />
              <span className={style.place}>
                <PlaceName held={held} />
              </span>
            </button>
          </form>
        </li>
      ))}
    </ul>
  )
}
