import type { CellId } from '../measures/index.ts'
import { measureOf } from '../measures/index.ts'
import type { Block } from './blocks.ts'
import { type Member, plausible } from './facility-month.ts'
import { fewBelow, fewestForTypical, isFew } from './sensitive.ts'

/** Who may hold the sum: somebody who knows none of the counts, or one of those whose count is in it, who takes it off. */
export type Knowing = 'none' | 'own'

/**
 * Whether the sum of withheld counts over these facilities may be known: with it each of them can still be all that it
 * could be without. One facility's sum is its count; of two with 1 each the sum 2 tells both. A facility that was shown
 * before hides none of the others. To whoever knows `own`, it may be where it may with any one of them taken off.
 */
export function isSafeSum(block: Block, members: readonly Member[], knowing: Knowing = 'none'): boolean {
  if (block.isAlways || block.isNeverSummed) return false
  const hiding = members.filter((member) => !member.wasShown)
  const taken = knowing === 'own' ? 1 : 0
  if (members.some((member) => hiding.length - taken <= (member.wasShown ? 0 : 1))) return false
  if (block.kind === 'typical')
    return measureOf(block.cells[0]!)?.across === 'sum' || isOfEnough(block, hiding, knowing)
  return (block.kind === 'groups' ? keepsGroups : keepsRanges)(block, members, hiding, knowing)
}

/**
 * Whether the middle of the durations of several facilities together may be known: those that are hidden in it have as many
 * cases as a middle needs to be shown at all, so that whoever takes away all that is known otherwise still learns of no fewer.
 */
function isOfEnough(block: Block, hiding: readonly Member[], knowing: Knowing): boolean {
  const casesOf = ({ counts }: Member) => counts[block.whole ?? '']
  if (hiding.some((one) => casesOf(one) === undefined)) return false
  const read = (one: Member) => casesOf(one) ?? 0
  return total(hiding, read) - mostBeside(hiding, read, knowing)(undefined) >= fewestForTypical
}

const total = <Item>(items: readonly Item[], read: (item: Item) => number) =>
  items.reduce((sum, item) => sum + read(item), 0)

/** How much the one who knows most can take off beside an item: the most of any other; nothing where nobody knows any. */
function mostBeside<Item>(
  items: readonly Item[],
  read: (item: Item) => number,
  knowing: Knowing,
): (item: Item | undefined) => number {
  if (knowing === 'none') return () => 0
  const [first, second] = items.toSorted((a, b) => read(b) - read(a))
  return (item) => {
    const most = item === first ? second : first
    return most === undefined ? 0 : read(most)
  }
}

/** Each count could be as low and as high as before: the others that hide it have the room to make up for it. */
function keepsRanges(block: Block, members: readonly Member[], hiding: readonly Member[], knowing: Knowing): boolean {
  const [below, above] = [
    (one: Member) => plausible(block, one).count - plausible(block, one).low,
    (one: Member) => plausible(block, one).high - plausible(block, one).count,
  ]
  const [allBelow, allAbove] = [total(hiding, below), total(hiding, above)]
  const [takenBelow, takenAbove] = [mostBeside(hiding, below, knowing), mostBeside(hiding, above, knowing)]
  return members.every((member) => {
    const own = member.wasShown ? { below: 0, above: 0 } : { below: below(member), above: above(member) }
    return (
      allBelow - own.below - takenBelow(member) >= above(member) &&
      allAbove - own.above - takenAbove(member) >= below(member)
    )
  })
}

/**
 * Groups of several facilities of which the sums of rows (facilities) and of columns (groups) are known: each small cell
 * can still be anything from 1 to 4, or to its row where that is less. The bounds are Fréchet's, which are reached in a
 * table of two ways (Dobra and Fienberg, PNAS 97 (2000), 11885).
 */
function keepsGroups(block: Block, members: readonly Member[], hiding: readonly Member[], knowing: Knowing): boolean {
  const cells = groupsIn(block, members)
  return cells.every((cell) => {
    const ownOf = ({ counts }: Member) => counts[cell] ?? 0
    const restOf = (one: Member) => rowOf(block, one, cell, cells) - ownOf(one)
    const [column, rest] = [total(hiding, ownOf), total(hiding, restOf)]
    const [takenOwn, takenRest] = [mostBeside(hiding, ownOf, knowing), mostBeside(hiding, restOf, knowing)]
    return members.every((member) => {
      const own = ownOf(member)
      if (!isFew(own)) return true
      const row = rowOf(block, member, cell, cells)
      // What the column leaves for the cell at least, when the others' rows take all that they can.
      const least = (member.wasShown ? own : row) - (rest - takenRest(member))
      const all = (member.wasShown ? column + own : column) - takenOwn(member)
      return least <= 1 && Math.min(row, all) >= Math.min(fewBelow - 1, row)
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
