import type { Unit } from '../server/domain/indicators/define.ts'
import type { Reading } from '../server/domain/indicators/reading.ts'
import type { Month } from '../server/domain/period.ts'
import type { Reader } from './reader.server.ts'

/**
 * What a line over months shows, in one phrase: the latest figure, and in how many months it was beyond a hard limit or outside
 * the target; of what has no target, between which figures it moved. It says of no move that it is one: that is the control
 * chart's to test. Undefined where no month has a figure.
 */
export function seriesFinding(
  months: readonly Month[],
  readings: readonly Reading[],
  unit: Unit,
  { intl, format }: Reader,
): string | undefined {
  const known = readings.flatMap(({ figure, verdict }, at) =>
    figure.state === 'counted' ? [{ month: months[at]!, value: figure.value, verdict }] : [],
  )
  const last = known.at(-1)
  if (!last) return undefined
  const write = (value: number) => format.figure(value, unit)
  const values = known.map(({ value }) => value)
  const count = (isCounted: (verdict: Reading['verdict']) => boolean) =>
    known.filter(({ verdict }) => isCounted(verdict)).length
  const judged = count(({ verdict }) => verdict !== 'not-assessed')
  return intl.formatMessage(
    { id: 'chart.series.finding' },
    {
      value: write(last.value),
      month: format.month(last.month),
      kind: known.length === 1 ? 'one' : count(isBreach) > 0 ? 'breach' : judged > 0 ? 'judged' : 'range',
      breaches: count(isBreach),
      outside: count((verdict) => verdict.verdict === 'concern' && !verdict.withinChance),
      perhaps: count((verdict) => verdict.verdict === 'concern' && verdict.withinChance),
      judged,
      months: known.length,
      low: write(Math.min(...values)),
      high: write(Math.max(...values)),
    },
  )
}

const isBreach = ({ verdict }: Reading['verdict']) => verdict === 'breach'
