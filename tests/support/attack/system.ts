/** What an attacker knows of unknown whole numbers: for each the values it may have, and sums of them that were seen. */
export interface Knowledge {
  /** Smallest and largest value of each unknown. */
  bounds: Map<string, { low: number; high: number }>
  /** Sums of unknowns, each with its factor, that equal a number. */
  equations: { terms: Map<string, number>; equals: number }[]
}

/** No count of these tests is larger. */
const unbounded = 500

export function nothingKnown(): Knowledge {
  return { bounds: new Map(), equations: [] }
}

export function learnBounds(known: Knowledge, unknown: string, low: number, high = unbounded): void {
  const before = known.bounds.get(unknown) ?? { low: 0, high: unbounded }
  known.bounds.set(unknown, { low: Math.max(before.low, low), high: Math.min(before.high, high) })
}

/** Adds an equation of which the known terms were brought to the right side. */
export function learnSum(known: Knowledge, terms: readonly (readonly [string, number])[], equals: number): void {
  const sums = new Map<string, number>()
  for (const [unknown, factor] of terms) sums.set(unknown, (sums.get(unknown) ?? 0) + factor)
  for (const unknown of sums.keys()) learnBounds(known, unknown, 0)
  if (sums.size > 0) known.equations.push({ terms: sums, equals })
}

/** The unknowns that the equations alone determine, and what else follows from them: the system brought to reduced form. */
export function eliminate(known: Knowledge): { told: Set<string>; rows: Knowledge['equations'] } {
  const pivots = new Map<string, Knowledge['equations'][number]>()
  for (const equation of known.equations) {
    const row = { terms: new Map(equation.terms), equals: equation.equals }
    for (const [name, factor] of equation.terms) if (pivots.has(name)) take(row, pivots.get(name)!, factor)
    const lead = [...row.terms.keys()][0]
    if (lead === undefined) continue
    const factor = row.terms.get(lead)!
    for (const [name, times] of row.terms) row.terms.set(name, times / factor)
    row.equals /= factor
    for (const other of pivots.values()) {
      const times = other.terms.get(lead)
      if (times !== undefined) take(other, row, times)
    }
    pivots.set(lead, row)
  }
  const rows = [...pivots.values()]
  return { told: new Set(rows.flatMap(({ terms }) => (terms.size === 1 ? [...terms.keys()] : []))), rows }
}

const tiny = 1e-9

/** Takes `other` off `row`, `times` over. */
function take(row: Knowledge['equations'][number], other: Knowledge['equations'][number], times: number): void {
  for (const [name, factor] of other.terms) {
    const left = (row.terms.get(name) ?? 0) - times * factor
    if (Math.abs(left) <= tiny) row.terms.delete(name)
    else row.terms.set(name, left)
  }
  row.equals -= times * other.equals
}

type Bounds = Map<string, { low: number; high: number }>

/** How many steps a search may take before it gives up and counts the value as possible. */
const patience = 40

/** Whether an unknown can have a value, all equations and bounds holding: bounds are narrowed, then values tried. */
export function canBe(known: Knowledge, unknown: string, value: number): boolean {
  const bounds = new Map([...known.bounds].map(([name, { low, high }]) => [name, { low, high }]))
  const own = bounds.get(unknown)
  if (!own || value < own.low || value > own.high) return false
  bounds.set(unknown, { low: value, high: value })
  const near = reachable(known, unknown)
  const steps = { left: patience }
  return search(near, bounds, steps)
}

/** The equations that hang together with an unknown. */
function reachable(known: Knowledge, unknown: string): Knowledge['equations'] {
  const names = new Set([unknown])
  let found: Knowledge['equations'] = []
  for (let size = -1; size < names.size; ) {
    size = names.size
    found = known.equations.filter(({ terms }) => [...terms.keys()].some((name) => names.has(name)))
    for (const { terms } of found) for (const name of terms.keys()) names.add(name)
  }
  return found
}

function search(equations: Knowledge['equations'], bounds: Bounds, steps: { left: number }): boolean {
  if (!narrow(equations, bounds)) return false
  const names = new Set(equations.flatMap(({ terms }) => [...terms.keys()]))
  const open = [...names].filter((name) => bounds.get(name)!.low < bounds.get(name)!.high)
  if (open.length === 0 || steps.left-- <= 0) return true
  const next = open.reduce((a, b) => (width(bounds, b) < width(bounds, a) ? b : a))
  const { low, high } = bounds.get(next)!
  const middle = Math.floor((low + high) / 2)
  for (const half of [
    { low, high: middle },
    { low: middle + 1, high },
  ]) {
    const tried: Bounds = new Map([...bounds].map(([name, one]) => [name, { ...one }]))
    tried.set(next, half)
    if (search(equations, tried, steps)) return true
  }
  return false
}

function width(bounds: Bounds, name: string): number {
  const { low, high } = bounds.get(name)!
  return high - low
}

/** Rounds of narrowing: bounds that creep towards each other one by one are left there. */
const rounds = 25

/** Narrows the bounds by every equation until nothing moves; false where one cannot hold. */
function narrow(equations: Knowledge['equations'], bounds: Bounds): boolean {
  for (let round = 0; round < rounds; round++) {
    let moves = false
    for (const { terms, equals } of equations) {
      let [least, most] = [0, 0]
      for (const [name, factor] of terms) {
        const { low, high } = bounds.get(name)!
        least += factor > 0 ? factor * low : factor * high
        most += factor > 0 ? factor * high : factor * low
      }
      if (least > equals || most < equals) return false
      for (const [name, factor] of terms) {
        const one = bounds.get(name)!
        const [own, ownMost] =
          factor > 0 ? [factor * one.low, factor * one.high] : [factor * one.high, factor * one.low]
        const [from, to] = [equals - (most - ownMost), equals - (least - own)]
        const [a, b] = factor > 0 ? [from / factor, to / factor] : [to / factor, from / factor]
        const [low, high] = [Math.max(one.low, Math.ceil(a - tiny)), Math.min(one.high, Math.floor(b + tiny))]
        if (low > high) return false
        if (low > one.low || high < one.high) {
          bounds.set(name, { low, high })
          moves = true
        }
      }
    }
    if (!moves) return true
  }
  return true
}
