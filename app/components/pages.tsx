import { Link } from '@remix-run/react'
import { FormattedMessage, useIntl } from 'react-intl'
import { useSearchLink } from './filter-form.tsx'
import style from './pages.module.css'

/** Links from page to page of a long table, and to all of it on one. Nothing when there is one page only. */
export function Pages({ page, pages }: { page: number; pages: number }) {
  const intl = useIntl()
  const link = useSearchLink()
  if (pages === 1) return null
  return (
    <nav className={style.pages} aria-label={intl.formatMessage({ id: 'pages.label' })} data-print="no">
      {page > 1 && (
        <Link to={link('page', String(page - 1))}>
          <FormattedMessage id="pages.previous" />
        </Link>
      )}
      <FormattedMessage id="pages.here" values={{ page, pages }} />
      {page < pages && (
        <Link to={link('page', String(page + 1))}>
          <FormattedMessage id="pages.next" />
        </Link>
      )}
      <Link to={link('rows', 'all')}>
        <FormattedMessage id="pages.all" />
      </Link>
    </nav>
  )
}
