import type { LoaderFunctionArgs } from '@remix-run/node'
import { fileAnswer } from '../charts/file-answer.server.ts'
import { mapFile } from '../map/map-file.server.ts'

/** The map as a drawing, through the same permission as the page. */
export function loader(args: LoaderFunctionArgs) {
  return fileAnswer(args, 'svg', mapFile)
}
