import type { Api } from '../../server/caller.server.ts'
import { heatCalendar } from '../../server/domain/charts/heat-chart.ts'
import type { HeatCalendar, HeatCell } from '../../server/domain/charts/spec.ts'
import { type Area, areas } from '../../server/domain/indicators/define.ts'
import type { Reading } from '../../server/domain/indicators/reading.ts'
import type { Month } from '../../server/domain/period.ts'
import type { Reader } from '../reader.server.ts'

type Facts = Awaited<ReturnType<Api['indicators']['list']>>[number]
type Series = Awaited<ReturnType<Api['indicators']['series']>>['series'][number]

/** How many of the indicators of one month have been said something of, among those that something was expected of. */
export interface Said {
  said: number
  expected: number
}

/**
 * What a facility reported, month by month: of the readings of one month those that are not missing. What does not apply, and
 * a month in which the facility was not open, is not expected; what is withheld from the reader was reported.
 */
export function saidIn(figures: readonly Reading['figure'][]): Said {
  const expected = figures.filter(
    (figure) =>
      figure.state !== 'not-applicable' && !(figure.state === 'missing' && figure.reason === 'facility-not-open'),
  )
  return { said: expected.filter(({ state }) => state !== 'missing').length, expected: expected.length }
}

/**
 * The calendar of a facility's completeness, area by month; undefined where it never reported anything. Only indicators count
 * of which it has said something in the months shown: what it never sends is told elsewhere.
 */
export function completenessOf(
  series: readonly Series[],
  facts: readonly Facts[],
  months: readonly Month[],
  reader: Reader,
): HeatCalendar | undefined {
  const { intl, format, direction } = reader
  const areaOf = new Map(facts.map(({ id, area }) => [id, area]))
  const used = series.filter(({ readings }) => readings.some(({ figure }) => figure.state !== 'missing'))
  if (used.length === 0) return undefined
  const inMonth = (place: number, of: readonly Series[]) =>
    saidIn(of.flatMap(({ readings }) => readings[place]?.figure ?? []))
  const rows = areas.flatMap((area: Area) => {
    const own = used.filter(({ indicatorId }) => areaOf.get(indicatorId) === area)
    if (own.length === 0) return []
    const cells = months.map((_, place) => cellOf(inMonth(place, own), reader))
    return [{ id: area, name: intl.formatMessage({ id: `area.${area}` }), cells }]
  })
  const wholes = months.map((month, place) => ({ month, ...inMonth(place, used) }))
  return heatCalendar({
    id: 'completeness',
    title: findingOf(wholes, reader),
    summary: format.list(
      wholes.map(({ month, ...said }) =>
        intl.formatMessage(
          { id: 'chart.heat.month' },
          { month: format.month(month), said: cellOf(said, reader).shown },
        ),
      ),
    ),
    note: intl.formatMessage({ id: 'chart.heat.note' }),
    direction,
    periods: months.map((month) => ({ id: month, label: format.monthShort(month), year: month.slice(0, 4) })),
    rows,
    rowName: intl.formatMessage({ id: 'chart.heat.area' }),
  })
}

function cellOf({ said, expected }: Said, { intl }: Reader): HeatCell {
  if (expected === 0) return { share: null, shown: intl.formatMessage({ id: 'chart.heat.none' }) }
  return { share: said / expected, shown: intl.formatMessage({ id: 'chart.heat.cell' }, { said, expected }) }
}

function findingOf(months: readonly ({ month: Month } & Said)[], { intl, format }: Reader): string {
  const short = months.filter(({ said, expected }) => said < expected)
  const most = short.toSorted((a, b) => b.expected - b.said - (a.expected - a.said))[0]
  if (!most) return intl.formatMessage({ id: 'chart.heat.complete' }, { months: months.length })
  return intl.formatMessage(
    { id: 'chart.heat.finding' },
    {
      count: short.length,
      months: months.length,
      month: format.month(most.month),
      missing: most.expected - most.said,
      expected: most.expected,
    },
  )
}
