import { type Cell, textReader } from './cells.ts'
import { type Reason, reason } from './faults.ts'
import type { ColumnName, Field } from './fields.ts'
import { columnLabel, type Header } from './header.ts'
import { folded } from './nearest.ts'

/** Reads the text of one field from a row; `fault` is set when a code is not among those that the mapping translates. */
export interface FieldReader {
  read: (cells: readonly Cell[]) => string | Reason
  /** What stands in the file, before any translation. */
  raw: (cells: readonly Cell[]) => string
  /** The columns that it reads, for messages. */
  label: string
}

/** All columns that a field names: they must stand in the header. */
export function columnsOf(field: Field | undefined): ColumnName[] {
  if (field === undefined || (typeof field === 'object' && 'constant' in field)) return []
  if (typeof field === 'string') return [field]
  return 'join' in field ? field.join.flatMap(columnsOf) : [field.column]
}

/** Compiles `field` for files with this header. The header must hold its columns. */
export function fieldReader(field: Field, header: Header, nullWords: string[]): FieldReader {
  const text = textReader({ nullWords })
  if (typeof field === 'string') return columnReader(header.find(field)!, field, text)
  if ('constant' in field) return { read: () => field.constant, raw: () => field.constant, label: field.constant }
  if ('join' in field) return joinReader(field, header, nullWords)
  const plain = columnReader(header.find(field.column)!, columnLabel(field.column), text)
  return field.codes ? codeReader(plain, field.codes, field.otherwise) : plain
}

function columnReader(place: number, label: string, text: (cell: Cell) => string): FieldReader {
  const read = (cells: readonly Cell[]) => text(cells[place] ?? '')
  return { read, raw: read, label }
}

function joinReader(
  field: { join: Field[]; with?: string | undefined },
  header: Header,
  nullWords: string[],
): FieldReader {
  const parts = field.join.map((part) => fieldReader(part, header, nullWords))
  const sign = field.with ?? '|'
  const read = (cells: readonly Cell[]) => {
    const texts = parts.map((part) => part.read(cells))
    return texts.find((text) => typeof text === 'object') ?? texts.join(sign)
  }
  const raw = (cells: readonly Cell[]) => parts.map((part) => part.raw(cells)).join(sign)
  return { read, raw, label: parts.map((part) => part.label).join(' + ') }
}

function codeReader(plain: FieldReader, codes: Record<string, string>, otherwise: string | undefined): FieldReader {
  const translations = new Map(Object.entries(codes).map(([from, to]) => [folded(from), to]))
  const read = (cells: readonly Cell[]) => {
    const given = plain.read(cells)
    if (typeof given === 'object' || given === '') return given
    const ours = translations.get(folded(given)) ?? otherwise
    return ours ?? reason('cell.unknown-code', { allowed: Object.keys(codes).join(', ') })
  }
  return { read, raw: plain.raw, label: plain.label }
}
