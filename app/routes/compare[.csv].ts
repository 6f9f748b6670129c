import type { LoaderFunctionArgs } from '@remix-run/node'
import { comparisonIn } from '../compare/comparison.server.ts'
import { comparisonFile } from '../compare/comparison-file.server.ts'
import { csvAnswer } from '../csv-answer.server.ts'

/** The table of the comparison as a file. */
export function loader(args: LoaderFunctionArgs) {
  return csvAnswer(args, async (api, reader) => comparisonFile(await comparisonIn(args.request, api), reader))
}
