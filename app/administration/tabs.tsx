import { NavLink } from '@remix-run/react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { Permission } from '../../server/domain/access.ts'
import type { MessageId } from '../messages/ids.ts'
import { usePerson } from '../person.ts'
import style from './administration.module.css'

/** The pages of the administration, with what each needs. */
export const administrationPages: readonly { to: string; words: MessageId; needs: Permission }[] = [
  { to: '/administration/people', words: 'administration.people', needs: 'person.read' },
  { to: '/administration/sessions', words: 'administration.sessions', needs: 'session.read' },
  { to: '/administration/audit', words: 'administration.audit', needs: 'audit.read' },
  { to: '/administration/retention', words: 'administration.retention', needs: 'retention.read' },
  { to: '/administration/security', words: 'administration.security', needs: 'security.read' },
]

/** The way from one page of the administration to the others that are open to the reader. */
export function AdministrationTabs() {
  const intl = useIntl()
  const may = usePerson()?.may ?? []
  return (
    <nav aria-label={intl.formatMessage({ id: 'administration.pages' })} data-print="no">
      <ul className={style.tabs}>
        {administrationPages
          .filter(({ needs }) => may.includes(needs))
          .map(({ to, words }) => (
            <li key={to}>
              <NavLink to={to}>
                <FormattedMessage id={words} />
              </NavLink>
            </li>
          ))}
      </ul>
    </nav>
  )
}
