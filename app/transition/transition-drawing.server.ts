import type { LoaderFunctionArgs } from '@remix-run/node'
import type { Api } from '../../server/caller.server.ts'
import type { AskedChart } from '../charts/asked-chart.server.ts'
import { aboutSeveral } from '../charts/chart-about.server.ts'
import { fileName } from '../charts/file-answer.server.ts'
import { placeName, scopeIn } from '../page-scope.server.ts'
import type { Reader } from '../reader.server.ts'
import { transitionShown } from './transition.server.ts'

/** The steps of the way out, as their file needs them: with the definition of each share. */
export async function transitionDrawing(
  { request }: LoaderFunctionArgs,
  api: Api,
  reader: Reader,
): Promise<AskedChart> {
  const scope = await scopeIn(request, api)
  const { month, region } = scope
  const [answer, list] = await Promise.all([api.transition.steps({ month, region }), api.indicators.list()])
  const place = placeName(scope)
  const { chart, steps } = transitionShown(answer, place, reader)
  const drawn = list.filter((one) => steps.some(({ id }) => id === one.id))
  const period = `${reader.format.month(answer.from)} – ${reader.format.month(month)}`
  return {
    spec: chart,
    about: aboutSeveral(chart, drawn, scope, { place, period }, reader),
    name: fileName(['transition', region ?? 'country', month]),
  }
}
