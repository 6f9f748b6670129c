import type { Api } from '../server/caller.server.ts'
import { type GivenDatum, lineChart } from '../server/domain/charts/line-chart.ts'
import type { DatedEvent, LimitLine, LineChart } from '../server/domain/charts/spec.ts'
import type { Threshold } from '../server/domain/indicators/define.ts'
import type { Reading } from '../server/domain/indicators/reading.ts'
import type { Month } from '../server/domain/period.ts'
import { sourceKind } from '../server/domain/sources/index.ts'
import type { Figure } from '../server/domain/value.ts'
import { ruleParts } from './components/source-tag.tsx'
import type { Reader } from './reader.server.ts'
import { seriesFinding } from './series-finding.server.ts'

type Facts = Awaited<ReturnType<Api['indicators']['get']>>

/** An indicator over months as a chart: missing months are gaps, every line says whose it is, `events` stand over their months. */
export function seriesChart(
  definition: Facts,
  months: readonly Month[],
  readings: readonly Reading[],
  name: string,
  reader: Reader,
  events: DatedEvent[] = [],
): LineChart {
  const { intl, format, words } = reader
  const title = words.indicator(definition.id)?.title ?? definition.id
  const write = (value: number) => format.figure(value, definition.unit)
  const finding = seriesFinding(months, readings, definition.unit, reader)
  return lineChart({
    id: `series-${definition.id}`,
    title: finding
      ? intl.formatMessage({ id: 'chart.series.titled' }, { title, name, finding })
      : intl.formatMessage({ id: 'chart.series.title' }, { title, name }),
    summary: summaryOf(months, readings, definition, reader),
    direction: reader.direction,
    periods: months.map((month) => ({ id: month, label: format.monthShort(month), year: month.slice(0, 4) })),
    y: intl.formatMessage({ id: `unit.${definition.unit}` }, { count: 2 }),
    format: write,
    series: [{ id: definition.id, name, role: 'main', data: readings.map((reading) => datum(reading, reader)) }],
    limits: limitLines(definition.thresholds, definition.unit, reader),
    events,
    words: {
      period: intl.formatMessage({ id: 'period.label' }),
      events: intl.formatMessage({ id: 'event.kind' }),
      interval: (low, high) => intl.formatMessage({ id: 'figure.interval' }, { low, high }),
    },
  })
}

function datum({ figure, interval }: Reading, { intl }: Reader): GivenDatum {
  if (figure.state === 'counted')
    return { value: figure.value, ...(interval && { low: interval.low, high: interval.high }) }
  return { none: absentWords(figure, intl) }
}

/** The words for a figure that is not there, as one text. */
export function absentWords(figure: Exclude<Figure, { state: 'counted' }>, intl: Reader['intl']): string {
  if (figure.state !== 'missing') return intl.formatMessage({ id: `figure.${figure.state}` })
  return intl.formatMessage({ id: `figure.missing.${figure.reason}` })
}

function summaryOf(
  months: readonly Month[],
  readings: readonly Reading[],
  definition: Facts,
  { intl, format }: Reader,
): string {
  const known = readings.flatMap(({ figure }, at) =>
    figure.state === 'counted' ? [{ month: months[at], value: figure.value }] : [],
  )
  const [first, last] = [known[0], known.at(-1)]
  if (!first?.month || !last?.month) return intl.formatMessage({ id: 'chart.series.nothing' })
  return intl.formatMessage(
    { id: 'chart.series.summary' },
    {
      from: format.month(first.month),
      to: format.month(last.month),
      first: format.figure(first.value, definition.unit),
      last: format.figure(last.value, definition.unit),
      missing: readings.length - known.length,
    },
  )
}

const levels: Partial<Record<Threshold['level'], LimitLine['level']>> = {
  within: 'target',
  serious: 'limit',
  critical: 'limit',
  breach: 'breach',
  reference: 'reference',
  aspiration: 'reference',
}

/** The thresholds of an indicator as lines of a chart, each named with whose it is. */
export function limitLines(thresholds: readonly Threshold[], unit: Facts['unit'], reader: Reader): LimitLine[] {
  return thresholds.flatMap((threshold) => {
    const at = threshold.atMost ?? threshold.atLeast ?? threshold.above ?? threshold.below
    const level = levels[threshold.level]
    if (at === undefined || level === undefined) return []
    const name = reader.intl.formatMessage(
      { id: `chart.limit.${threshold.level as 'within' | 'serious'}` },
      { at: reader.format.figure(at, unit), source: sourceText(threshold.source, reader) },
    )
    return [{ at, name, level }]
  })
}

/** Whose a figure is, as one text: the kind first, so that a local default never reads as a standard. */
export function sourceText(source: Threshold['source'], { intl, words }: Reader): string {
  const rule = ruleParts(source)
  if (rule) return intl.formatMessage({ id: `rule.${rule.family}` }, { number: rule.number })
  const kind = intl.formatMessage({ id: `source.${sourceKind(source)}` })
  return sourceKind(source) === 'local-default' ? kind : `${kind}: ${words.source(source) ?? source}`
}
