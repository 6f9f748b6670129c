import type { LoaderFunctionArgs } from '@remix-run/node'
import type { Api } from '../../server/caller.server.ts'
import { type AskedChart, monthsShown } from '../charts/asked-chart.server.ts'
import { aboutSeveral } from '../charts/chart-about.server.ts'
import { fileName } from '../charts/file-answer.server.ts'
import { type PageScope, placeIn, placeName, scopeIn } from '../page-scope.server.ts'
import type { Reader } from '../reader.server.ts'
import { flowChart, flowIndicators } from './flow-chart.server.ts'

/** The population of the country, a region or one facility (`?facility=`): what made it change, and its months. */
export async function populationIn(request: Request, api: Api) {
  const facility = new URL(request.url).searchParams.get('facility')?.slice(0, 200) || undefined
  const scope = await scopeIn(request, api)
  const place = facility ? { facility } : placeIn(scope)
  const change = await api.population.change({ month: scope.month, place })
  const { from, to } = monthsShown(scope)
  const series = await api.indicators.series({ place, indicators: flowIndicators(change.withTransfers), from, to })
  return { scope, facility, change, series, name: series.place.name || placeName(scope) }
}

/** The months of a population, as their file needs them: with the definition of each figure that is drawn. */
export async function populationDrawing(
  { request }: LoaderFunctionArgs,
  api: Api,
  reader: Reader,
): Promise<AskedChart> {
  const [{ scope, facility, change, series, name }, list] = await Promise.all([
    populationIn(request, api),
    api.indicators.list(),
  ])
  const spec = flowChart(series, name, reader)
  const drawn = flowIndicators(change.withTransfers)
  return {
    spec,
    about: aboutSeveral(
      spec,
      list.filter(({ id }) => drawn.includes(id)),
      scope,
      { place: name, period: monthsSaid(scope, reader) },
      reader,
    ),
    name: fileName(['population', facility ?? scope.region ?? 'country', scope.month]),
  }
}

function monthsSaid(scope: PageScope, { format }: Reader): string {
  const { from, to } = monthsShown(scope)
  return `${format.month(from)} – ${format.month(to)}`
}
