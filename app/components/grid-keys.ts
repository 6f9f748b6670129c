/** A cell of a grid by its place: row and column, both from nought, the head not counted. */
export interface GridPlace {
  row: number
  column: number
}

export interface GridSize {
  rows: number
  columns: number
  /** Rows that are in sight at once. */
  page: number
}

/** Which key was pressed, and whether with Control. */
export interface GridKey {
  key: string
  ctrlKey: boolean
}

/**
 * Where a key leads from a cell, as the grid pattern of the ARIA Authoring Practices has it: arrows one cell on, Home and
 * End to the ends of the row, with Control to the ends of the grid, Page Up and Page Down as far as the eye sees.
 * Undefined for a key that moves nothing. The edges hold: nothing wraps around.
 */
export function placeAfter(
  pressed: GridKey,
  from: GridPlace,
  size: GridSize,
  direction: 'ltr' | 'rtl',
): GridPlace | undefined {
  const last = { row: size.rows - 1, column: size.columns - 1 }
  const onwards = direction === 'rtl' ? -1 : 1
  const step = (rows: number, columns: number) => ({ row: from.row + rows, column: from.column + columns })
  const places: Record<string, GridPlace> = {
    ArrowDown: step(1, 0),
    ArrowUp: step(-1, 0),
    ArrowRight: step(0, onwards),
    ArrowLeft: step(0, -onwards),
    PageDown: step(size.page, 0),
    PageUp: step(-size.page, 0),
    Home: pressed.ctrlKey ? { row: 0, column: 0 } : { ...from, column: 0 },
    End: pressed.ctrlKey ? last : { ...from, column: last.column },
  }
  const to = Object.hasOwn(places, pressed.key) ? places[pressed.key] : undefined
  return to && { row: within(to.row, last.row), column: within(to.column, last.column) }
}

function within(place: number, last: number): number {
  return Math.min(Math.max(place, 0), last)
}
