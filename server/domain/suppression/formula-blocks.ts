import { type Formula, formulas } from '../engine/formulas.ts'
import { measureOf } from '../measures/index.ts'
import { blockOf } from './blocks.ts'

/** A block that a formula reads, and over how many months, the judged one included. */
export interface NeedBlock {
  block: string
  months: number
}

const needBlocks = new Map<Formula, readonly NeedBlock[]>(
  formulas.map((formula) => [
    formula,
    formula.needs.flatMap(({ cell }) => {
      const block = blockOf(cell)
      if (!block) return []
      // A stock is its last month, whatever the window.
      const months = measureOf(cell)?.over === 'last' ? 1 : (formula.definition.months ?? 1)
      return [{ block: block.id, months }]
    }),
  ]),
)

/** The formulas that read anything that may be withheld, each with what it reads of it. */
export const guardedFormulas: readonly { formula: Formula; needs: readonly NeedBlock[] }[] = [...needBlocks]
  .filter(([, needs]) => needs.length > 0)
  .map(([formula, needs]) => ({ formula, needs }))

/** Whether a figure reads a withheld count in the months of its window: then all of it is withheld, parts, interval and verdict. */
export function readsWithheld(
  needs: readonly NeedBlock[],
  month: number,
  isWithheld: (block: string, month: number) => boolean,
): boolean {
  return needs.some(({ block, months }) => {
    for (let at = month - months + 1; at <= month; at++) if (isWithheld(block, at)) return true
    return false
  })
}
