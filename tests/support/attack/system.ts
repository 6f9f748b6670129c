/** What an attacker knows of unknown whole numbers: for each the values it may have, and sums of them that were seen. */
export interface Knowledge {
  /** No unknown is larger. */
  most: number
  /** Smallest and largest value of each unknown. */
  bounds: Map<string, { low: number; high: number }>
  /** Sums of unknowns, each with its factor, that equal a number. */
  equations: { terms: Map<string, number>; equals: number }[]
}

export function nothingKnown(most = 500): Knowledge {
  return { most, bounds: new Map(), equations: [] }
}

export function learnBounds(known: Knowledge, unknown: string, low: number, high = known.most): void {
  const before = known.bounds.get(unknown) ?? { low: 0, high: known.most }
  known.bounds.set(unknown, { low: Math.max(before.low, low), high: Math.min(before.high, high) })
}

/** Adds an equation of which the known terms were brought to the right side. */
export function learnSum(known: Knowledge, terms: readonly (readonly [string, number])[], equals: number): void {
  const sums = new Map<string, number>()
  for (const [unknown, factor] of terms) sums.set(unknown, (sums.get(unknown) ?? 0) + factor)
  for (const unknown of sums.keys()) learnBounds(known, unknown, 0)
  if (sums.size > 0) known.equations.push({ terms: sums, equals })
}

/** An equation in whole numbers however large. */
interface Row {
  terms: Map<string, bigint>
  equals: bigint
}

/**
 * The unknowns that the equations alone determine, and what else follows from them: the system brought to reduced form, in whole
 * numbers, so that nothing is lost or found by rounding. The shortest come first, which keeps the others short.
 */
export function eliminate(known: Knowledge): { told: Set<string>; rows: Knowledge['equations'] } {
  const pivots = new Map<string, Row>()
  /** The leads of the rows in which an unknown stands. */
  const holders = new Map<string, Set<string>>()
  const hold = (lead: string, row: Row) => {
    for (const name of row.terms.keys()) holders.set(name, (holders.get(name) ?? new Set()).add(lead))
  }
  for (const equation of known.equations.toSorted((a, b) => a.terms.size - b.terms.size)) {
    const row = exactly(equation)
    for (const name of equation.terms.keys()) if (pivots.has(name)) take(row, pivots.get(name)!, name)
    const lead = [...row.terms.keys()][0]
    if (lead === undefined) continue
    for (const holder of holders.get(lead) ?? []) {
      const other = pivots.get(holder)!
      if (!other.terms.has(lead)) continue
      take(other, row, lead)
      hold(holder, other)
    }
    pivots.set(lead, row)
    hold(lead, row)
  }
  const rows = [...pivots.values()]
  return {
    told: new Set(rows.flatMap(({ terms }) => (terms.size === 1 ? [...terms.keys()] : []))),
    rows: rows.map(({ terms, equals }) => ({
      terms: new Map([...terms].map(([name, factor]) => [name, Number(factor)])),
      equals: Number(equals),
    })),
  }
}

/** Amounts that are no counts may have decimals: they are taken in millionths. */
const parts = 1_000_000

function exactly({ terms, equals }: Knowledge['equations'][number]): Row {
  const row = {
    terms: new Map([...terms].map(([name, factor]) => [name, BigInt(Math.round(factor * parts))])),
    equals: BigInt(Math.round(equals * parts)),
  }
  shorten(row)
  return row
}

/** Takes `other` off `row` so often that `name` no longer stands in it. */
function take(row: Row, other: Row, name: string): void {
  const [own, theirs] = [row.terms.get(name)!, other.terms.get(name)!]
  const shared = greatestDivisor(own, theirs)
  const [times, less] = [theirs / shared, own / shared]
  if (times !== 1n) for (const [one, factor] of row.terms) row.terms.set(one, factor * times)
  row.equals = row.equals * times - less * other.equals
  for (const [one, factor] of other.terms) {
    const left = (row.terms.get(one) ?? 0n) - less * factor
    if (left === 0n) row.terms.delete(one)
    else row.terms.set(one, left)
  }
  shorten(row)
}

function shorten(row: Row): void {
  let divisor = row.equals
  for (const factor of row.terms.values()) {
    divisor = greatestDivisor(divisor, factor)
    if (divisor === 1n) return
  }
  if (divisor === 0n) return
  for (const [one, factor] of row.terms) row.terms.set(one, factor / divisor)
  row.equals /= divisor
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  let [more, less] = [a < 0n ? -a : a, b < 0n ? -b : b]
  while (less > 0n) [more, less] = [less, more % less]
  return more
}

/** Narrows what each unknown can be by all equations together; gives the unknowns of which one value is left. */
export function narrowAll(known: Knowledge): Set<string> {
  if (!narrow(known.equations, known.bounds)) throw new Error('What the attack knows contradicts itself.')
  return new Set([...known.bounds].flatMap(([name, { low, high }]) => (low === high ? [name] : [])))
}

type Bounds = Map<string, { low: number; high: number }>

/** How far a quotient may be from a whole number and still be one. */
const tiny = 1e-9

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
