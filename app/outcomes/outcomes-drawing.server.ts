import type { LoaderFunctionArgs } from '@remix-run/node'
import type { Api } from '../../server/caller.server.ts'
import type { AskedChart } from '../charts/asked-chart.server.ts'
import { originOf } from '../charts/chart-about.server.ts'
import { fileName } from '../charts/file-answer.server.ts'
import { refusal, scopeIn } from '../page-scope.server.ts'
import type { Reader } from '../reader.server.ts'
import { familyShown } from './outcomes.server.ts'

/** The cohorts of one definition (`?chart=`, the first unless said), as their file needs them: the title is the definition. */
export async function outcomesDrawing({ request }: LoaderFunctionArgs, api: Api, reader: Reader): Promise<AskedChart> {
  const [scope, families] = await Promise.all([scopeIn(request, api), api.outcomes.cohorts()])
  const asked = new URL(request.url).searchParams.get('chart')
  const shown = families.map((family) => familyShown(family, reader))
  const found = asked === null ? shown[0] : shown.find(({ id }) => id === asked)
  const [first, last] = [found?.cohorts[0], found?.cohorts.at(-1)]
  if (!found || !first || !last) throw refusal(404, 'chart.none', asked ?? 'cohorts')
  const { intl, format } = reader
  const period = intl.formatMessage(
    { id: 'outcomes.cohort' },
    { from: format.day(first.from), to: format.day(last.to) },
  )
  return {
    spec: found.chart,
    about: [
      ...originOf(found.chart, scope, { place: scope.countryName, period }, reader),
      ['definition', intl.formatMessage({ id: 'outcomes.reading.definition' })],
    ],
    name: fileName([found.id, last.to]),
  }
}
