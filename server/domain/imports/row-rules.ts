import type { Cell } from './cells.ts'
import type { Header } from './header.ts'
import type { Mapping } from './mapping.ts'
import { folded } from './nearest.ts'

/** What the mapping does to rows before they are read: undefined leaves a row out; else its cells, and which correction was made. */
export interface RowRules {
  apply: (cells: Cell[]) => { cells: Cell[]; corrected: number | undefined } | undefined
}

/** Compiles the mapping's `leaveOut` and `corrections`. The header must hold their columns. */
export function rowRules(mapping: Mapping, header: Header): RowRules {
  const left = mapping.leaveOut.map((rule) => ({
    place: header.find(rule.column)!,
    pattern: new RegExp(rule.matches, 'i'),
  }))
  const corrections = mapping.corrections.map((entry) => ({
    when: Object.entries(entry.when).map(([column, text]) => ({ place: header.find(column)!, text: folded(text) })),
    set: Object.entries(entry.set).map(([column, text]) => ({ place: header.find(column)!, text })),
  }))
  const apply = (cells: Cell[]) => {
    if (left.some(({ place, pattern }) => pattern.test(String(cells[place] ?? '').trim()))) return undefined
    const corrected = corrections.findIndex((entry) =>
      entry.when.every(({ place, text }) => folded(String(cells[place] ?? '')) === text),
    )
    if (corrected < 0) return { cells, corrected: undefined }
    const mended = [...cells]
    for (const { place, text } of corrections[corrected]!.set) mended[place] = text
    return { cells: mended, corrected }
  }
  return { apply }
}
