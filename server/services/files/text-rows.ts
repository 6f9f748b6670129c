import { DomainError } from '../../domain/errors.ts'
import type { ColumnName, FileOptions } from '../../domain/imports/fields.ts'
import { headerOf } from '../../domain/imports/header.ts'
import { fileBytes, unzipped } from './bytes.ts'
import { csvScanner, type SourceRow } from './csv.ts'
import { decoded, type TextEncoding } from './encoding.ts'
import type { FileFacts } from './inspect.ts'
import { jsonRows, looksLikeJsonLines } from './json-rows.ts'

const delimiters = [',', ';', '\t', '|'] as const
const sampleLength = 65_536

/** The rows of a text file in pieces, and the character that stands between its cells. */
export async function textRows(
  facts: FileFacts,
  options: FileOptions,
  wanted: readonly ColumnName[],
  onBytes?: (bytes: number) => void,
): Promise<{ rows: AsyncGenerator<SourceRow[]>; delimiter: string }> {
  const { chunks } = await unzipped(
    fileBytes(facts.path, (chunk) => onBytes?.(chunk.length)),
    facts.name,
  )
  const text = decoded(chunks, encodingOf(facts, options), facts.name)
  let sample = ''
  let ended = false
  while (sample.length < sampleLength && !ended) {
    const next = await text.next()
    if (next.done) ended = true
    else sample += next.value
  }
  if (looksLikeJsonLines(sample)) return { rows: jsonRows(sample, text), delimiter: ',' }
  const delimiter = chooseDelimiter(sample, options, wanted, facts.name)
  return { rows: scanned(sample, text, delimiter), delimiter }
}

/** A byte order mark is surer than a declaration, a declaration surer than a guess. */
function encodingOf(facts: FileFacts, options: FileOptions): TextEncoding {
  if (options.encoding === 'auto' || facts.encoding.startsWith('utf-16')) return facts.encoding
  return options.encoding === 'latin1' ? 'windows-1252' : options.encoding
}

async function* scanned(sample: string, rest: AsyncGenerator<string>, delimiter: string): AsyncGenerator<SourceRow[]> {
  const scanner = csvScanner(delimiter)
  yield scanner.push(sample)
  for await (const text of rest) yield scanner.push(text)
  yield scanner.end()
}

/**
 * The declared delimiter, or for 'auto' the one under which most columns of the mapping stand in one row.
 *
 * @throws DomainError INVALID `file.wrong-delimiter` when the declared one leaves a single column and another does not.
 */
function chooseDelimiter(sample: string, options: FileOptions, wanted: readonly ColumnName[], file: string): string {
  const scores = delimiters.map((delimiter) => ({ delimiter, ...score(sample, delimiter, wanted) }))
  const best = scores.reduce((a, b) => (b.found > a.found || (b.found === a.found && b.width > a.width) ? b : a))
  if (options.delimiter === 'auto') return best.delimiter
  const declared = scores.find((entry) => entry.delimiter === options.delimiter)!
  if (declared.width === 1 && best.width > 1 && best.found > declared.found) {
    throw new DomainError('INVALID', 'file.wrong-delimiter', {
      file,
      delimiter: named(options.delimiter),
      likely: named(best.delimiter),
    })
  }
  return options.delimiter
}

function named(delimiter: string): string {
  return delimiter === '\t' ? 'TAB' : delimiter
}

/** How many of the wanted columns the best of the first rows holds, and how wide that row is. */
function score(sample: string, delimiter: string, wanted: readonly ColumnName[]): { found: number; width: number } {
  const rows = csvScanner(delimiter).push(`${sample}\n`).slice(0, 50)
  let best = { found: -1, width: 0 }
  for (const row of rows) {
    const header = headerOf(row.cells)
    const found = wanted.filter((column) => header.find(column) !== undefined).length
    if (found > best.found || (found === best.found && row.cells.length > best.width))
      best = { found, width: row.cells.length }
  }
  return best
}
