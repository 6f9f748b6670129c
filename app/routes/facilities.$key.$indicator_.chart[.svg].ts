import type { LoaderFunctionArgs } from '@remix-run/node'
import { chartAnswer } from '../charts/asked-chart.server.ts'

/** A chart of a facility's figure as a drawing, through the same permission as the page. */
export function loader(args: LoaderFunctionArgs) {
  return chartAnswer(args, 'svg')
}
