import { funnelChart } from '../../server/domain/charts/funnel-chart.ts'
import { rowChart } from '../../server/domain/charts/row-chart.ts'
import type { FunnelChart, FunnelMark, RowChart } from '../../server/domain/charts/spec.ts'
import type { Reader } from '../reader.server.ts'
import { limitLines } from '../series-chart.server.ts'
import type { ComparedFacility, Comparison } from './comparison.server.ts'
import { comparedPlace } from './peers.server.ts'

const marks = ['within', 'above-95', 'above-998', 'below-95', 'below-998', 'few', 'no-limits'] as const

/** All facilities by size with the limits of chance; undefined where the figures have no such limits. */
export function funnelOf(comparison: Comparison, reader: Reader): FunnelChart | undefined {
  const { facts, rows, funnel, per, scope, peers } = comparison
  if (funnel.state !== 'limits') return undefined
  const { intl, format, words } = reader
  const title = words.indicator(facts.id)?.title ?? facts.id
  const when = { title, place: comparedPlace(scope, peers, reader), month: format.month(scope.month) }
  const write = (value: number) => format.figure(value, facts.unit)
  return funnelChart({
    id: 'funnel',
    title: intl.formatMessage({ id: 'compare.funnel' }, when),
    summary: intl.formatMessage({ id: 'compare.funnel.summary' }, { count: funnel.verdicts.length }),
    note: noteOf(comparison, reader),
    direction: reader.direction,
    places: rows.flatMap(({ key, name, reading: { figure } }) =>
      figure.state === 'counted' && figure.denominator !== null
        ? [{ id: key, name, numerator: figure.numerator, denominator: figure.denominator }]
        : [],
    ),
    funnel,
    per,
    x: intl.formatMessage({ id: 'compare.size' }),
    y: intl.formatMessage({ id: `unit.${facts.unit}` }, { count: 2 }),
    formatSize: (value) => format.number(value, 0),
    format: write,
    words: {
      place: intl.formatMessage({ id: 'facility.facility' }),
      outcome: intl.formatMessage({ id: 'compare.outcome' }),
      target: intl.formatMessage({ id: 'compare.target' }, { value: write(funnel.target * per) }),
      limits: { '95': format.percent(95, 0), '998': format.percent(99.8) },
      marks: outcomeWords(reader),
    },
  })
}

/** Each mark of the funnel in words. */
function outcomeWords({ intl }: Reader): Record<FunnelMark, string> {
  const said = marks.map((mark) => [mark, intl.formatMessage({ id: `compare.outcome.${mark}` })])
  return Object.fromEntries(said) as Record<FunnelMark, string>
}

/** What size means here, and by how much the limits were widened because facilities differ more than chance. */
function noteOf({ facts, funnel }: Comparison, { intl, format, words }: Reader): string {
  const size = intl.formatMessage({ id: 'compare.size.note' }, { denominator: words.indicator(facts.id)?.denominator })
  if (funnel.state !== 'limits' || funnel.overDispersion <= 1) return size
  const factor = format.number(Math.sqrt(funnel.overDispersion))
  return `${size} ${intl.formatMessage({ id: 'compare.widened' }, { factor })}`
}

/** The facilities of one page of the table, each with its figure and interval, held against the thresholds. */
export function dotPlotOf(comparison: Comparison, shown: readonly ComparedFacility[], reader: Reader): RowChart {
  const { facts, rows, scope, peers } = comparison
  const { intl, format, words } = reader
  const title = words.indicator(facts.id)?.title ?? facts.id
  // Whatever the order of the table, the plot keeps the order of the register.
  const inRegister = rows.filter((row) => shown.includes(row))
  const known = inRegister.filter((row) => row.reading.figure.state === 'counted')
  return rowChart({
    id: 'dots',
    kind: 'dot-interval',
    title: intl.formatMessage(
      { id: 'compare.dots' },
      { title, place: comparedPlace(scope, peers, reader), month: format.month(scope.month) },
    ),
    summary: intl.formatMessage({ id: 'compare.dots.summary' }, { count: known.length }),
    note: intl.formatMessage({ id: 'compare.dots.note' }, { shown: known.length, total: rows.length }),
    direction: reader.direction,
    x: intl.formatMessage({ id: `unit.${facts.unit}` }, { count: 2 }),
    format: (value) => format.figure(value, facts.unit),
    limits: limitLines(facts.thresholds, facts.unit, reader),
    rows: known.flatMap(({ key, name, reading: { figure, interval } }) =>
      figure.state === 'counted' ? [{ id: key, name, value: figure.value, ...interval }] : [],
    ),
    words: {
      row: intl.formatMessage({ id: 'facility.facility' }),
      interval: (low, high) => intl.formatMessage({ id: 'figure.interval' }, { low, high }),
    },
  })
}
