import type { Api } from '../../server/caller.server.ts'
import { rowChart } from '../../server/domain/charts/row-chart.ts'
import type { RowChart } from '../../server/domain/charts/spec.ts'
import type { Reading } from '../../server/domain/indicators/reading.ts'
import { codeLists } from '../../server/domain/records/codes.ts'
import type { Reader } from '../reader.server.ts'
import { dimensionName } from './definition.server.ts'

type Facts = Awaited<ReturnType<Api['indicators']['get']>>
type Series = Awaited<ReturnType<Api['indicators']['series']>>['series'][number]

/** One group of a breakdown with its figure. */
export interface GroupRow {
  id: string
  name: string
  reading: Pick<Reading, 'figure' | 'interval' | 'verdict'>
}

/** One way of breaking a figure down: its groups in the order of the code list, and their chart. */
export interface Breakdown {
  dimension: string
  name: string
  rows: GroupRow[]
  chart: RowChart
}

/** The groups that were reported for a month; `series` are those of the place, `when` names place and month. */
export function breakdownsOf(
  facts: Facts,
  series: readonly Series[],
  when: { place: string; month: string },
  reader: Reader,
): Breakdown[] {
  const groups = series.flatMap(({ breakdown, readings }) => {
    const reading = readings.at(-1)
    return breakdown === '' || reading?.figure.state !== 'counted' ? [] : [{ breakdown, reading }]
  })
  const dimensions = [...new Set(groups.map(({ breakdown }) => breakdown.split(':')[0] ?? ''))]
  return dimensions.map((dimension) => {
    const own = groups.filter(({ breakdown }) => breakdown.startsWith(`${dimension}:`))
    const rows = inCodeOrder(dimension, own).map(({ breakdown, reading }) => ({
      id: breakdown,
      name: groupName(breakdown, reader),
      reading,
    }))
    const name = dimensionName(dimension, reader)
    return { dimension, name, rows, chart: groupChart(facts, dimension, rows, { ...when, dimension: name }, reader) }
  })
}

function inCodeOrder<Group extends { breakdown: string }>(dimension: string, groups: readonly Group[]): Group[] {
  const codes: readonly string[] = codeLists[dimension as 'sex'] ?? []
  const place = ({ breakdown }: Group) => codes.indexOf(breakdown.slice(dimension.length + 1))
  return groups.toSorted((a, b) => place(a) - place(b))
}

function groupName(breakdown: string, { words }: Reader): string {
  const [dimension = '', code = ''] = breakdown.split(':')
  return words.code(dimension, code) ?? code
}

function groupChart(
  facts: Facts,
  dimension: string,
  rows: readonly GroupRow[],
  when: { place: string; month: string; dimension: string },
  { intl, format, words, direction }: Reader,
): RowChart {
  const title = words.indicator(facts.id)?.title ?? facts.id
  return rowChart({
    id: `groups-${dimension}`,
    kind: rows.some(({ reading }) => reading.interval) ? 'dot-interval' : 'bar',
    title: intl.formatMessage({ id: 'indicator.groups.chart' }, { title, ...when }),
    summary: intl.formatMessage({ id: 'indicator.groups.summary' }, { count: rows.length }),
    direction,
    x: intl.formatMessage({ id: `unit.${facts.unit}` }, { count: 2 }),
    format: (value) => format.figure(value, facts.unit),
    rows: rows.flatMap(({ id, name, reading: { figure, interval, verdict } }) =>
      figure.state === 'counted'
        ? [{ id, name, value: figure.value, ...interval, few: 'why' in verdict && verdict.why === 'too-few' }]
        : [],
    ),
    words: {
      row: intl.formatMessage({ id: 'indicator.group' }),
      interval: (low, high) => intl.formatMessage({ id: 'figure.interval' }, { low, high }),
    },
  })
}
