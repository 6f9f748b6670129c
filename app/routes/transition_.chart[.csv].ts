import type { LoaderFunctionArgs } from '@remix-run/node'
import { chartAnswer } from '../charts/asked-chart.server.ts'
import { transitionDrawing } from '../transition/transition-drawing.server.ts'

/** The steps of the way out of prison as its figures, through the same permission as the page. */
export function loader(args: LoaderFunctionArgs) {
  return chartAnswer(args, 'csv', transitionDrawing)
}
