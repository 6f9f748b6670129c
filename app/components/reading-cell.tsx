import { Link } from '@remix-run/react'
import { FormattedMessage } from 'react-intl'
import type { Unit } from '../../server/domain/indicators/define.ts'
import type { Verdict } from '../../server/domain/indicators/verdict.ts'
import type { Value } from '../../server/domain/value.ts'
import { FigureValue } from './figure-value.tsx'
import { Icon } from './icon.tsx'
import style from './reading-cell.module.css'
import { toneOf, verdictWord } from './verdict-badge.tsx'

/** What a cell shows of a reading. */
export interface ShownReading {
  figure: Value
  verdict: Verdict
}

export interface ReadingCellProps {
  reading: ShownReading
  unit: Unit
  /** Where the figure opens to what it is made of. */
  to?: string
  /** -1 where the cell itself is what the keyboard comes to. */
  tabIndex?: -1
}

/** A figure with its verdict in the room of a table cell: value, icon, and the verdict's word for who does not see the icon. */
export function ReadingCell({ reading, unit, to, tabIndex }: ReadingCellProps) {
  const { figure, verdict } = reading
  const content = <FigureValue figure={figure} unit={unit} />
  const isJudged = verdict.verdict !== 'not-assessed' || verdict.why === 'too-few'
  return (
    <span className={style.cell} data-tone={toneOf(verdict)}>
      {to ? (
        <Link to={to} className={style.link} tabIndex={tabIndex}>
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
