import type { LoaderFunctionArgs } from '@remix-run/node'
import { chartAnswer } from '../charts/asked-chart.server.ts'
import { equityDrawing } from '../compare/equity-drawing.server.ts'

/** The groups of an indicator as a drawing, through the same permission as the page. */
export function loader(args: LoaderFunctionArgs) {
  return chartAnswer(args, 'svg', equityDrawing)
}
