import type { LoaderFunctionArgs } from '@remix-run/node'
import type { Api } from '../../server/caller.server.ts'
import type { AskedChart } from '../charts/asked-chart.server.ts'
import { aboutOf } from '../charts/chart-about.server.ts'
import { fileName } from '../charts/file-answer.server.ts'
import { placeName, refusal } from '../page-scope.server.ts'
import type { Reader } from '../reader.server.ts'
import { equityChart, equityIn, periodOf } from './equity.server.ts'

/** The chart of the groups of an indicator, as its file needs it. */
export async function equityDrawing({ request }: LoaderFunctionArgs, api: Api, reader: Reader): Promise<AskedChart> {
  const asked = await equityIn(request, api)
  const { facts, scope } = asked
  const spec = equityChart(asked, reader)
  if (!spec) throw refusal(404, 'chart.none', 'equity')
  const when = { place: placeName(scope), period: periodOf(asked, reader) }
  return {
    spec,
    about: aboutOf(spec, facts, scope, when, reader),
    name: fileName(['equity', facts.id, scope.region ?? 'country', scope.month]),
  }
}
