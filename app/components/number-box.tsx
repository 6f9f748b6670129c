import type { ReactNode } from 'react'
import { FormattedMessage } from 'react-intl'
import type { Unit } from '../../server/domain/indicators/define.ts'
import type { Reading } from '../../server/domain/indicators/reading.ts'
import type { SourceId } from '../../server/domain/sources/index.ts'
import { FigureParts, FigureValue, IntervalValue } from './figure-value.tsx'
import style from './number-box.module.css'
import { SourceTag } from './source-tag.tsx'
import { VerdictBadge } from './verdict-badge.tsx'

export interface NumberBoxProps {
  reading: Pick<Reading, 'figure' | 'verdict' | 'interval'> & Partial<Pick<Reading, 'grade'>>
  unit: Unit
  /** Name of the source of the threshold that gave the verdict. */
  sourceName?: string
  /** Everybody is counted, so the figure needs no interval, and that is said. */
  isComplete?: boolean
  /** What else is to be known of it: of how many facilities it speaks. */
  children?: ReactNode
}

/** One figure in full: the number, its two counts, its interval, its verdict and whose line it was held against. */
export function NumberBox({ reading, unit, sourceName, isComplete, children }: NumberBoxProps) {
  const { figure, interval, verdict } = reading
  return (
    <div className={style.number}>
      <p className={style.value}>
        <FigureValue figure={figure} unit={unit} withUnit />
      </p>
      {figure.state === 'counted' && figure.denominator !== null && (
        <p>
          <FigureParts {...figure} denominator={figure.denominator} unit={unit} />
        </p>
      )}
      {interval && (
        <p>
          <IntervalValue interval={interval} unit={unit} />
        </p>
      )}
      {figure.state === 'counted' && reading.grade === 'mixed' && (
        <p>
          <FormattedMessage id="explain.mixed" />
        </p>
      )}
      {figure.state === 'counted' && !interval && isComplete && (
        <p>
          <FormattedMessage id="explain.interval.none" />
        </p>
      )}
      {children}
      <VerdictBadge verdict={verdict} />
      {'threshold' in verdict && (
        <p className={style.source}>
          <FormattedMessage id="explain.whose" />{' '}
          <SourceTag
            source={verdict.threshold.source as SourceId}
            name={sourceName}
            localTolerance={verdict.threshold.localTolerance}
          />
        </p>
      )}
      {'withinChance' in verdict && verdict.withinChance && (
        <p>
          <FormattedMessage id="explain.within-chance" />
        </p>
      )}
    </div>
  )
}
