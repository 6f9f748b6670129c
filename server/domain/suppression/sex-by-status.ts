import { type CellId, groupCell } from '../measures/index.ts'
import { codeLists } from '../records/codes.ts'
import { awaitingTrial, heldOnOtherLaw } from './blocks.ts'
import type { CountOf } from './facility-month.ts'
import { fewBelow, isFew } from './sensitive.ts'

type Status = (typeof codeLists.legal_status)[number]

/** People of some legal statuses together, as far as their number is known. */
interface Column {
  statuses: readonly Status[]
  count: number
  /** True for a count that the catalogue shows by itself: that nobody is more than it is told with it. */
  isShownAlone: boolean
}

/**
 * Whether the people by sex and what is known of them by legal status narrow a small group of both down: where 38 of 40
 * are men and 5 await trial, at least 3 men do.
 */
export function marginsTellPairs(countOf: CountOf): boolean {
  const all = countOf('pop_closing')
  if (all === undefined) return false
  const columns = knownColumns(countOf, all)
  return codeLists.sex.some((sex) => {
    const row = countOf(groupCell('pop_closing', 'sex', sex)) ?? 0
    return columns.some(({ statuses, count, isShownAlone }) => {
      const pairs = statuses.map(
        (status) => countOf(`pop_closing@sex_x_legal_status:${sex}_x_${status}` as CellId) ?? 0,
      )
      if (!isFew(pairs.reduce((sum, pair) => sum + pair, 0))) return false
      return row + count - all > 1 || (!isShownAlone && Math.min(row, count) < fewBelow - 1)
    })
  })
}

/** Those who await trial and all others, and status by status where people by legal status are not withheld for themselves. */
function knownColumns(countOf: CountOf, all: number): Column[] {
  const awaiting = countOf('pretrial_closing')
  const others = codeLists.legal_status.filter((one) => !awaitingTrial.some((status) => status === one))
  const shown: Column[] =
    awaiting === undefined
      ? []
      : [
          { statuses: awaitingTrial, count: awaiting, isShownAlone: true },
          { statuses: others, count: all - awaiting, isShownAlone: true },
          ...splitByLaw(others, all - awaiting, countOf),
        ]
  const single = codeLists.legal_status.map((one) => ({
    statuses: [one],
    count: countOf(groupCell('pop_closing', 'legal_status', one)) ?? 0,
    isShownAlone: false,
  }))
  const isWithheld = single.some(({ count }) => isFew(count) || isFew(all - count))
  return isWithheld ? shown : [...shown, ...single]
}

/** Those of the others who are held on other law and those who are not, where the base of the unsentenced share tells them. */
function splitByLaw(others: readonly Status[], count: number, countOf: CountOf): Column[] {
  const isOtherLaw = (status: Status) => heldOnOtherLaw.cells.includes(groupCell('pop_closing', 'legal_status', status))
  const onOtherLaw = heldOnOtherLaw.cells.reduce((sum, cell) => sum + (countOf(cell) ?? 0), 0)
  if ([onOtherLaw, count - onOtherLaw, count].some(isFew)) return []
  return [
    { statuses: others.filter(isOtherLaw), count: onOtherLaw, isShownAlone: true },
    { statuses: others.filter((one) => !isOtherLaw(one)), count: count - onOtherLaw, isShownAlone: true },
  ]
}
