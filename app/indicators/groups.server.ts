import type { Api } from '../../server/caller.server.ts'
import { rowChart } from '../../server/domain/charts/row-chart.ts'
import type { RowChart } from '../../server/domain/charts/spec.ts'
import { gapsOf } from '../../server/domain/indicators/group-gaps.ts'
import type { Reading } from '../../server/domain/indicators/reading.ts'
import { codeLists } from '../../server/domain/records/codes.ts'
import type { Disparity } from '../../server/domain/statistics/disparity.ts'
import type { Reader } from '../reader.server.ts'
import { absentWords } from '../series-chart.server.ts'
import { dimensionName } from './definition.server.ts'

type Facts = Awaited<ReturnType<Api['indicators']['get']>>
type Series = Awaited<ReturnType<Api['indicators']['series']>>['series'][number]

/** One group of a breakdown with its figure. */
export interface GroupRow {
  id: string
  name: string
  reading: Pick<Reading, 'figure' | 'interval' | 'verdict'>
  /** The group against the rest; absent where nothing is tested. */
  gap?: GapShown
}

/** A tested gap in words: how many times the rest, with its interval, and what may be said of it. */
export interface GapShown {
  verdict: Disparity['verdict']
  words: string
  ratio?: string
  interval?: string
}

/** One way of breaking a figure down: its groups in the order of the code list, and their chart. */
export interface Breakdown {
  dimension: string
  name: string
  rows: GroupRow[]
  chart: RowChart
}

/** The ways in which a figure is broken down, and how many groups were held against the rest; absent where none can be. */
export interface GroupsShown {
  breakdowns: Breakdown[]
  tested?: number
}

/**
 * The groups of a month, withheld and missing ones in words where another of their breakdown is known; `series` are those of
 * the place, `when` names place and month.
 */
export function groupsShown(
  facts: Facts,
  series: readonly Series[],
  when: { place: string; month: string },
  reader: Reader,
): GroupsShown {
  const readings = series.flatMap(({ breakdown, readings }) => {
    const reading = readings.at(-1)
    return reading ? [{ breakdown, reading }] : []
  })
  const groups = readings.filter(({ breakdown }) => breakdown !== '')
  const whole = readings.find(({ breakdown }) => breakdown === '')?.reading.figure
  const gaps = gapsOf(
    facts,
    whole,
    groups.map(({ breakdown, reading }) => ({ breakdown, figure: reading.figure })),
  )
  const known = groups.filter(({ reading }) => reading.figure.state !== 'missing')
  const dimensions = [...new Set(known.map(({ breakdown }) => breakdown.split(':')[0] ?? ''))]
  const breakdowns = dimensions.map((dimension) => {
    const own = groups.filter(({ breakdown }) => breakdown.startsWith(`${dimension}:`))
    const rows = inCodeOrder(dimension, own).map(({ breakdown, reading }) => {
      const gap = gaps?.get(breakdown)
      const name = groupName(breakdown, reader)
      return { id: breakdown, name, reading, ...(gap && { gap: gapWords(gap, reader) }) }
    })
    const name = dimensionName(dimension, reader)
    return { dimension, name, rows, chart: groupChart(facts, dimension, rows, { ...when, dimension: name }, reader) }
  })
  return { breakdowns, ...(gaps && { tested: [...gaps.values()].filter(({ q }) => q !== null).length }) }
}

function gapWords({ ratio, interval, verdict }: Disparity, { intl, format, words }: Reader): GapShown {
  const times = (value: number) => format.number(value, 2)
  const range = interval && { low: times(interval.low), high: times(interval.high) }
  const id = interval?.high === Number.POSITIVE_INFINITY ? 'open' : 'interval'
  return {
    verdict,
    words: words.verdict('disparity', verdict) ?? verdict,
    ...(ratio !== null && { ratio: intl.formatMessage({ id: 'indicator.groups.ratio' }, { ratio: times(ratio) }) }),
    ...(range && { interval: intl.formatMessage({ id: `indicator.groups.ratio.${id}` }, range) }),
  }
}

/** What the tests of one breakdown found, in words; undefined where nothing was tested. */
function findingOf(rows: readonly GroupRow[], { intl, format }: Reader): string | undefined {
  const tested = rows.filter(({ gap }) => gap)
  if (tested.length === 0) return undefined
  const named = (verdict: 'higher' | 'lower') => {
    const groups = tested.filter(({ gap }) => gap?.verdict === verdict).map(({ name }) => name)
    if (groups.length === 0) return []
    return [intl.formatMessage({ id: `indicator.groups.finding.${verdict}` }, { groups: format.list(groups) })]
  }
  const found = [...named('higher'), ...named('lower')]
  if (found.length > 0) return found.join('; ')
  const told = tested.filter(({ gap }) => gap?.verdict === 'no-difference-beyond-chance')
  const finding = told.length === 0 ? 'unknown' : told.length === tested.length ? 'none' : 'partly'
  return intl.formatMessage({ id: `indicator.groups.finding.${finding}` })
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
  reader: Reader,
): RowChart {
  const { intl, format, words, direction } = reader
  const finding = findingOf(rows, reader)
  const title = words.indicator(facts.id)?.title ?? facts.id
  return rowChart({
    id: `groups-${dimension}`,
    kind: rows.some(({ reading }) => reading.interval) ? 'dot-interval' : 'bar',
    title: finding
      ? intl.formatMessage({ id: 'indicator.groups.finding' }, { title, ...when, finding })
      : intl.formatMessage({ id: 'indicator.groups.chart' }, { title, ...when }),
    summary: intl.formatMessage(
      { id: 'indicator.groups.summary' },
      { count: rows.filter(({ reading }) => reading.figure.state === 'counted').length },
    ),
    direction,
    x: intl.formatMessage({ id: `unit.${facts.unit}` }, { count: 2 }),
    format: (value) => format.figure(value, facts.unit),
    rows: rows.map(({ id, name, reading: { figure, interval, verdict } }) =>
      figure.state === 'counted'
        ? { id, name, value: figure.value, ...interval, few: 'why' in verdict && verdict.why === 'too-few' }
        : { id, name, none: absentWords(figure, intl) },
    ),
    words: {
      row: intl.formatMessage({ id: 'indicator.group' }),
      interval: (low, high) => intl.formatMessage({ id: 'figure.interval' }, { low, high }),
    },
  })
}
