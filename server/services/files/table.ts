import { DomainError } from '../../domain/errors.ts'
import { type Reason, reason } from '../../domain/imports/faults.ts'
import type { ColumnName, FileOptions } from '../../domain/imports/fields.ts'
import { type Header, headerFaults, headerOf } from '../../domain/imports/header.ts'
import type { SourceRow } from './csv.ts'
import type { FileFacts } from './inspect.ts'
import { textRows } from './text-rows.ts'
import { workbookSheets } from './workbook.ts'

/** A file as a table: its header, and the rows below it in pieces. Rows of the wrong width carry their fault. */
export interface Table {
  header: Header
  headerLine: number
  /** The sheet that was read; undefined for a text file. */
  sheet: string | undefined
  delimiter: string
  rows: AsyncGenerator<SourceRow[]>
}

const rowsToSearch = 50

/**
 * Opens the file as the mapping describes it and finds the header that holds the `wanted` columns.
 *
 * @throws DomainError INVALID `file.unknown-column`, `file.column-twice`, `file.no-header`, `file.wrong-delimiter` …
 */
export async function openTable(
  facts: FileFacts,
  options: FileOptions,
  wanted: readonly ColumnName[],
  onBytes?: (bytes: number) => void,
): Promise<Table> {
  if (facts.form === 'workbook') return openWorkbookTable(facts, options, wanted)
  const { rows, delimiter } = await textRows(facts, options, wanted, onBytes)
  const found = await readHeader(rows, options, wanted, facts.name)
  if ('id' in found) throw asError(found)
  return { ...found, sheet: undefined, delimiter, rows: dataRows(found, rows, options.skipRows, true) }
}

async function openWorkbookTable(
  facts: FileFacts,
  options: FileOptions,
  wanted: readonly ColumnName[],
): Promise<Table> {
  let nearest: Reason | undefined
  const sheets = workbookSheets(facts.path, facts.name, options.sheet)
  for (;;) {
    // Not `for await`: leaving the loop would close the workbook that the rows are still to come from.
    const next = await sheets.next()
    if (next.done) break
    const { name, rows } = next.value
    const found = await readHeader(rows, options, wanted, facts.name)
    if (!('id' in found)) {
      return { ...found, sheet: name, delimiter: ',', rows: dataRows(found, rows, options.skipRows, false) }
    }
    if (!nearest || found.id !== 'file.no-header') nearest = found
  }
  throw asError(nearest ?? reason('file.no-header', { file: facts.name, found: '' }))
}

function asError(fault: Reason): DomainError {
  return new DomainError('INVALID', fault.id, fault.values)
}

interface FoundHeader {
  header: Header
  headerLine: number
  /** Rows below the header that were read while it was looked for. */
  first: SourceRow[]
}

async function readHeader(
  rows: AsyncGenerator<SourceRow[]>,
  options: FileOptions,
  wanted: readonly ColumnName[],
  file: string,
): Promise<FoundHeader | Reason> {
  const top: SourceRow[] = []
  const enough = Math.max(rowsToSearch, typeof options.headerRow === 'number' ? options.headerRow : 0)
  while (top.length < enough) {
    const next = await rows.next()
    if (next.done) break
    top.push(...next.value)
  }
  return findHeader(top, options.headerRow, wanted, file)
}

/** The header among the rows at the top of a file, or what the likeliest row lacks. */
export function findHeader(
  top: SourceRow[],
  headerRow: FileOptions['headerRow'],
  wanted: readonly ColumnName[],
  file: string,
): FoundHeader | Reason {
  const candidates = headerRow === 'find' ? top.slice(0, rowsToSearch) : top.filter((row) => row.line === headerRow)
  let best: { at: SourceRow; header: Header; faults: Reason[] } | undefined
  for (const row of candidates) {
    const header = headerOf(row.cells)
    const faults = headerFaults(header, wanted, file)
    if (!best || faults.length < best.faults.length) best = { at: row, header, faults }
    if (faults.length === 0) break
  }
  if (!best) return reason('file.no-header', { file, found: '' })
  if (best.faults.length > 0) return lacking(best, wanted, file)
  return { header: best.header, headerLine: best.at.line, first: top.filter((row) => row.line > best.at.line) }
}

function lacking(best: { at: SourceRow; faults: Reason[] }, wanted: readonly ColumnName[], file: string): Reason {
  const isHeader = best.faults.length < wanted.length || best.at.cells.length > 1
  if (isHeader) return best.faults[0]!
  return reason('file.no-header', { file, found: String(best.at.cells[0] ?? '').slice(0, 200) })
}

async function* dataRows(
  found: FoundHeader,
  rest: AsyncGenerator<SourceRow[]>,
  skip: number,
  strict: boolean,
): AsyncGenerator<SourceRow[]> {
  const width = found.header.names.length
  let left = skip
  const shaped = (piece: SourceRow[]) => {
    const taken = left > 0 ? piece.slice(left) : piece
    left = Math.max(0, left - piece.length)
    return strict ? taken.filter((row) => !isBlank(row)).map((row) => ofWidth(row, width)) : taken
  }
  yield shaped(found.first)
  for await (const piece of rest) yield shaped(piece)
}

function isBlank(row: SourceRow): boolean {
  return row.fault === undefined && row.cells.every((cell) => cell === '')
}

/** Marks a row that has more or fewer cells than the header: a delimiter or a quotation mark is broken in it. */
function ofWidth(row: SourceRow, width: number): SourceRow {
  if (row.fault || row.cells.length === width) return row
  const isLonger = row.cells.length > width
  if (isLonger && row.cells.slice(width).every((cell) => cell === ''))
    return { ...row, cells: row.cells.slice(0, width) }
  return { ...row, fault: reason('row.cells', { found: row.cells.length, expected: width }) }
}
