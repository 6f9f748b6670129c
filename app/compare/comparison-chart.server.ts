import type { LoaderFunctionArgs } from '@remix-run/node'
import type { Api } from '../../server/caller.server.ts'
import type { ChartSpec } from '../../server/domain/charts/spec.ts'
import type { AskedChart } from '../charts/asked-chart.server.ts'
import { aboutOf } from '../charts/chart-about.server.ts'
import { fileName } from '../charts/file-answer.server.ts'
import { refusal } from '../page-scope.server.ts'
import type { Reader } from '../reader.server.ts'
import { dotPlotOf, funnelOf } from './charts.server.ts'
import { comparisonIn } from './comparison.server.ts'
import { dotsOf } from './page-data.server.ts'
import { comparedPlace } from './peers.server.ts'
import { standardisedChart } from './standardised.server.ts'

/** The funnel of a comparison, or the facilities of a page of its table with their intervals (`?chart=dots`), as its file needs it. */
export async function comparisonChart({ request }: LoaderFunctionArgs, api: Api, reader: Reader): Promise<AskedChart> {
  const comparison = await comparisonIn(request, api)
  const { facts, scope, peers } = comparison
  const search = new URL(request.url).searchParams
  const chart = search.get('chart') ?? 'funnel'
  const dots = () => dotPlotOf(comparison, dotsOf(comparison, search, reader), reader)
  const { standardised } = comparison
  const drawn: Record<string, () => ChartSpec | undefined> = {
    dots,
    funnel: () => funnelOf(comparison, reader),
    standardised: () =>
      standardised && standardisedChart(comparison, standardised, dotsOf(comparison, search, reader), reader),
  }
  const spec = Object.hasOwn(drawn, chart) ? drawn[chart]?.() : undefined
  if (!spec) throw refusal(404, 'chart.none', chart)
  const when = { place: comparedPlace(scope, peers, reader), period: reader.format.month(scope.month) }
  return {
    spec,
    about: aboutOf(spec, facts, scope, when, reader),
    name: fileName([facts.id, scope.region ?? 'country', ...(peers.group ? [peers.group] : []), chart, scope.month]),
  }
}
