import { runsAsFormula } from '../server/domain/spreadsheet-text.ts'

/** One cell of a file: a number as it is, a text made safe, or nothing where there is no value. */
export type CsvCell = string | number | null

/**
 * Rows as a CSV file (RFC 4180, UTF-8 with its mark, so that spreadsheets read accents). A text that a spreadsheet would run
 * as a formula gets an apostrophe before it; numbers are written with a point whatever the language; no value is empty, never 0.
 */
export function csv(rows: readonly (readonly CsvCell[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`
}

function cell(value: CsvCell): string {
  if (value === null) return ''
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : ''
  const text = runsAsFormula(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
