import type { Indicator } from '../indicators/define.ts'
import { indicators } from '../indicators/index.ts'
import { monthsOfVersion, versionsOf } from '../indicators/versions.ts'
import { type Dimension, dimensions } from '../measures/define.ts'
import { type CellId, cellParts, findMeasure, groupCell, measureOf } from '../measures/index.ts'
import { codeLists } from '../records/codes.ts'
import { cellsOf, type FormulaVersion } from './formula-versions.ts'

/**
 * One indicator as it is computed for the whole or for one group: each need resolved to the cell it reads, as the newest
 * version of the definition that knows the group writes it.
 */
export interface Formula {
  definition: Indicator
  /** '' for the whole, else 'sex:female'. */
  breakdown: string
  needs: readonly { name: string; cell: CellId }[]
  /** All versions with their months, the oldest first; absent where one definition makes the figures of all months. */
  versions?: readonly FormulaVersion[]
}

/** The formula for one group, or undefined where a need has no such breakdown. */
function formulaFor(definition: Indicator, dimension: Dimension, code: string): Formula | undefined {
  const needs: { name: string; cell: CellId }[] = []
  for (const [name, cell] of Object.entries(definition.needs)) {
    const narrowed = definition.comparedWith?.includes(name) ? cell : groupOf(definition, cell, dimension, code)
    if (!narrowed) return undefined
    needs.push({ name, cell: narrowed })
  }
  return { definition, breakdown: `${dimension}:${code}`, needs }
}

/**
 * `cell` for one group. A cell that is a group already cannot be broken down a second time: returns are one-dimensional.
 * Only where a group is compared with all people does the group asked for take the place of the one shown for the whole.
 */
function groupOf(definition: Indicator, cell: CellId, dimension: Dimension, code: string): CellId | undefined {
  const { measureId, breakdown } = cellParts(cell)
  if (breakdown !== '' && !definition.comparedWith) return undefined
  return findMeasure(measureId)?.breakdowns.includes(dimension) ? groupCell(measureId, dimension, code) : undefined
}

function isDimension(name: string): name is Dimension & keyof typeof codeLists {
  return (dimensions as readonly string[]).includes(name) && name in codeLists
}

/** Every formula that returns can feed: each indicator for the whole, then for each group that all its needs know. */
export function formulasOf(definitions: readonly Indicator[]): Formula[] {
  return definitions.flatMap((definition) => {
    const isOneForAll = !definition.earlier && !definition.from && !definition.until
    return isOneForAll ? formulasOfVersion(definition) : withVersions(definition)
  })
}

function formulasOfVersion(definition: Indicator): Formula[] {
  const whole = {
    definition,
    breakdown: '',
    needs: Object.entries(definition.needs).map(([name, cell]) => ({ name, cell })),
  }
  const groups = definition.breakdowns
    .filter(isDimension)
    .flatMap((dimension) => codeLists[dimension].map((code) => formulaFor(definition, dimension, code)))
  return [whole, ...groups.filter((formula) => formula !== undefined)]
}

/** One formula for the whole and each group that any version knows, kept under the newest definition. */
function withVersions(newest: Indicator): Formula[] {
  const all = versionsOf(newest).flatMap((version) =>
    formulasOfVersion(version).map((formula) => ({ ...monthsOfVersion(version), formula })),
  )
  return [...new Set(all.map(({ formula }) => formula.breakdown))].map((breakdown) => {
    const versions = all.filter(({ formula }) => formula.breakdown === breakdown)
    return { ...versions.at(-1)!.formula, definition: newest, versions }
  })
}

/** The formulas of the whole catalogue. */
export const formulas: readonly Formula[] = formulasOf(indicators)

/** Formulas by the cells that they read: a facility is asked only for those that it can feed. */
const byCell = new Map<CellId, Formula[]>()
for (const formula of formulas) {
  for (const cell of new Set(cellsOf(formula))) byCell.set(cell, [...(byCell.get(cell) ?? []), formula])
}

/** The formulas that read any of the cells, each once. */
export function formulasFedBy(cells: Iterable<CellId>): Formula[] {
  return [...new Set([...cells].flatMap((cell) => byCell.get(cell) ?? []))]
}

/** Whether a formula reads what is counted of the country and its regions, and of no facility. */
export function isNational(formula: Formula): boolean {
  return cellsOf(formula).every((cell) => measureOf(cell)?.place === 'country')
}
