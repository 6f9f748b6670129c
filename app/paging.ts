/** Rows on one page of a long table; print and "all on one page" show every row. */
export const rowsAPage = 100

/** Which page of a long table an address asks for. */
export interface PageAsked {
  page: number
  isWhole: boolean
}

/** Reads `?page=2` and `?rows=all`; a page that is no number is the first. */
export function pageIn(search: URLSearchParams): PageAsked {
  return {
    page: Math.max(1, Number.parseInt(search.get('page') ?? '1', 10) || 1),
    isWhole: search.get('rows') === 'all',
  }
}

/** The rows of the page that is asked for; beyond the last page the last one. `pages` is 1 when all rows are shown. */
export function pageFrom<Row>(rows: readonly Row[], asked: PageAsked) {
  const pages = Math.max(1, Math.ceil(rows.length / rowsAPage))
  const page = Math.min(asked.page, pages)
  const shown = asked.isWhole ? [...rows] : rows.slice((page - 1) * rowsAPage, page * rowsAPage)
  return { shown, page, pages: asked.isWhole ? 1 : pages }
}
