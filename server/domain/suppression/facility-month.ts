import type { CellId } from '../measures/index.ts'
import { type Block, blockOf, blocks, cellsRead, readTogether } from './blocks.ts'
import { closingBySex, daysBySex, endTellsFlows, flowsBySex, openingBySex } from './flows-by-sex.ts'
import { fewBelow, fewestForTypical, isFew } from './sensitive.ts'
import { marginsTellPairs } from './sex-by-status.ts'

/** The count of a cell in one facility and month; undefined where nothing was counted. */
export type CountOf = (cell: CellId) => number | undefined

/** The cells of a facility by the block that they are withheld with. */
export type CellsOfBlocks = ReadonlyMap<string, readonly CellId[]>

export function cellsOfBlocks(cells: Iterable<CellId>): CellsOfBlocks {
  const found = new Map<string, CellId[]>()
  for (const cell of cells) {
    for (const block of [blockOf(cell), ...together.filter((one) => one.cells.includes(cell))]) {
      if (!block) continue
      const known = found.get(block.id)
      if (known) known.push(cell)
      else found.set(block.id, [cell])
    }
  }
  return found
}

const together = Object.values(readTogether)

/** What was withheld before: of this month, and of the month before it. */
export interface Earlier {
  thisMonth: ReadonlySet<string>
  monthBefore: ReadonlySet<string>
}

/**
 * The blocks of a facility's month that are withheld from the ministry. It depends on nothing but the facility's own counts,
 * so that it holds from the moment in which they are known. What was withheld of this month before stays so: shown now, what
 * did not change would tell what the rest once was.
 */
export function withheldBlocks(cells: CellsOfBlocks, countOf: CountOf, earlier: Earlier): Set<string> {
  const withheld = new Set<string>()
  const isThere = (id: string) => cells.get(id)?.some((cell) => countOf(cell) !== undefined) ?? false
  const linked = new Set([
    ...(earlier.monthBefore.has(closingBySex) ? [openingBySex] : []),
    ...((flowsBySex.some(isThere) && endTellsFlows(countOf)) || marginsTellPairs(countOf) ? [closingBySex] : []),
  ])
  for (const block of blocks) {
    if (!isThere(block.id)) continue
    const own = cells.get(block.id)!.filter((cell) => countOf(cell) !== undefined)
    const isBound = linked.has(block.id) || earlier.thisMonth.has(block.id)
    if (isBound || isWithheld(block, own, countOf, withheld)) withheld.add(block.id)
  }
  if ([...flowsBySex, openingBySex, closingBySex].some((id) => withheld.has(id)))
    for (const id of flowsBySex) if (isThere(id)) withheld.add(id)
  // What a month ends with is what its days follow; where only its begin is withheld, they would tell how many that were.
  if (withheld.has(openingBySex) && isThere(daysBySex)) withheld.add(daysBySex)
  return withheld
}

function isWithheld(block: Block, cells: readonly CellId[], countOf: CountOf, withheld: ReadonlySet<string>): boolean {
  if (block.isAlways || block.coarser.some((id) => withheld.has(id))) return true
  const whole = wholeIn(block, countOf)
  if (block.kind === 'typical') return whole === undefined || whole < fewestForTypical
  if (block.kind === 'groups') return hasSmallGroup(cells, countOf, whole) || hasFewCases(block, cells, countOf)
  return isSmallPart(countTogether(cells, countOf), whole)
}

/** What a block's counts are a part of; undefined where it is not known. */
function wholeIn({ whole, wholeWithout }: Block, countOf: CountOf): number | undefined {
  const all = whole && countOf(whole)
  if (all === undefined || wholeWithout === undefined) return all
  const others = countOf(wholeWithout)
  return others === undefined ? undefined : all - others
}

function countTogether(cells: readonly CellId[], countOf: CountOf): number {
  return cells.reduce((sum, cell) => sum + (countOf(cell) ?? 0), 0)
}

/** A count is small when it is, when what is left of its whole is, and when the whole is, of which it can only be a part. */
function isSmallPart(count: number, whole: number | undefined): boolean {
  return isFew(count) || (whole !== undefined && (isFew(whole - count) || isFew(whole)))
}

function hasSmallGroup(cells: readonly CellId[], countOf: CountOf, whole: number | undefined): boolean {
  const counts = cells.map((cell) => countOf(cell) ?? 0).filter((count) => count > 0)
  // One group that is all of a count that is known: the breakdown says no more than the count.
  if (counts.length === 1 && counts[0] === whole) return false
  return counts.some((count) => isFew(count) || (whole !== undefined && isFew(whole - count)))
}

/** Whether some group of a mean has fewer cases behind it than a mean needs to be shown. */
function hasFewCases(block: Block, cells: readonly CellId[], countOf: CountOf): boolean {
  return cells.some((cell) => {
    const cases = block.cases && (countOf(block.cases[block.cells.indexOf(cell)]!) ?? 0)
    return cases !== undefined && cases > 0 && cases < fewestForTypical
  })
}

/** A withheld block of one facility as it goes into a sum: its counts, and what else is known of them. */
export interface Member {
  facilityId: string
  /** Counts by cell; those that are known beside them too, where they are there. */
  counts: Readonly<Record<string, number>>
  /** True where the month was shown before it was withheld: whoever remembers it guesses what did not change since. */
  wasShown: boolean
}

export function memberOf(
  facilityId: string,
  block: Block,
  cells: readonly CellId[],
  countOf: CountOf,
  wasShown: boolean,
): Member {
  const counts: Record<string, number> = {}
  const known = cellsRead({ ...block, cells: [] })
  for (const cell of [...cells, ...known]) {
    const count = countOf(cell)
    if (count !== undefined) counts[cell] = count
  }
  return { facilityId, counts, wasShown }
}

/** What a reader who knows the rule may think a withheld count to be: as low as `low`, as high as `high`. */
export function plausible(block: Block, { counts }: Member): { count: number; low: number; high: number } {
  const countOf = (cell: CellId) => counts[cell]
  const count = countTogether(block.cells, countOf)
  const whole = wholeIn(block, countOf)
  if (whole !== undefined && isFew(whole)) return { count, low: 0, high: whole }
  if (isFew(count)) return { count, low: 1, high: fewBelow - 1 }
  if (whole !== undefined && isFew(whole - count)) return { count, low: whole - fewBelow + 1, high: whole - 1 }
  return { count, low: Math.max(0, count - fewBelow + 1), high: count + fewBelow - 1 }
}
