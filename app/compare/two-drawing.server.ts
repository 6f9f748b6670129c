import type { LoaderFunctionArgs } from '@remix-run/node'
import type { Api } from '../../server/caller.server.ts'
import type { AskedChart } from '../charts/asked-chart.server.ts'
import { aboutOf } from '../charts/chart-about.server.ts'
import { fileName } from '../charts/file-answer.server.ts'
import { refusal } from '../page-scope.server.ts'
import type { Reader } from '../reader.server.ts'
import { comparedPlace } from './peers.server.ts'
import { twoChart, twoIn } from './two.server.ts'

/** Two indicators against each other, as their file needs it: with both definitions. */
export async function twoDrawing({ request }: LoaderFunctionArgs, api: Api, reader: Reader): Promise<AskedChart> {
  const asked = await twoIn(request, api)
  const { facts, scope, peers } = asked
  const spec = twoChart(asked, reader)
  if (!spec) throw refusal(404, 'chart.none', 'two')
  const when = { place: comparedPlace(scope, peers, reader), period: reader.format.month(scope.month) }
  const [first, second] = facts.map((one) => aboutOf(spec, one, scope, when, reader))
  const isOfTheSecond = ([key]: [string, string]) => key === 'definition' || key === 'threshold'
  return {
    spec,
    about: [...first!, ...second!.filter(isOfTheSecond)],
    name: fileName([
      facts[0].id,
      facts[1].id,
      scope.region ?? 'country',
      ...(peers.group ? [peers.group] : []),
      scope.month,
    ]),
  }
}
