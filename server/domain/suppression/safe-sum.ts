import type { CellId } from '../measures/index.ts'
import { measureOf } from '../measures/index.ts'
import type { Block } from './blocks.ts'
import { type Member, plausible } from './facility-month.ts'
import { fewBelow, fewestForTypical, isFew } from './sensitive.ts'

/**
 * Whether the sum of withheld counts over these facilities may be known: with it each of them can still be all that it
 * could be without. One facility's sum is its count; of two with 1 each the sum 2 tells both. A facility that was shown
 * before hides none of the others.
 */
export function isSafeSum(block: Block, members: readonly Member[]): boolean {
  if (block.isAlways || block.isNeverSummed) return false
  const hiding = members.filter((member) => !member.wasShown)
  if (members.some((member) => hiding.length <= (member.wasShown ? 0 : 1))) return false
  if (block.kind === 'typical') return measureOf(block.cells[0]!)?.across === 'sum' || isOfEnough(block, hiding)
  return block.kind === 'groups' ? keepsGroups(block, members, hiding) : keepsRanges(block, members, hiding)
}

/**
 * Whether the middle of the durations of several facilities together may be known: those that are hidden in it have as many
 * cases as a middle needs to be shown at all, so that whoever takes away all that is known otherwise still learns of no fewer.
 */
function isOfEnough(block: Block, hiding: readonly Member[]): boolean {
  const cases = hiding.map(({ counts }) => counts[block.whole ?? ''])
  return cases.every((count) => count !== undefined) && total(cases, (count) => count ?? 0) >= fewestForTypical
}

const total = <Item>(items: readonly Item[], read: (item: Item) => number) =>
  items.reduce((sum, item) => sum + read(item), 0)

/** Each count could be as low and as high as before: the others that hide it have the room to make up for it. */
function keepsRanges(block: Block, members: readonly Member[], hiding: readonly Member[]): boolean {
  const ranges = hiding.map((one) => plausible(block, one))
  const below = total(ranges, ({ count, low }) => count - low)
  const above = total(ranges, ({ count, high }) => high - count)
  return members.every((member) => {
    const { count, low, high } = plausible(block, member)
    const own = member.wasShown ? { below: 0, above: 0 } : { below: count - low, above: high - count }
    return below - own.below >= high - count && above - own.above >= count - low
  })
}

/**
 * Groups of several facilities of which the sums of rows (facilities) and of columns (groups) are known: each small cell
 * can still be anything from 1 to 4, or to its row where that is less. The bounds are Fréchet's, which are reached in a
 * table of two ways (Dobra and Fienberg, PNAS 97 (2000), 11885).
 */
function keepsGroups(block: Block, members: readonly Member[], hiding: readonly Member[]): boolean {
  const cells = groupsIn(block, members)
  return cells.every((cell) => {
    const column = total(hiding, ({ counts }) => counts[cell] ?? 0)
    const rows = total(hiding, (one) => rowOf(block, one, cell, cells))
    return members.every((member) => {
      const own = member.counts[cell] ?? 0
      if (!isFew(own)) return true
      const row = rowOf(block, member, cell, cells)
      const [all, room] = member.wasShown ? [column + own, rows] : [column, rows - row]
      return all - room <= 1 && Math.min(row, all) >= Math.min(fewBelow - 1, row)
    })
  })
}

function groupsIn(block: Block, members: readonly Member[]): CellId[] {
  const known = new Set<string | undefined>([block.whole, ...block.subtotals.map((one) => one.cell)])
  return [...new Set(members.flatMap(({ counts }) => Object.keys(counts)))].filter(
    (cell) => !known.has(cell),
  ) as CellId[]
}

/** The smallest known count that a group is a part of: a subtotal, what the subtotals leave of the whole, or the sum of the groups. */
function rowOf(block: Block, { counts }: Member, cell: CellId, cells: readonly CellId[]): number {
  const own = block.subtotals.find((one) => one.of.includes(cell))
  const whole = block.whole === undefined ? undefined : counts[block.whole]
  const others = total(block.subtotals, (one) => (one === own ? 0 : (counts[one.cell] ?? 0)))
  const known = (own && counts[own.cell]) ?? (whole === undefined ? undefined : whole - others)
  return known ?? cells.reduce((sum, one) => sum + (counts[one] ?? 0), 0)
}
