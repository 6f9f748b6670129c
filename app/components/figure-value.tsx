import { FormattedMessage, useIntl } from 'react-intl'
import type { Unit } from '../../server/domain/indicators/define.ts'
import { arithmeticOf } from '../../server/domain/indicators/quotient.ts'
import { perOf } from '../../server/domain/indicators/unit.ts'
import type { Figure, Value } from '../../server/domain/value.ts'
import { isPercent, useFormat } from '../format.ts'
import style from './figure-value.module.css'

type Absent = Exclude<Figure, { state: 'counted' }>

export interface FigureValueProps {
  figure: Figure | Value
  unit: Unit
  /** Adds the unit in words ("hours a day"); a percent sign is always there. */
  withUnit?: boolean
  /** Adds "n of N" under a figure that has both. */
  withParts?: boolean
  /** The name of a measure, for a figure that is missing because one of its parts is. */
  nameOf?: (measure: string) => string
}

/** A figure, or the words for why there is none. Nought is a figure; missing never looks like one. */
export function FigureValue({ figure, unit, withUnit, withParts, nameOf }: FigureValueProps) {
  const format = useFormat()
  if (figure.state !== 'counted') return <AbsentValue value={figure} nameOf={nameOf} />
  return (
    <span className={style.figure}>
      <span className={style.number}>{format.figure(figure.value, unit)}</span>
      {withUnit && !isPercent(unit) && (
        <span className={style.unit}>
          {' '}
          <FormattedMessage id={`unit.${unit}`} values={{ count: figure.value }} />
        </span>
      )}
      {withParts && 'denominator' in figure && figure.denominator !== null && (
        <span className={style.parts}>
          <FigureParts {...figure} denominator={figure.denominator} unit={unit} />
        </span>
      )}
    </span>
  )
}

/**
 * The two counts behind a figure: "379 of 4,458". Behind a middle of many the number of cases, for it is no part of them; people
 * for each toilet or hours for each person are divided and no part either ("534 ÷ 68"); events lie in person-days ("14 in 14,730").
 */
export function FigureParts(props: { value: number; numerator: number; denominator: number; unit: Unit }) {
  const { numerator, denominator, unit } = props
  const format = useFormat()
  if (arithmeticOf({ ...props, state: 'counted' }, unit) === 'middle')
    return <FormattedMessage id="figure.cases" values={{ count: denominator }} />
  const isPart = isPercent(unit)
  // What is divided may be a sum of hours: beyond a thousand nobody reads its tenths.
  const count = (value: number) => format.number(value, isPart || value < 1000 ? 1 : 0)
  const id = isPart ? 'figure.parts' : perOf({ unit }) === 1 ? 'figure.parts.divided' : 'figure.parts.events'
  return <FormattedMessage id={id} values={{ numerator: count(numerator), denominator: count(denominator) }} />
}

/** The words for a value that is not there, with the reason under them. */
export function AbsentValue({ value, nameOf }: { value: Absent; nameOf?: FigureValueProps['nameOf'] }) {
  const intl = useIntl()
  return (
    <span className={style.absent} data-state={value.state}>
      <span>
        <FormattedMessage id={`figure.${value.state}`} />
      </span>
      {value.state === 'missing' && (
        <span className={style.why}>
          <MissingReasonWords reason={value.reason} of={value.of && nameOf?.(value.of)} />
        </span>
      )}
      {value.state === 'suppressed' && (
        <span className={style.why}>{intl.formatMessage({ id: 'figure.suppressed.why' })}</span>
      )}
    </span>
  )
}

function MissingReasonWords({ reason, of }: { reason: Extract<Absent, { state: 'missing' }>['reason']; of?: string }) {
  const intl = useIntl()
  const words = intl.formatMessage({ id: `figure.missing.${reason}` })
  return <>{of ? intl.formatMessage({ id: 'figure.missing.of' }, { reason: words, of }) : words}</>
}

/** The 95 % interval of a figure, in its unit; `isNamed` where the head of its column already says what it is. */
export function IntervalValue(props: { interval: { low: number; high: number }; unit: Unit; isNamed?: boolean }) {
  const { interval, unit, isNamed } = props
  const format = useFormat()
  const values = { low: format.figure(interval.low, unit), high: format.figure(interval.high, unit) }
  const range = (
    <span className={style.together}>
      <FormattedMessage id="figure.range" values={values} />
    </span>
  )
  return (
    <span className={style.interval}>
      {isNamed ? range : <FormattedMessage id="figure.interval.of" values={{ range }} />}
    </span>
  )
}
