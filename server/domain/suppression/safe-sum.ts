import type { CellId } from '../measures/index.ts'
import { measureOf } from '../measures/index.ts'
import type { Block } from './blocks.ts'
import { type Member, plausible } from './facility-month.ts'
import { fewBelow, isFew } from './sensitive.ts'

/**
 * Whether the sum of withheld counts over these facilities may be known: with it each of them can still be all that it
 * could be without. One facility's sum is its count; of two with 1 each the sum 2 tells both. A facility that was shown
 * before hides none of the others.
 */
export function isSafeSum(block: Block, members: readonly Member[]): boolean {
  if (block.isAlways || block.isNeverSummed) return false
  return members.every((member) => {
    const others = members.filter((one) => one !== member && !one.wasShown)
    return others.length > 0 && isHidden(block, member, others)
  })
}

function isHidden(block: Block, member: Member, others: readonly Member[]): boolean {
  if (block.kind === 'typical') return measureOf(block.cells[0]!)?.across === 'sum'
  if (block.kind === 'count') return keepsRange(block, member, others)
  return keepsGroups(block, member, others)
}

/** The count could be as low and as high as before: the others have the room to make up for it. */
function keepsRange(block: Block, member: Member, others: readonly Member[]): boolean {
  const own = plausible(block, member)
  const ranges = others.map((one) => plausible(block, one))
  const below = ranges.reduce((sum, { count, low }) => sum + count - low, 0)
  const above = ranges.reduce((sum, { count, high }) => sum + high - count, 0)
  return below >= own.high - own.count && above >= own.count - own.low
}

/**
 * Groups of several facilities of which the sums of rows (facilities) and of columns (groups) are known: each small cell
 * can still be anything from 1 to 4, or to its row where that is less. The bounds are Fréchet's, which are reached in a
 * table of two ways (Dobra and Fienberg, PNAS 97 (2000), 11885).
 */
function keepsGroups(block: Block, member: Member, others: readonly Member[]): boolean {
  const cells = groupsIn(block, [member, ...others])
  return groupsIn(block, [member]).every((cell) => {
    const own = member.counts[cell] ?? 0
    if (!isFew(own)) return true
    const row = rowOf(block, member, cell, cells)
    const column = others.reduce((sum, { counts }) => sum + (counts[cell] ?? 0), own)
    const room = others.reduce((sum, one) => sum + rowOf(block, one, cell, cells), 0)
    return column - room <= 1 && Math.min(row, column) >= Math.min(fewBelow - 1, row)
  })
}

function groupsIn(block: Block, members: readonly Member[]): CellId[] {
  const known = new Set<string | undefined>([block.whole, ...block.subtotals.map((one) => one.cell)])
  return [...new Set(members.flatMap(({ counts }) => Object.keys(counts)))].filter(
    (cell) => !known.has(cell),
  ) as CellId[]
}

/** The smallest known count that a group is a part of: a subtotal, the whole, or the sum of the groups. */
function rowOf(block: Block, { counts }: Member, cell: CellId, cells: readonly CellId[]): number {
  const subtotal = block.subtotals.find((one) => one.of.includes(cell))
  const known = (subtotal && counts[subtotal.cell]) ?? (block.whole && counts[block.whole])
  return known ?? cells.reduce((sum, one) => sum + (counts[one] ?? 0), 0)
}
