import type { Cell } from './cells.ts'
import { type Reason, reason } from './faults.ts'
import type { ColumnName } from './fields.ts'
import { folded, nearest } from './nearest.ts'

/** The columns of a file by their headers; a header is found without regard to case and spaces. */
export interface Header {
  names: string[]
  /** Place of the column, or undefined. */
  find: (column: ColumnName) => number | undefined
}

export function headerOf(cells: readonly Cell[]): Header {
  const names = cells.map((cell) => String(cell).trim())
  const places = new Map<string, number>()
  names.forEach((name, place) => {
    if (name && !places.has(folded(name))) places.set(folded(name), place)
  })
  const find = (column: ColumnName) => {
    for (const name of typeof column === 'string' ? [column] : column) {
      const place = places.get(folded(name))
      if (place !== undefined) return place
    }
    return undefined
  }
  return { names, find }
}

/** How the mapping calls a column, for messages. */
export function columnLabel(column: ColumnName): string {
  return typeof column === 'string' ? column : column[0]!
}

/** The columns of the mapping that the header lacks or has twice, each with the nearest header. */
export function headerFaults(header: Header, wanted: readonly ColumnName[], file: string): Reason[] {
  const faults = new Map<string, Reason>()
  for (const column of wanted) {
    const label = columnLabel(column)
    const place = header.find(column)
    if (place === undefined) faults.set(label, unknownColumn(header, label, file))
    else {
      const second = header.names.findIndex((name, at) => at > place && folded(name) === folded(header.names[place]!))
      if (second > 0)
        faults.set(label, reason('file.column-twice', { file, column: label, first: place + 1, second: second + 1 }))
    }
  }
  return [...faults.values()]
}

function unknownColumn(header: Header, column: string, file: string): Reason {
  const columns = header.names.filter(Boolean)
  const near = nearest(column, columns) ?? 'none'
  return reason('file.unknown-column', { file, column, nearest: near, columns: columns.join(', ') })
}
