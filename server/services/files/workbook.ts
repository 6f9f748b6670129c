import ExcelJS from 'exceljs'
import { DomainError } from '../../domain/errors.ts'
import type { Cell } from '../../domain/imports/cells.ts'
import type { FileOptions } from '../../domain/imports/fields.ts'
import { folded } from '../../domain/imports/nearest.ts'
import type { SourceRow } from './csv.ts'

/** One sheet of a workbook: its name and its rows in pieces, each row with its number in the sheet. */
export interface Sheet {
  name: string
  rows: AsyncGenerator<SourceRow[]>
}

const pieceRows = 1000

// exceljs streams a workbook sheet by sheet; its types leave out what it knows of the workbook.
interface StreamedSheet extends AsyncIterable<ExcelJS.Row> {
  name: string
}
interface StreamedWorkbook extends AsyncIterable<StreamedSheet> {
  model?: { sheets: { name: string }[] }
}

/**
 * The sheets of a workbook that the mapping may mean, in the order in which the file holds them. Each must be read to its
 * end before the next is asked for; memory holds the workbook's shared texts and a thousand rows.
 *
 * @throws DomainError INVALID `file.bad-workbook`, `file.no-sheet`
 */
export async function* workbookSheets(path: string, file: string, wanted: FileOptions['sheet']): AsyncGenerator<Sheet> {
  const names: string[] = []
  let found = false
  try {
    const reader = openWorkbook(path)
    for await (const sheet of reader) {
      names.push(sheet.name)
      const rows = sheetRows(sheet)
      if (isWanted(wanted, sheet.name, reader.model?.sheets.map((entry) => entry.name) ?? names)) {
        found = true
        yield { name: sheet.name, rows }
      }
      // The rest of a sheet must flow past before the next one comes.
      for await (const _ of rows);
    }
  } catch (error) {
    if (error instanceof DomainError) throw error
    throw new DomainError('INVALID', 'file.bad-workbook', { file, detail: (error as Error).message })
  }
  if (!found)
    throw new DomainError('INVALID', 'file.no-sheet', { file, sheet: sheetLabel(wanted), sheets: names.join(', ') })
}

/**
 * The names of the sheets that match a pattern, in the order of the file.
 *
 * @throws DomainError INVALID `file.bad-workbook`, `file.no-sheet`
 */
export async function sheetNames(path: string, file: string, pattern: string): Promise<string[]> {
  const names: string[] = []
  // Every sheet flows past: only at the end of the file are all of their names known.
  for await (const { name, rows } of workbookSheets(path, file, { pattern })) {
    names.push(name)
    for await (const _ of rows);
  }
  return names
}

function openWorkbook(path: string): StreamedWorkbook {
  return new ExcelJS.stream.xlsx.WorkbookReader(path, {
    worksheets: 'emit',
    sharedStrings: 'cache',
    // Styles say which numbers are days.
    styles: 'cache',
    hyperlinks: 'ignore',
    entries: 'ignore',
  }) as unknown as StreamedWorkbook
}

function isWanted(wanted: FileOptions['sheet'], name: string, all: readonly string[]): boolean {
  if (wanted === 'any') return true
  if (typeof wanted === 'number') return all[wanted - 1] === name
  if (typeof wanted === 'string') return folded(wanted) === folded(name)
  return new RegExp(patternOf(wanted), 'i').test(name)
}

function sheetLabel(wanted: FileOptions['sheet']): string {
  return typeof wanted === 'object' ? patternOf(wanted) : String(wanted)
}

function patternOf(wanted: { pattern: string } | { each: string }): string {
  return 'pattern' in wanted ? wanted.pattern : wanted.each
}

async function* sheetRows(sheet: StreamedSheet): AsyncGenerator<SourceRow[]> {
  let piece: SourceRow[] = []
  for await (const row of sheet) {
    const cells = cellsOf(row)
    if (cells.every((cell) => cell === '')) continue
    piece.push({ line: row.number, cells })
    if (piece.length < pieceRows) continue
    yield piece
    piece = []
  }
  if (piece.length > 0) yield piece
}

function cellsOf(row: ExcelJS.Row): Cell[] {
  // exceljs counts columns from 1 and leaves holes where cells are empty.
  const values = row.values as ExcelJS.CellValue[]
  return Array.from({ length: Math.max(0, values.length - 1) }, (_, at) => cellOf(values[at + 1]))
}

/**
 * A workbook's cell as text or number: formulas by their result, days as YYYY-MM-DD and moments with their time of day, rich
 * text as it reads, errors as empty.
 */
function cellOf(value: ExcelJS.CellValue | undefined): Cell {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return value ? 'true' : 'false'
  if (typeof value === 'string') return value.trim()
  if (value instanceof Date) return dayOrMoment(value)
  if ('richText' in value)
    return value.richText
      .map((run) => run.text)
      .join('')
      .trim()
  if ('text' in value) return String(value.text)
  if ('result' in value) return cellOf(value.result as ExcelJS.CellValue)
  return ''
}

/**
 * A workbook keeps the clock's face without a zone, as a share of a day: midnight is a day, anything else has its time, to
 * the second. A share that is no whole second is rounded to the nearest.
 */
function dayOrMoment(value: Date): string {
  const text = new Date(Math.round(value.getTime() / 1000) * 1000).toISOString()
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19)
}
