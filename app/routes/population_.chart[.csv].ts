import type { LoaderFunctionArgs } from '@remix-run/node'
import { chartAnswer } from '../charts/asked-chart.server.ts'
import { populationDrawing } from '../population/population-drawing.server.ts'

/** The months of a population as its figures, through the same permission as the page. */
export function loader(args: LoaderFunctionArgs) {
  return chartAnswer(args, 'csv', populationDrawing)
}
