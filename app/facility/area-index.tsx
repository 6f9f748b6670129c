import { FormattedMessage } from 'react-intl'
import { areaCounts } from '../../server/domain/indicators/area-counts.ts'
import style from './area-panel.module.css'
import type { Panel } from './indicator-panels.server.ts'

/** All areas that a facility has said something of, with what asks for an answer in each: one line instead of a long way down. */
export function AreaIndex({ panels }: { panels: readonly Panel[] }) {
  return (
    <nav aria-labelledby="areas" className={style.index}>
      <h2 id="areas">
        <FormattedMessage id="facility.areas" />
      </h2>
      <ul>
        {panels.map(({ area, rows }) => (
          <li key={area}>
            <a href={`#${area}`}>
              <FormattedMessage id={`area.${area}`} />
            </a>{' '}
            <span className={style.count}>
              <FormattedMessage id="facility.area.counts" values={{ ...areaCounts(rows) }} />
            </span>
          </li>
        ))}
      </ul>
    </nav>
  )
}
