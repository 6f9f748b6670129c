import type { Cell } from '../../domain/imports/cells.ts'
import { type Reason, reason } from '../../domain/imports/faults.ts'

/** One row of a file: the line on which it begins, its cells, and what is wrong with its form if it has none. */
export interface SourceRow {
  line: number
  cells: Cell[]
  fault?: Reason
}

/** Takes a text piece by piece and gives the rows that are complete. */
export interface CsvScanner {
  push: (text: string) => SourceRow[]
  end: () => SourceRow[]
}

/** How far a quoted cell may reach before its quotation mark counts as never closed. */
const longestCell = { characters: 262_144, lines: 1_000 }

/**
 * Reads comma-separated text (RFC 4180: quotes doubled inside quotes, line breaks allowed in them) of any line ending.
 *
 * A quotation mark that is never closed, or is closed in the middle of a cell, spoils only its own line: the row is given
 * with its fault and reading goes on with the next line. Blank lines are counted and left out. How the text is cut into
 * pieces makes no difference, and memory is bounded by the longest cell.
 */
export function csvScanner(delimiter: string): CsvScanner {
  let pending = ''
  let line = 1
  let afterReturn = false

  const scan = (text: string, last: boolean): SourceRow[] => {
    const rows: SourceRow[] = []
    const piece = searchable(text, delimiter, last)
    let start = 0
    while (start < text.length) {
      // The second half of a line's end that was cut in two.
      if (afterReturn && text[start] === '\n') start++
      afterReturn = false
      if (start >= text.length) break
      const found = readRow(piece, start)
      if (found === 'incomplete') break
      const { cells, fault } = found
      if (cells.length > 1 || cells[0] !== '' || fault) rows.push(fault ? { line, cells, fault } : { line, cells })
      line += found.lines
      start = found.end
      afterReturn = text[start - 1] === '\r' && start === text.length
    }
    pending = start < text.length ? text.slice(start) : ''
    return rows
  }
  return {
    push: (text) => scan(pending + text, false),
    end: () => scan(pending, true),
  }
}

interface ReadRow {
  cells: string[]
  /** Where the next row begins. */
  end: number
  lines: number
  fault?: Reason
}

/** A piece of text with the places of its marks; each is looked for once, however many rows the piece has. */
interface Piece {
  text: string
  delimiter: string
  /** Whether the file ends with this piece. */
  last: boolean
  nextFeed: (from: number) => number
  nextReturn: (from: number) => number
  nextQuote: (from: number) => number
}

function searchable(text: string, delimiter: string, last: boolean): Piece {
  return {
    text,
    delimiter,
    last,
    nextFeed: ahead(text, '\n'),
    nextReturn: ahead(text, '\r'),
    nextQuote: ahead(text, '"'),
  }
}

/** The first place of `mark` at or after a place that only moves forward; the text's length when there is none. */
function ahead(text: string, mark: string): (from: number) => number {
  let found = -1
  return (from) => {
    if (found < from) {
      found = text.indexOf(mark, from)
      if (found < 0) found = text.length
    }
    return found
  }
}

/** The row that begins at `start`, or 'incomplete' when more text is needed to see its end. */
function readRow(piece: Piece, start: number): ReadRow | 'incomplete' {
  const { text, delimiter, last } = piece
  const stop = Math.min(piece.nextFeed(start), piece.nextReturn(start))
  const isEndless = stop === text.length && !last
  if (isEndless && text.length - start <= longestCell.characters) return 'incomplete'
  if (piece.nextQuote(start) < stop) return readQuoted(piece, start, stop)
  return { cells: text.slice(start, stop).split(delimiter), end: afterLine(text, stop), lines: isEndless ? 0 : 1 }
}

/** A row with quotation marks, cell by cell. `stop` is the end of its first line, to which a broken row is cut. */
function readQuoted({ text, delimiter, last }: Piece, start: number, stop: number): ReadRow | 'incomplete' {
  const cells: string[] = []
  let lines = 1
  let at = start
  const broken = (fault: Reason): ReadRow => {
    return { cells: text.slice(start, stop).split(delimiter), end: afterLine(text, stop), lines: 1, fault }
  }
  for (;;) {
    if (text[at] === '"') {
      const close = closingQuote(text, at)
      if (close < 0) {
        if (!last && isWithinLimit(text, at)) return 'incomplete'
        return broken(reason('row.quote-open'))
      }
      const cell = text.slice(at + 1, close)
      lines += breaksIn(cell)
      if (lines > longestCell.lines) return broken(reason('row.quote-open'))
      cells.push(cell.includes('"') ? cell.replaceAll('""', '"') : cell)
      at = close + 1
      // The next character says whether the mark closed the cell or was the first half of a doubled one.
      if (at >= text.length && !last) return 'incomplete'
      if (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') {
        return broken(reason('row.quote-stray'))
      }
    } else {
      const next = cellEnd(text, at, delimiter)
      if (next === text.length && !last) return 'incomplete'
      cells.push(text.slice(at, next))
      at = next
    }
    if (text[at] !== delimiter) return { cells, end: afterLine(text, at), lines }
    at++
  }
}

function closingQuote(text: string, open: number): number {
  let at = text.indexOf('"', open + 1)
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2)
  return at
}

function isWithinLimit(text: string, open: number): boolean {
  return text.length - open <= longestCell.characters && breaksIn(text.slice(open)) <= longestCell.lines
}

function breaksIn(text: string): number {
  return text.split(/\r\n|\r|\n/).length - 1
}

function cellEnd(text: string, from: number, delimiter: string): number {
  let at = from
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at++
  return at
}

function afterLine(text: string, stop: number): number {
  if (text[stop] === '\r' && text[stop + 1] === '\n') return stop + 2
  return Math.min(stop + 1, text.length)
}
