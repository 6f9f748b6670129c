import { type CellId, groupCell } from '../measures/index.ts'
import { codeLists } from '../records/codes.ts'
import type { CountOf } from './facility-month.ts'
import { fewBelow, isFew } from './sensitive.ts'

/**
 * Whether the people by sex and the people by legal status, both known, narrow a small group of both down: where 38 of 40
 * are men and 5 await trial, at least 3 men do.
 */
export function marginsTellPairs(countOf: CountOf): boolean {
  const all = countOf('pop_closing')
  if (all === undefined) return false
  const columns = codeLists.legal_status.map((one) => countOf(groupCell('pop_closing', 'legal_status', one)) ?? 0)
  // Then the people by legal status are withheld for themselves.
  if (columns.some((column) => isFew(column) || isFew(all - column))) return false
  return codeLists.sex.some((sex) => {
    const row = countOf(groupCell('pop_closing', 'sex', sex)) ?? 0
    return codeLists.legal_status.some((status, at) => {
      const column = columns[at]!
      const count = countOf(`pop_closing@sex_x_legal_status:${sex}_x_${status}` as CellId) ?? 0
      if (!isFew(count)) return false
      return row + column - all > 1 || Math.min(row, column) < fewBelow - 1
    })
  })
}
