import type { LoaderFunctionArgs } from '@remix-run/node'
import { type Api, ask } from '../../server/caller.server.ts'
import { type CsvCell, csv } from '../csv.ts'
import { fileRefusal } from '../file-refusal.server.ts'
import { type Reader, readerOf } from '../reader.server.ts'
import type { About } from './chart-about.server.ts'

/** A drawing and its figures as files, and what both say of themselves: key and text, the title first. */
export interface AskedFile {
  about: About
  /** Without its ending. */
  name: string
  /** Throws a Response where there is nothing to draw. */
  svg: () => string
  rows: () => CsvCell[][]
}

/** What an address asks for, by the same procedures as the page: nobody is given in a file what the page does not show. */
export type AskedFor<Asked> = (args: LoaderFunctionArgs, api: Api, reader: Reader) => Promise<Asked>

/** A file that is saved, not opened; a refusal is said in words. */
export async function fileAnswer(
  args: LoaderFunctionArgs,
  format: 'svg' | 'csv',
  asked: AskedFor<AskedFile>,
): Promise<Response> {
  const reader = await readerOf(args.request)
  const made = async (api: Api) => {
    const file = await asked(args, api, reader)
    return { name: file.name, text: format === 'svg' ? file.svg() : csv([...saidOf(file), ...file.rows()]) }
  }
  const { name, text } = await ask(args, made).catch(async (refused) => {
    throw await fileRefusal(refused, reader, args)
  })
  const disposition = `attachment; filename="${name}.${format}"`
  return new Response(text, { headers: { ...types[format], 'Content-Disposition': disposition } })
}

const saidOf = ({ about }: AskedFile): CsvCell[][] => about.map(([key, words]) => [`#${key}`, words])

const types = {
  csv: { 'Content-Type': 'text/csv; charset=utf-8' },
  svg: {
    'Content-Type': 'image/svg+xml; charset=utf-8',
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'",
  },
}

/** A file's name of what it is about, in characters that every system takes. */
export function fileName(parts: readonly string[]): string {
  return ['daylight', ...parts].join('-').replace(/[^\w-]+/g, '_')
}
