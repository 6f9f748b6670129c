import { findMeasure } from '../measures/index.ts'
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
