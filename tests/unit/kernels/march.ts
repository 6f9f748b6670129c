import type { DerivedCell } from '../../../server/domain/kernels/index.ts'
import type { CellId } from '../../../server/domain/measures/index.ts'

/** The figure of a cell in the first month of the window. */
export function marchOf(made: ReadonlyMap<CellId, DerivedCell>, cell: CellId): number | undefined {
  return made.get(cell)?.amounts[0]
}

/** Every cell with its amounts, in order of name. */
export function allCells(made: ReadonlyMap<CellId, DerivedCell>): [string, number[]][] {
  return [...made]
    .map(([cell, { amounts }]): [string, number[]] => [cell, [...amounts]])
    .sort(([a], [b]) => (a < b ? -1 : 1))
}
