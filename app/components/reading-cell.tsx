import { Link } from '@remix-run/react'
import { FormattedMessage } from 'react-intl'
import type { Unit } from '../../server/domain/indicators/define.ts'
import type { Reading } from '../../server/domain/indicators/reading.ts'
import { FigureValue } from './figure-value.tsx'
import { Icon } from './icon.tsx'
import style from './reading-cell.module.css'
import { toneOf, verdictWord } from './verdict-badge.tsx'

export interface ReadingCellProps {
  reading: Pick<Reading, 'figure' | 'verdict'>
  unit: Unit
  /** Where the figure opens to what it is made of. */
  to?: string
}

/** A figure with its verdict in the room of a table cell: value, icon, and the verdict's word for who does not see the icon. */
export function ReadingCell({ reading, unit, to }: ReadingCellProps) {
  const { figure, verdict } = reading
  const content = <FigureValue figure={figure} unit={unit} />
  const isJudged = verdict.verdict !== 'not-assessed' || verdict.why === 'too-few'
  return (
    <span className={style.cell} data-tone={toneOf(verdict)}>
      {to ? (
        <Link to={to} className={style.link}>
          {content}
        </Link>
      ) : (
        content
      )}
      {isJudged && (
        <span className={style.verdict}>
          <Icon name={toneOf(verdict)} />
          <span className="visually-hidden">
            <FormattedMessage id={verdictWord(verdict)} />
          </span>
        </span>
      )}
    </span>
  )
}
