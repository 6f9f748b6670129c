import type { Dimension } from '../../server/domain/measures/define.ts'
import type { Chance } from './chance.ts'

/** The cells of one dimension: code → how many. */
export type Cells = Record<string, number>

/** How many, and how they divide; the cells of each dimension add up to the total. Every count divides by sex. */
export interface Count {
  total: number
  by: { sex: Cells } & Partial<Record<Dimension, Cells>>
}

/** How much likelier each group is to be counted than the rest: { sex: { female: 0.5 } }. */
export type Lean = Partial<Record<Dimension, Cells>>

export function sum(cells: Cells): number {
  let total = 0
  for (const code in cells) total += cells[code]!
  return total
}

export function mapCells(cells: Cells, change: (amount: number, code: string) => number): Cells {
  const changed: Cells = {}
  for (const code in cells) changed[code] = change(cells[code]!, code)
  return changed
}

/**
 * Divides `total` over cells in proportion to `weights`, in whole numbers that add up; no cell above its cap.
 * Chance decides only the rounding. The caps must leave room for the total.
 */
export function spread(chance: Chance, total: number, weights: Cells, caps?: Cells): Cells {
  const whole = sum(weights)
  const cells: Cells = {}
  let [passed, given] = [chance.next(), 0]
  let left = total
  for (const code in weights) {
    passed += whole > 0 ? (total * weights[code]!) / whole : 0
    const share = Math.min(Math.floor(passed + 1e-9) - given, caps?.[code] ?? Number.POSITIVE_INFINITY, left)
    cells[code] = Math.max(0, share)
    given = Math.floor(passed + 1e-9)
    left -= cells[code]!
  }
  return left > 0 ? fill(cells, left, weights, caps) : cells
}

/** Puts what the caps turned away where there is still room, the heaviest cells first. */
function fill(cells: Cells, left: number, weights: Cells, caps: Cells | undefined): Cells {
  const codes = Object.keys(cells).sort((a, b) => weights[b]! - weights[a]!)
  for (const code of codes) {
    const room = (caps?.[code] ?? Number.POSITIVE_INFINITY) - cells[code]!
    const more = Math.max(0, Math.min(room, left))
    cells[code] = cells[code]! + more
    left -= more
  }
  return cells
}

function leaning(cells: Cells, lean: Cells | undefined): Cells {
  return lean ? mapCells(cells, (amount, code) => amount * (lean[code] ?? 1)) : cells
}

/** Those of `whole` to whom something with this `rate` applies; never more than the whole in any cell. */
export function partOf(chance: Chance, whole: Count, rate: number, dimensions: readonly Dimension[], lean: Lean = {}) {
  const sex = mapCells(whole.by.sex, (count, code) => chance.binomial(count, rate * (lean.sex?.[code] ?? 1)))
  return divided(chance, sex, whole, dimensions, lean, true)
}

/** Events among the people of `base`, `mean` for each of them; one person may have many. */
export function eventsAmong(
  chance: Chance,
  base: Count,
  mean: number,
  dimensions: readonly Dimension[],
  lean: Lean = {},
) {
  const sex = mapCells(base.by.sex, (count, code) => chance.poisson(count * mean * (lean.sex?.[code] ?? 1)))
  return divided(chance, sex, base, dimensions, lean, false)
}

/** A count whose division by sex is known, divided by the other dimensions as `base` is. */
export function divided(
  chance: Chance,
  sex: Cells,
  base: Count,
  dimensions: readonly Dimension[],
  lean: Lean = {},
  isPart = true,
): Count {
  const count: Count = { total: sum(sex), by: { sex } }
  for (const dimension of dimensions) {
    const cells = base.by[dimension]
    if (dimension === 'sex' || !cells) continue
    count.by[dimension] = spread(chance, count.total, leaning(cells, lean[dimension]), isPart ? cells : undefined)
  }
  return count
}

/** a + b or a − b, cell by cell, in the dimensions that both have. */
export function combined(a: Count, b: Count, sign: 1 | -1): Count {
  const add = (left: Cells, right: Cells) => mapCells(left, (amount, code) => amount + sign * (right[code] ?? 0))
  const made: Count = { total: a.total + sign * b.total, by: { sex: add(a.by.sex, b.by.sex) } }
  for (const dimension of Object.keys(a.by) as Dimension[]) {
    const [left, right] = [a.by[dimension], b.by[dimension]]
    if (dimension !== 'sex' && left && right) made.by[dimension] = add(left, right)
  }
  return made
}
