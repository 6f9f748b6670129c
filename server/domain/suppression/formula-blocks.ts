import { type FormulaVersion, windowOf } from '../engine/formula-versions.ts'
import { type Formula, formulas } from '../engine/formulas.ts'
import { measureOf } from '../measures/index.ts'
import { blockOf, readTogether } from './blocks.ts'
import type { PlaceBlock } from './month-release.ts'

/**
 * A block that a formula reads, and over how many months, the judged one included; `version` where only some months are
 * judged by the version that reads it.
 */
export interface NeedBlock {
  block: string
  months: number
  version?: FormulaVersion
}

const needBlocks = new Map<Formula, readonly NeedBlock[]>(
  formulas.map((formula) => [
    formula,
    formula.versions?.flatMap((version) => blocksOf(version.formula).map((need) => ({ ...need, version }))) ??
      blocksOf(formula),
  ]),
)

function blocksOf({ definition, needs }: Formula): NeedBlock[] {
  return needs.flatMap(({ cell }) => {
    const together = readTogether[definition.id]
    const block = together?.cells.includes(cell) ? together : blockOf(cell)
    if (!block) return []
    // A stock is its last month, whatever the window.
    const months = measureOf(cell)?.over === 'last' ? 1 : (definition.months ?? 1)
    return [{ block: block.id, months }]
  })
}

function isReadIn({ version }: NeedBlock, month: number): boolean {
  return !version || (version.from <= month && month < version.until)
}

/** A formula that reads something that may be withheld, with what it reads of it. */
export interface GuardedFormula {
  formula: Formula
  needs: readonly NeedBlock[]
}

/** The longest window of any of them in months. */
export const longestWindow = Math.max(...formulas.map(windowOf))

export const guardedFormulas: readonly GuardedFormula[] = [...needBlocks]
  .filter(([, needs]) => needs.length > 0)
  .map(([formula, needs]) => ({ formula, needs }))

/** Whether a figure reads a withheld count in the months of its window: then all of it is withheld, parts, interval and verdict. */
export function readsWithheld(
  needs: readonly NeedBlock[],
  month: number,
  isWithheld: (block: string, month: number) => boolean,
): boolean {
  return needs.some((need) => {
    const { block, months } = need
    if (!isReadIn(need, month)) return false
    for (let at = month - months + 1; at <= month; at++) if (isWithheld(block, at)) return true
    return false
  })
}

/**
 * Whether the country's figure tells, in some month of its window, whoever knows one facility's counts those of another; by what
 * was decided of a block in a month.
 */
export function sumTellsOwn(
  { needs }: GuardedFormula,
  month: number,
  stateOf: (block: string, month: number) => PlaceBlock | undefined,
): boolean {
  return needs.some((need) => {
    if (!isReadIn(need, month)) return false
    for (let at = month - need.months + 1; at <= month; at++) if (stateOf(need.block, at)?.tellsOwn) return true
    return false
  })
}

/**
 * Whether a place's figure would give withheld counts back: in some month of its window their sum is not shown, or a facility
 * that withholds does not go into it, so that the figure and the sum would differ by that facility. `stateOf` gives what was
 * decided of a block in a place and a month: undefined where nothing is withheld.
 */
export function isSumWithheld(
  { needs }: GuardedFormula,
  placeId: string,
  month: number,
  stateOf: (block: string, placeId: string, month: number) => PlaceBlock | undefined,
  goesIn: (facilityId: string) => boolean,
): boolean {
  return needs.some((need) => {
    const { block, months } = need
    if (!isReadIn(need, month)) return false
    for (let at = month - months + 1; at <= month; at++) {
      const place = stateOf(block, placeId, at)
      if (place && (!place.isShown || !place.facilityIds.every(goesIn))) return true
    }
    return false
  })
}
