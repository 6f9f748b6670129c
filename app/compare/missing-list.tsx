import { Link } from '@remix-run/react'
import { FormattedMessage } from 'react-intl'
import type { Reading } from '../../server/domain/indicators/reading.ts'
import { AbsentValue } from '../components/figure-value.tsx'
import style from './compare.module.css'

export interface MissingListProps {
  missing: { key: string; name: string; figure: Reading['figure'] }[]
  month: string
  linkTo: (facility: string) => string
}

/** The facilities of which nothing is known in the month, each with the reason: never dropped, never nought. */
export function MissingList({ missing, month, linkTo }: MissingListProps) {
  return (
    <section aria-labelledby="missing" className={style.section}>
      <h2 id="missing">
        <FormattedMessage id="compare.missing" />
      </h2>
      <p>
        {missing.length === 0 ? (
          <FormattedMessage id="compare.missing.none" />
        ) : (
          <FormattedMessage id="compare.missing.lede" values={{ count: missing.length, month }} />
        )}
      </p>
      <ul>
        {missing.map(({ key, name, figure }) => (
          <li key={key}>
            <Link to={linkTo(key)}>{name}</Link> {figure.state !== 'counted' && <AbsentValue value={figure} />}
          </li>
        ))}
      </ul>
    </section>
  )
}
