import type { LoaderFunctionArgs } from '@remix-run/node'
import type { Api } from '../../server/caller.server.ts'
import type { ChartSpec } from '../../server/domain/charts/spec.ts'
import { monthAt, monthIndex } from '../../server/domain/period.ts'
import { controlShown } from '../control-chart.server.ts'
import { eventMarksOf } from '../dated-events.server.ts'
import { curveIn, curveShown } from '../indicators/curve.server.ts'
import { groupsShown } from '../indicators/groups.server.ts'
import { type PageScope, placeIn, placeName, refusal, scopeIn } from '../page-scope.server.ts'
import type { Reader } from '../reader.server.ts'
import { ruleChangeMarks } from '../rule-changes.server.ts'
import { seriesChart } from '../series-chart.server.ts'
import { type About, aboutOf } from './chart-about.server.ts'
import { svgOf } from './chart-file.server.tsx'
import { chartRows } from './chart-rows.ts'
import { type AskedFor, fileAnswer, fileName } from './file-answer.server.ts'

type Facts = Awaited<ReturnType<Api['indicators']['get']>>

/** One chart of a page, and what its file says of it: key and text. */
export interface AskedChart {
  spec: ChartSpec
  about: About
  name: string
}

/** The chart that an address asks for as a file; one of an indicator (`?chart=series`, `control`, `groups-sex`) unless said. */
export function chartAnswer(
  args: LoaderFunctionArgs,
  format: 'svg' | 'csv',
  asked: AskedFor<AskedChart> = indicatorChart,
): Promise<Response> {
  return fileAnswer(args, format, async (...how) => {
    const { spec, about, name } = await asked(...how)
    const below = about.slice(1).map(([, words]) => words)
    return { about, name, svg: () => svgOf(spec, below), rows: () => chartRows(spec) }
  })
}

async function indicatorChart({ request, params }: LoaderFunctionArgs, api: Api, reader: Reader): Promise<AskedChart> {
  const [indicator, key] = [params.indicator ?? params.id ?? '', params.key]
  const facts = await api.indicators.get({ indicator })
  const scope = await scopeIn(request, api, { facility: key })
  const chart = new URL(request.url).searchParams.get('chart') ?? 'series'
  const of = { facts, scope, place: key === undefined ? placeIn(scope) : { facility: key }, chart }
  const drawing = chart.startsWith('groups-') ? groupsOf : chart === 'curve' ? curveOf : monthsOf
  const drawn = await drawing(of, api, reader)
  const place = drawn.name || placeName(scope)
  if (!drawn.spec) throw refusal(404, 'chart.none', chart)
  return {
    spec: drawn.spec,
    about: aboutOf(drawn.spec, facts, scope, { place, period: drawn.period }, reader),
    name: fileName([indicator, key ?? scope.region ?? 'country', chart, scope.month]),
  }
}

interface Of {
  facts: Facts
  scope: PageScope
  place: Parameters<Api['indicators']['series']>[0]['place']
  chart: string
}

async function groupsOf({ facts, scope, place, chart }: Of, api: Api, reader: Reader) {
  const { month } = scope
  const asked = { place, indicators: [facts.id], from: month, to: month, withGroups: true }
  const found = await api.indicators.series(asked)
  const period = reader.format.month(month)
  const when = { place: found.place.name || placeName(scope), month: period }
  const { breakdowns } = groupsShown(facts, found.series, when, reader)
  return { name: found.place.name, period, spec: breakdowns.find((one) => one.chart.id === chart)?.chart }
}

/** A curve that is withheld, or that there is none of, is no chart. */
async function curveOf({ facts, scope, place }: Of, api: Api, reader: Reader) {
  const [curve, found] = await Promise.all([
    curveIn(facts, place, scope.month, api),
    api.indicators.series({ place, indicators: [facts.id], from: scope.month, to: scope.month }),
  ])
  const { name } = found.place
  const period = reader.format.month(scope.month)
  const shown = curve && curveShown(facts, curve, { place: name || placeName(scope), month: period }, reader)
  return { name, period, spec: shown && 'chart' in shown ? shown.chart : undefined }
}

async function monthsOf({ facts, scope, place, chart }: Of, api: Api, reader: Reader) {
  const { from, to } = monthsShown(scope)
  const [found, { events }, { changes }] = await Promise.all([
    api.indicators.series({ place, indicators: [facts.id], from, to }),
    api.events.list({ place, from, to }),
    api.indicators.thresholds({ indicator: facts.id, place, month: scope.month, from, to }),
  ])
  const name = found.place.name || placeName(scope)
  const readings = found.series[0]?.readings ?? []
  const marks = [
    ...eventMarksOf(events, found.months, reader),
    ...ruleChangeMarks(facts, changes, found.months, reader),
  ]
  const given = { definition: facts, months: found.months, readings, name, events: marks }
  const control = chart === 'control' ? controlShown(given, reader) : undefined
  const { format } = reader
  return {
    name,
    period: `${format.month(from)} – ${format.month(to)}`,
    spec:
      chart === 'series'
        ? seriesChart(facts, found.months, readings, name, reader, marks)
        : control && 'chart' in control
          ? control.chart
          : undefined,
  }
}

/** The months that the charts of a page show: all that have figures, and the one that is asked for. */
export function monthsShown({ first, last, month }: Pick<PageScope, 'first' | 'last' | 'month'>) {
  const at = monthIndex(month)
  return { from: monthAt(Math.min(monthIndex(first), at)), to: monthAt(Math.max(monthIndex(last), at)) }
}
