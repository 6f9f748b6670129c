import type { Api } from '../../server/caller.server.ts'
import type { Verdict } from '../../server/domain/indicators/verdict.ts'
import { foundIn } from '../find.ts'
import { type PageAsked, pageFrom, pageIn } from '../paging.ts'
import { type Sort, sorted } from '../sort.ts'
import type { MatrixRow } from './matrix-row.ts'

type Row = Awaited<ReturnType<Api['indicators']['matrix']>>[number]

/** What the address asks of the matrix: words to find, a verdict to keep to, an order, a page. */
export interface MatrixFilter extends PageAsked {
  find: string
  verdict: Verdict['verdict'] | undefined
  sort: Sort
}

const verdicts: readonly Verdict['verdict'][] = ['breach', 'concern', 'within', 'not-assessed']

export function filterIn(url: URL, sortable: readonly string[]): MatrixFilter {
  const search = url.searchParams
  const column = search.get('sort') ?? ''
  return {
    find: (search.get('find') ?? '').trim().slice(0, 100),
    verdict: verdicts.find((one) => one === search.get('verdict')),
    sort: {
      column: sortable.includes(column) ? column : 'region',
      order: search.get('order') === 'descending' ? 'descending' : 'ascending',
    },
    ...pageIn(search),
  }
}

/** What the matrix shows of a row. */
export function matrixRow({ facility, readings }: Row): MatrixRow {
  return {
    key: facility.key,
    name: facility.name,
    region: facility.regionName,
    readings: readings.map(({ figure, verdict }) => ({ figure, verdict })),
  }
}

/** The rows that the filter keeps, in its order, and the page of them that is shown. */
export function pageOf(rows: readonly Row[], columns: readonly string[], filter: MatrixFilter, locale: string) {
  const kept = rows.filter((row) => isFound(row, filter.find) && hasVerdict(row, filter.verdict))
  const inOrder =
    filter.sort.column === 'region' && filter.sort.order === 'ascending' ? kept : order(kept, columns, filter, locale)
  return { found: inOrder.length, ...pageFrom(inOrder, filter) }
}

function isFound({ facility }: Row, find: string): boolean {
  return foundIn(`${facility.name} ${facility.key} ${facility.regionName ?? ''}`, find)
}

function hasVerdict(row: Row, verdict: MatrixFilter['verdict']): boolean {
  return verdict === undefined || row.readings.some((reading) => reading.verdict.verdict === verdict)
}

const levels = ['breach', 'critical', 'serious', 'warning', 'within', 'not-assessed']

/** Figures are put in the order of their verdicts and never of their values: an order by value is a ranking. */
function order(rows: readonly Row[], columns: readonly string[], { sort }: MatrixFilter, locale: string): Row[] {
  const value = (row: Row, column: string) => {
    if (column === 'name') return row.facility.name
    if (column === 'region') return row.facility.regionName ?? undefined
    const verdict = row.readings[columns.indexOf(column)]?.verdict
    return verdict && levels.indexOf(verdict.verdict === 'concern' ? verdict.level : verdict.verdict)
  }
  return sorted(rows, sort, value, locale)
}
