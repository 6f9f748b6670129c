import type { CellId } from '../measures/index.ts'
import { blocks, cellsRead } from './blocks.ts'
import { closingBySex, daysBySex, flowsBySex, openingBySex } from './flows-by-sex.ts'

/** Withheld for each other's sake: a count that changed in one of them, or beside it, may withhold the others. */
const linked: readonly string[] = [openingBySex, closingBySex, daysBySex, ...flowsBySex]

/**
 * The blocks of which sums have to be decided anew where one facility's counts changed in some cells: those that it
 * withholds and that the cells stand in or are known beside, and every finer block that follows one of them. What the
 * facility does not withhold joins no sum of withheld counts.
 */
export function touchedBlocks(cells: readonly CellId[], withheld: ReadonlySet<string>): Set<string> {
  const changed = new Set(cells)
  const touched = new Set<string>()
  for (const block of blocks) {
    const isOwn =
      withheld.has(block.id) &&
      (linked.includes(block.id) || [...cellsRead(block), ...(block.cases ?? [])].some((id) => changed.has(id)))
    // Blocks stand after the coarser ones that they follow.
    if (isOwn || block.coarser.some((id) => touched.has(id))) touched.add(block.id)
  }
  return touched
}
