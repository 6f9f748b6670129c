import type { LoaderFunctionArgs } from '@remix-run/node'
import { chartAnswer } from '../charts/asked-chart.server.ts'
import { comparisonChart } from '../compare/comparison-chart.server.ts'

/** A chart of a comparison as a drawing, through the same permission as the page. */
export function loader(args: LoaderFunctionArgs) {
  return chartAnswer(args, 'svg', comparisonChart)
}
