import type { LoaderFunctionArgs } from '@remix-run/node'
import { chartAnswer } from '../charts/asked-chart.server.ts'
import { twoDrawing } from '../compare/two-drawing.server.ts'

/** Two indicators against each other as a drawing, through the same permission as the page. */
export function loader(args: LoaderFunctionArgs) {
  return chartAnswer(args, 'svg', twoDrawing)
}
