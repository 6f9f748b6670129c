import type { Api } from '../../server/caller.server.ts'
import type { GivenDatum } from '../../server/domain/charts/line-chart.ts'
import { type GivenPanel, multiplesChart } from '../../server/domain/charts/multiples-chart.ts'
import type { MultiplesChart } from '../../server/domain/charts/spec.ts'
import type { Unit } from '../../server/domain/indicators/define.ts'
import type { Reading } from '../../server/domain/indicators/reading.ts'
import type { Reader } from '../reader.server.ts'
import { absentWords } from '../series-chart.server.ts'

type Series = Awaited<ReturnType<Api['indicators']['series']>>

/** What the panels show of a place; a stay in custody is the country's, one in a facility that of any smaller place. */
export const flowIndicators = (withTransfers: boolean) => [
  'occupancy-rate',
  'admissions',
  'releases',
  withTransfers ? 'stay-in-facility' : 'stay-in-custody',
  'unsentenced-share',
  'pretrial-duration',
]

/** A population and what it is made of, month by month: panels one above the other over one time axis. */
export function flowChart({ months, series }: Series, place: string, reader: Reader): MultiplesChart {
  const { intl, format, words } = reader
  const readingsOf = (id: string) => series.find((row) => row.indicatorId === id)?.readings ?? []
  const unitOf = (unit: Unit) => intl.formatMessage({ id: `unit.${unit}` }, { count: 2 })
  const data = (id: string, read: (figure: Counted) => number | null = (figure) => figure.value) =>
    readingsOf(id).map((reading) => datum(reading, read, reader))
  const panel = (id: string, unit: Unit): GivenPanel[] =>
    series.some((row) => row.indicatorId === id)
      ? [
          {
            id,
            y: `${words.indicator(id)?.title ?? id}, ${unitOf(unit)}`,
            format: (value) => format.figure(value, unit),
            series: [{ id, name: words.indicator(id)?.title ?? id, role: 'main', data: data(id) }],
          },
        ]
      : []
  const title = intl.formatMessage({ id: 'population.chart.title' }, { place })
  return multiplesChart({
    id: 'population-flow',
    title,
    summary: intl.formatMessage({ id: 'population.chart.summary' }, { place, months: months.length }),
    direction: reader.direction,
    note: coverageNote(series, reader),
    periods: months.map((month) => ({ id: month, label: format.monthShort(month), year: month.slice(0, 4) })),
    panels: [
      {
        id: 'people',
        y: intl.formatMessage({ id: 'population.chart.people' }),
        format: (value) => format.number(value, 0),
        series: [
          {
            id: 'held',
            name: intl.formatMessage({ id: 'population.held' }),
            role: 'main',
            data: data('occupancy-rate', (figure) => figure.numerator),
          },
          {
            id: 'places',
            name: intl.formatMessage({ id: 'population.places' }),
            role: 'second',
            data: data('occupancy-rate', (figure) => figure.denominator),
          },
        ],
      },
      {
        id: 'flows',
        y: intl.formatMessage({ id: 'population.chart.flows' }),
        format: (value) => format.number(value, 0),
        series: [
          {
            id: 'admissions',
            name: words.indicator('admissions')?.title ?? '',
            role: 'main',
            data: data('admissions'),
          },
          { id: 'releases', name: words.indicator('releases')?.title ?? '', role: 'second', data: data('releases') },
        ],
      },
      ...panel('stay-in-custody', 'days'),
      ...panel('stay-in-facility', 'days'),
      ...panel('unsentenced-share', 'percent'),
      ...panel('pretrial-duration', 'days'),
    ],
    words: {
      period: intl.formatMessage({ id: 'period.label' }),
      interval: (low, high) => intl.formatMessage({ id: 'figure.interval' }, { low, high }),
    },
  })
}

type Counted = Extract<Reading['figure'], { state: 'counted' }>

function datum({ figure, interval }: Reading, read: (figure: Counted) => number | null, { intl }: Reader): GivenDatum {
  if (figure.state !== 'counted') return { none: absentWords(figure, intl) }
  const value = read(figure)
  if (value === null) return { none: intl.formatMessage({ id: 'figure.missing.not-reported' }) }
  return { value, ...(interval && value === figure.value && { low: interval.low, high: interval.high }) }
}

/** In how many months facilities are missing from the sums: a dip there may be a return that did not come. */
function coverageNote(series: Series['series'], { intl }: Reader): string {
  const row = series.find((one) => one.indicatorId === 'occupancy-rate')
  const incomplete = (row?.expected ?? []).filter((expected, at) => (row?.reporting?.[at] ?? 0) < expected).length
  return intl.formatMessage({ id: 'population.chart.coverage' }, { incomplete })
}
