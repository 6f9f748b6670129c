import { useLocation } from '@remix-run/react'
import { useEffect, useState } from 'react'
import type { MatrixRow } from './matrix-row.ts'
import type { PackedRows } from './packed-rows.ts'

type Grid = typeof import('../components/data-grid.tsx')['DataGrid']

/** The grid, and all rows that the filter keeps. */
export interface WholeMatrix {
  Grid: Grid
  packed: PackedRows
  /** The page that these rows are the whole of. */
  pageRows: readonly MatrixRow[]
}

/**
 * The whole of a matrix of several pages, fetched with what draws it once the page has come to life. Undefined until
 * then, for a matrix of one page, and where it cannot be had: the page that the server drew simply stays.
 */
export function useWholeMatrix(
  columns: readonly { id: string }[],
  pageRows: readonly MatrixRow[],
  pages: number,
): WholeMatrix | undefined {
  const { search } = useLocation()
  const [whole, setWhole] = useState<WholeMatrix>()
  const ids = columns.map(({ id }) => id).join(',')
  useEffect(() => {
    if (pages === 1) return
    const leaving = new AbortController()
    Promise.all([import('../components/data-grid.tsx'), fetchRows(search, ids, leaving.signal)]).then(
      ([{ DataGrid }, packed]) => leaving.signal.aborted || setWhole({ Grid: DataGrid, packed, pageRows }),
      () => undefined,
    )
    return () => leaving.abort()
  }, [search, ids, pageRows, pages])
  return whole?.pageRows === pageRows ? whole : undefined
}

/** @throws Error when they are refused. */
async function fetchRows(search: string, columns: string, signal: AbortSignal): Promise<PackedRows> {
  const asked = new URLSearchParams(search)
  asked.set('columns', columns)
  const answer = await fetch(`/overview/rows?${asked}`, { signal })
  if (!answer.ok) throw new Error(`the rows were refused with ${answer.status}`)
  return answer.json()
}
