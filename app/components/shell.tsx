import { Link, useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { FinderButton } from '../finder/finder-button.tsx'
import { isOfEntry, keepingScope, menuFor } from '../menu.ts'
import { usePageHandle } from '../page-handle.ts'
import { type Person, usePerson } from '../person.ts'
import { TourBar } from '../tour/tour-bar.tsx'
import { ViewMenu } from '../views/view-menu.tsx'
import { BeingMadeNotice } from './being-made.tsx'
import { DisplayMenu } from './display-menu.tsx'
import { Icon } from './icon.tsx'
import { PersonMenu } from './person-menu.tsx'
import style from './shell.module.css'

/** The frame around every page: the bar, the rail for whoever has signed in, and the content. */
export function Shell({ children }: { children: ReactNode }) {
  const person = usePerson()
  return (
    <div className={person ? style.shell : `${style.shell} ${style.bare}`}>
      <a className={style.skip} href="#content">
        <FormattedMessage id="shell.skip" />
      </a>
      <TopBar person={person} />
      {person && (
        <div className={style.rail} data-print="no">
          <div>
            <Menu person={person} />
            {person.may.includes('account.keep') && <ViewMenu />}
          </div>
        </div>
      )}
      <div className={style.page}>
        {person && <TourBar person={person} />}
        <main id="content" tabIndex={-1} className={style.content}>
          <BeingMadeNotice />
          {children}
        </main>
      </div>
    </div>
  )
}

function TopBar({ person }: { person: Person | undefined }) {
  return (
    <header className={style.bar}>
      {person && (
        <details className={style.burger} data-print="no">
          <summary>
            <Icon name="menu" />
            <FormattedMessage id="shell.menu" />
          </summary>
          <div className={style.drawer}>
            <Menu person={person} />
            {person.may.includes('account.keep') && <ViewMenu />}
          </div>
        </details>
      )}
      <Link to={person?.home ?? '/'} className={style.brand}>
        <FormattedMessage id="shell.product" />
      </Link>
      <div className={style.scope}>
        <Controls />
      </div>
      {person && (
        <div data-print="no">
          <FinderButton />
        </div>
      )}
      <div data-print="no">
        <DisplayMenu />
      </div>
      <div data-print="no">{person && <PersonMenu person={person} />}</div>
    </header>
  )
}

/** The controls of the page that is shown: its period, its region. */
function Controls() {
  const page = usePageHandle()
  return <>{page?.handle.controls?.(page.data)}</>
}

function Menu({ person }: { person: Person }) {
  const intl = useIntl()
  const { pathname, search } = useLocation()
  return (
    <nav aria-label={intl.formatMessage({ id: 'shell.main-menu' })} className={style.menu}>
      <ul>
        {menuFor(person.may).map((entry) => (
          <li key={entry.to}>
            <Link to={keepingScope(entry.to, search)} aria-current={isOfEntry(entry, pathname) ? 'page' : undefined}>
              <FormattedMessage id={entry.words} />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
