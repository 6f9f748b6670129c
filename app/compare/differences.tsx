import { Link } from '@remix-run/react'
import { FormattedMessage } from 'react-intl'
import type { Unit } from '../../server/domain/indicators/define.ts'
import type { Reading } from '../../server/domain/indicators/reading.ts'
import { FigureValue } from '../components/figure-value.tsx'
import type { MessageId } from '../messages/ids.ts'
import style from './compare.module.css'
import type { Outcome } from './outcome.ts'

export interface DifferencesProps {
  /** Why there are no control limits; undefined where there are. */
  noLimits?: MessageId
  /** How many facilities are held against each other. */
  count: number
  counts: Record<Outcome, number>
  outliers: { key: string; name: string; outcome: Outcome; figure: Reading['figure'] }[]
  unit: Unit
  linkTo: (facility: string) => string
}

/** How many outliers are named here; the others stand in the table. */
const mostNamed = 24

/** What may be said of the differences: outliers by name, everybody within the limits as one band. */
export function Differences({ noLimits, count, counts, outliers, unit, linkTo }: DifferencesProps) {
  const between = counts['above-95'] + counts['below-95']
  return (
    <section aria-labelledby="differences" className={style.section}>
      <h2 id="differences">
        <FormattedMessage id="compare.differences" />
      </h2>
      {noLimits ? (
        <p>
          <FormattedMessage id={noLimits} values={{ count }} />
        </p>
      ) : (
        <>
          {outliers.length > 0 && <Outliers outliers={outliers} unit={unit} linkTo={linkTo} />}
          {between > 0 && (
            <p>
              <FormattedMessage id="compare.between" values={{ count: between }} />
            </p>
          )}
          <p>
            <FormattedMessage id="compare.band" values={{ count: counts.within }} />
          </p>
          {counts.few > 0 && (
            <p>
              <FormattedMessage id="compare.few" values={{ count: counts.few }} />
            </p>
          )}
        </>
      )}
    </section>
  )
}

function Outliers({ outliers, unit, linkTo }: Pick<DifferencesProps, 'outliers' | 'unit' | 'linkTo'>) {
  return (
    <>
      <p>
        <FormattedMessage id="compare.outliers" />
      </p>
      <ul>
        {outliers.slice(0, mostNamed).map(({ key, name, outcome, figure }) => (
          <li key={key}>
            <Link to={linkTo(key)}>{name}</Link> <FigureValue figure={figure} unit={unit} />{' '}
            <FormattedMessage
              id="compare.outlier"
              values={{ direction: outcome === 'above-998' ? 'above' : 'below' }}
            />
          </li>
        ))}
        {outliers.length > mostNamed && (
          <li>
            <FormattedMessage id="compare.outliers.more" values={{ count: outliers.length - mostNamed }} />
          </li>
        )}
      </ul>
    </>
  )
}
