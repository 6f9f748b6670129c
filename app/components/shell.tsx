import { Link, NavLink, useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { keepingScope, menu, menuFor } from '../menu.ts'
import { usePageHandle } from '../page-handle.ts'
import { usePerson } from '../person.ts'
import { DisplayMenu } from './display-menu.tsx'
import { Icon } from './icon.tsx'
import { PersonMenu } from './person-menu.tsx'
import style from './shell.module.css'

/** The frame around every page: the bar, the rail, the standing notice, and the content. */
export function Shell({ children }: { children: ReactNode }) {
  return (
    <div className={style.shell}>
      <a className={style.skip} href="#content">
        <FormattedMessage id="shell.skip" />
      </a>
      <TopBar />
      <div className={style.rail} data-print="no">
        <Menu />
      </div>
      <div className={style.page}>
        <Standing />
        <main id="content" tabIndex={-1} className={style.content}>
          {children}
        </main>
      </div>
    </div>
  )
}

/** Says for as long as there is no sign-in as whom the reader reads. A notice, not an alarm. */
function Standing() {
  const intl = useIntl()
  if (usePerson()) return null
  return (
    <aside className={style.standing} data-print="no" aria-label={intl.formatMessage({ id: 'shell.standing-label' })}>
      <Icon name="info" />
      <FormattedMessage id="shell.standing" />
    </aside>
  )
}

function TopBar() {
  return (
    <header className={style.bar}>
      <details className={style.burger} data-print="no">
        <summary>
          <Icon name="menu" />
          <FormattedMessage id="shell.menu" />
        </summary>
        <div className={style.drawer}>
          <Menu />
        </div>
      </details>
      <Link to={usePerson()?.home ?? '/'} className={style.brand}>
        <FormattedMessage id="shell.product" />
      </Link>
      <div className={style.scope}>
        <Controls />
      </div>
      <div data-print="no">
        <DisplayMenu />
      </div>
      <div data-print="no">
        <PersonMenu />
      </div>
    </header>
  )
}

/** The controls of the page that is shown: its period, its region. */
function Controls() {
  const page = usePageHandle()
  return <>{page?.handle.controls?.(page.data)}</>
}

function Menu() {
  const intl = useIntl()
  const { search } = useLocation()
  const person = usePerson()
  const entries = person ? menuFor(person.may) : menu
  return (
    <nav aria-label={intl.formatMessage({ id: 'shell.main-menu' })} className={style.menu}>
      <ul>
        {entries.map((entry) => (
          <li key={entry.to}>
            <NavLink to={keepingScope(entry.to, search)} end={entry.to === '/'}>
              <FormattedMessage id={entry.words} />
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
