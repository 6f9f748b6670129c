import type { LoaderFunctionArgs } from '@remix-run/node'
import { equityIn } from '../compare/equity.server.ts'
import { equityFile } from '../compare/equity-file.server.ts'
import { csvAnswer } from '../csv-answer.server.ts'

/** The groups of an indicator as a file. */
export function loader(args: LoaderFunctionArgs) {
  return csvAnswer(args, async (api, reader) => equityFile(await equityIn(args.request, api), reader))
}
