import type { LoaderFunctionArgs } from '@remix-run/node'
import { chartAnswer } from '../charts/asked-chart.server.ts'
import { outcomesDrawing } from '../outcomes/outcomes-drawing.server.ts'

/** The cohorts of one definition as its figures, through the same permission as the page. */
export function loader(args: LoaderFunctionArgs) {
  return chartAnswer(args, 'csv', outcomesDrawing)
}
