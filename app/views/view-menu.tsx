import { Link, useFetcher, useLocation } from '@remix-run/react'
import { FormattedMessage, useIntl } from 'react-intl'
import { keptPath } from '../../server/domain/saved-views.ts'
import type { loader } from '../routes/views.tsx'
import { KeepForm } from './keep-form.tsx'
import style from './view-menu.module.css'

/** The views that a person keeps, fetched when somebody opens the list, and the way to keep the page that is shown. */
export function ViewMenu() {
  const intl = useIntl()
  const { pathname, search } = useLocation()
  const { load, data } = useFetcher<typeof loader>()
  const path = keptPath(pathname + search)
  return (
    <details className={style.menu} onToggle={({ currentTarget }) => currentTarget.open && load('/views')}>
      <summary>
        <FormattedMessage id="view.title" />
      </summary>
      <nav aria-label={intl.formatMessage({ id: 'view.title' })}>
        {data && data.views.length > 0 && (
          <ul>
            {data.views.map((view) => (
              <li key={view.id}>
                <Link to={view.path}>{view.name}</Link>
              </li>
            ))}
          </ul>
        )}
        <Link to="/views">
          <FormattedMessage id="view.all" />
        </Link>
      </nav>
      {path === undefined ? (
        <p className={style.none}>
          <FormattedMessage id="view.not-here" />
        </p>
      ) : (
        <KeepForm key={path} path={path} />
      )}
    </details>
  )
}
