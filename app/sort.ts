/** How a table is sorted, as its address says: `?sort=occupancy&order=descending`. */
export interface Sort {
  column: string
  order: 'ascending' | 'descending'
}

/** The sort that the address asks for; `usual` when it asks for none, or for a column that cannot be sorted by. */
export function sortIn(search: URLSearchParams, sortable: readonly string[], usual: Sort): Sort {
  const column = search.get('sort')
  if (column === null || !sortable.includes(column)) return usual
  return { column, order: search.get('order') === 'descending' ? 'descending' : 'ascending' }
}

/**
 * `rows` in the order of `sort`, by the value that `sortValue` gives for its column: a text or a number.
 * Rows without a value stand last in both orders: missing is neither little nor much.
 */
export function sorted<Row>(
  rows: readonly Row[],
  sort: Sort,
  sortValue: (row: Row, column: string) => string | number | undefined,
  locale: string,
): Row[] {
  const { compare } = new Intl.Collator(locale, { numeric: true })
  const sign = sort.order === 'ascending' ? 1 : -1
  return rows.toSorted((left, right) => {
    const [a, b] = [sortValue(left, sort.column), sortValue(right, sort.column)]
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined)
    return sign * (typeof a === 'number' && typeof b === 'number' ? a - b : compare(String(a), String(b)))
  })
}
