import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useIntl } from 'react-intl'
import style from './page-head.module.css'

export interface Crumb {
  to: string
  label: string
}

/** The head of a page: where it stands, its name, one sentence of what it tells, and its controls. */
export function PageHead(props: {
  title: ReactNode
  lede?: ReactNode
  crumbs?: readonly Crumb[]
  children?: ReactNode
}) {
  return (
    <header className={style.head}>
      {props.crumbs && <Breadcrumbs crumbs={props.crumbs} />}
      <h1>
        <bdi>{props.title}</bdi>
      </h1>
      {props.lede && <p className={style.lede}>{props.lede}</p>}
      {props.children && <div className={style.controls}>{props.children}</div>}
    </header>
  )
}

function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const intl = useIntl()
  return (
    <nav aria-label={intl.formatMessage({ id: 'shell.breadcrumbs' })} className={style.crumbs}>
      <ol>
        {crumbs.map((crumb) => (
          <li key={crumb.to}>
            <Link to={crumb.to}>{crumb.label}</Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}
