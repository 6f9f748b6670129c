import { type CellId, cellParts, findMeasure, type MeasureId, measures } from '../measures/index.ts'
import { type Reason, reason } from './faults.ts'

/** A rule of parts and wholes over the values of one row: `parts` together may not exceed `whole`. Places in the row. */
interface PartRule {
  whole: number
  parts: number[]
  dimension: string | undefined
}

/** Something that cannot be: a part larger than its whole. `place` is the value to blame. */
export interface PartFault {
  place: number
  reason: Reason
}

/**
 * Compiles the checks of parts against wholes for rows that carry these cells (pop_closing, pop_closing@sex:female …):
 * a measure against the one that it is a part of, one cell of a breakdown and all cells of it against their total.
 * Values that are not counted are NaN and take no part.
 */
export function partChecks(cells: readonly string[]): (values: ArrayLike<number>) => PartFault | undefined {
  const rules = [...partOfRules(cells), ...breakdownRules(cells)]
  return (values) => {
    for (const rule of rules) {
      const whole = values[rule.whole]!
      let sum = 0
      for (const part of rule.parts) sum += values[part]! || 0
      // Full-time equivalents are typed with rounding.
      if (sum > whole + 1e-6) return explain(rule, sum, values, cells)
    }
    return undefined
  }
}

function explain(rule: PartRule, sum: number, values: ArrayLike<number>, cells: readonly string[]): PartFault {
  const [whole, wholeValue] = [cells[rule.whole]!, values[rule.whole]!]
  const place = rule.parts.find((part) => values[part]! > wholeValue)
  if (place !== undefined) {
    return {
      place,
      reason: reason('part.larger', { part: cells[place]!, partValue: values[place]!, whole, wholeValue }),
    }
  }
  const dimension = rule.dimension ?? ''
  return { place: rule.parts[0]!, reason: reason('parts.larger', { dimension, sum, whole, wholeValue }) }
}

function partOfRules(cells: readonly string[]): PartRule[] {
  return cells.flatMap((cell, place) => {
    const [id = '', breakdown] = cell.split('@')
    const partOf = findMeasure(id)?.partOf
    const whole = partOf === undefined ? -1 : cells.indexOf(breakdown === undefined ? partOf : `${partOf}@${breakdown}`)
    return whole < 0 ? [] : [{ whole, parts: [place], dimension: undefined }]
  })
}

function breakdownRules(cells: readonly string[]): PartRule[] {
  const groups = new Map<string, PartRule>()
  cells.forEach((cell, place) => {
    const [id = '', breakdown] = cell.split('@')
    const whole = cells.indexOf(id)
    if (breakdown === undefined || whole < 0) return
    const dimension = breakdown.split(':')[0]!
    // One person can belong to several special groups: only each by itself is a part.
    const group = dimension === 'special_group' ? cell : `${id}@${dimension}`
    const rule = groups.get(group) ?? { whole, parts: [], dimension }
    rule.parts.push(place)
    groups.set(group, rule)
  })
  return [...groups.values()]
}

/** A cell of a file, and the measure whose cell of the same group it is held against. */
export interface PairElsewhere {
  measureId: MeasureId
  breakdown: string
  other: MeasureId
}

/**
 * What the cells of a file are held against that it does not bring itself: `up`, the wholes that its cells are parts of, and
 * `down`, the parts that its cells are wholes of. Only cells that there can be.
 */
export function pairsElsewhere(cells: readonly CellId[]): { up: PairElsewhere[]; down: PairElsewhere[] } {
  const brought = new Set<string>(cells)
  const pairs = (cell: CellId, others: readonly MeasureId[]): PairElsewhere[] => {
    const { measureId, breakdown } = cellParts(cell)
    return others
      .filter((other) => canBe(other, breakdown) && !brought.has(breakdown ? `${other}@${breakdown}` : other))
      .map((other) => ({ measureId, breakdown, other }))
  }
  return {
    up: cells.flatMap((cell) => pairs(cell, wholesOf(cell))),
    down: cells.flatMap((cell) => pairs(cell, partsOf.get(cellParts(cell).measureId) ?? [])),
  }
}

function wholesOf(cell: CellId): MeasureId[] {
  const whole = findMeasure(cellParts(cell).measureId)?.partOf
  return whole === undefined ? [] : [whole as MeasureId]
}

const partsOf = new Map<string, MeasureId[]>()
for (const { id, partOf } of measures) if (partOf) partsOf.set(partOf, [...(partsOf.get(partOf) ?? []), id])

function canBe(measureId: MeasureId, breakdown: string): boolean {
  const [dimension] = breakdown.split(':')
  return breakdown === '' || findMeasure(measureId)!.breakdowns.some((one) => one === dimension)
}
