import type { Api } from '../../server/caller.server.ts'
import type { SurvivalChart } from '../../server/domain/charts/spec.ts'
import { survivalChart } from '../../server/domain/charts/survival-chart.ts'
import { type CurveSource, curveOf, curveSource, type StayCurve } from '../../server/domain/indicators/stay-curve.ts'
import type { Month } from '../../server/domain/period.ts'
import type { Reader } from '../reader.server.ts'
import { absentWords } from '../series-chart.server.ts'

type Facts = Awaited<ReturnType<Api['indicators']['get']>>
type Series = Awaited<ReturnType<Api['indicators']['series']>>['series']
type Place = Parameters<Api['indicators']['series']>[0]['place']

/** A curve as a page shows it: the chart, or the words for why there is none. */
export type CurveShown = { chart: SurvivalChart } | { none: string }

/** The curve beside an indicator in a month, as its reader is shown its groups; undefined for an indicator without one. */
export async function curveIn(
  { id }: Pick<Facts, 'id'>,
  place: Place,
  month: Month,
  api: Api,
): Promise<StayCurve | undefined> {
  const source = curveSource(id)
  if (!source) return undefined
  const asked = { place, indicators: [source.indicator], from: month, to: month, withGroups: true }
  return curveAmong((await api.indicators.series(asked)).series, id)
}

/** The same among series of one month that were asked for already. */
export function curveAmong(series: Series, id: string): StayCurve | undefined {
  const source = curveSource(id)
  if (!source) return undefined
  const own = series.filter(({ indicatorId }) => indicatorId === source.indicator)
  const figures = own.flatMap(({ breakdown, readings: [reading] }) =>
    reading ? [[breakdown, reading.figure] as const] : [],
  )
  return curveOf(source, new Map(figures))
}

/** A curve with its finding as title, or why there is none. */
export function curveShown(
  facts: Pick<Facts, 'id'>,
  curve: StayCurve,
  when: { place: string; month: string },
  reader: Reader,
): CurveShown {
  const { intl } = reader
  if (curve.state === 'none') {
    return { none: intl.formatMessage({ id: 'curve.none' }, { why: absentWords(curve.figure, intl) }) }
  }
  if (curve.state === 'too-few') return { none: intl.formatMessage({ id: 'curve.too-few' }, { spells: curve.spells }) }
  if (curve.state !== 'curve') return { none: intl.formatMessage({ id: `curve.${curve.state}` }) }
  return { chart: drawn(facts, curveSource(facts.id)!, curve, when, reader) }
}

function drawn(
  { id }: Pick<Facts, 'id'>,
  { told, dimension }: CurveSource,
  { points, spells }: Extract<StayCurve, { state: 'curve' }>,
  when: { place: string; month: string },
  reader: Reader,
): SurvivalChart {
  const { intl, format, words, direction } = reader
  const percent = (share: number | null) => (share === null ? null : share * 100)
  const isSolitary = dimension === 'solitary_length'
  const titled = points.find(({ time }) => time === told) ?? points.at(-1)
  const values = {
    title: words.indicator(id)?.title ?? id,
    name: when.place,
    month: when.month,
    spells,
    share: format.percent((titled?.survival ?? 1) * 100),
    days: titled?.time ?? 0,
  }
  return survivalChart({
    id: 'curve',
    title: intl.formatMessage({ id: 'curve.title' }, values),
    summary: summaryOf(points, reader),
    note: ['curve.note' as const, ...(isSolitary ? (['curve.note.solitary'] as const) : [])]
      .map((note) => intl.formatMessage({ id: note }))
      .join(' '),
    direction,
    points: points.map(({ time, survival, low, high, left }) => {
      return { time, value: survival * 100, low: percent(low), high: percent(high), left }
    }),
    limits: isSolitary
      ? [{ at: 15, name: intl.formatMessage({ id: 'curve.limit.solitary' }), level: 'breach' as const }]
      : [],
    format: (value) => format.percent(value, value % 1 === 0 ? 0 : 1),
    formatCount: (value) => format.number(value, 0),
    words: {
      time: intl.formatMessage({ id: 'curve.time' }),
      value: intl.formatMessage({ id: 'curve.share' }),
      left: intl.formatMessage({ id: 'curve.left' }),
      half: intl.formatMessage({ id: 'curve.half' }),
      interval: (low, high) => intl.formatMessage({ id: 'figure.interval' }, { low, high }),
    },
  })
}

function summaryOf(points: Extract<StayCurve, { state: 'curve' }>['points'], { intl, format }: Reader): string {
  const said = points.map(({ time, survival, low, high }) => {
    const values = { days: time, share: format.percent(survival * 100) }
    if (low === null || high === null) return intl.formatMessage({ id: 'curve.point.bare' }, values)
    const interval = { low: format.percent(low * 100), high: format.percent(high * 100) }
    return intl.formatMessage({ id: 'curve.point' }, { ...values, ...interval })
  })
  const left = format.number(points.at(-1)?.left ?? 0, 0)
  return intl.formatMessage({ id: 'curve.summary' }, { points: said.join('; '), left })
}
