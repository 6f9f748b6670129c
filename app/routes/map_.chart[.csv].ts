import type { LoaderFunctionArgs } from '@remix-run/node'
import { fileAnswer } from '../charts/file-answer.server.ts'
import { mapFile } from '../map/map-file.server.ts'

/** The facilities of the map as rows with where they lie, through the same permission as the page. */
export function loader(args: LoaderFunctionArgs) {
  return fileAnswer(args, 'csv', mapFile)
}
