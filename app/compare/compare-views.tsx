import { Link } from '@remix-run/react'
import { FormattedMessage, useIntl } from 'react-intl'
import style from './compare.module.css'

const views = { facilities: '/compare', two: '/compare/two', equity: '/compare/equity' } as const
export type CompareView = keyof typeof views

export interface CompareViewsProps {
  current: CompareView
  indicator: string
  /** Whether groups of people can be held against each other by the indicator; where not, that view begins with its usual one. */
  hasGroups: boolean
  /** Month and region, which go along. */
  query: string
}

/** The ways of comparing: facilities by one indicator, by two, and groups of people. Month and region go along, and the indicator. */
export function CompareViews({ current, indicator, hasGroups, query }: CompareViewsProps) {
  const intl = useIntl()
  const linkTo = (view: CompareView) =>
    `${views[view]}?${view === 'equity' && !hasGroups ? '' : `${new URLSearchParams({ indicator })}&`}${query}`
  return (
    <nav aria-label={intl.formatMessage({ id: 'compare.views' })} data-print="no">
      <ul className={style.views}>
        {(Object.keys(views) as CompareView[]).map((view) => (
          <li key={view}>
            <Link to={linkTo(view)} aria-current={view === current ? 'page' : undefined}>
              <FormattedMessage id={`compare.view.${view}`} />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
