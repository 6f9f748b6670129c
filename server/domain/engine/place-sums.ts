import { type CellId, measureOf } from '../measures/index.ts'
import type { FigureSeries, MeasureSeries } from '../series.ts'
import { type Figure, missing, type Value } from '../value.ts'
import { emptyFigures, needValues, putFigure } from './figure-series.ts'
import type { Formula } from './formulas.ts'

/** An indicator of a region or the country: its figures, and of how many facilities they speak. */
export interface PlaceSeries extends FigureSeries {
  reporting: number[]
  expected: number[]
}

/**
 * The sums of one formula over the facilities of one place, one place of each array a month. Facilities are added one
 * at a time, so that memory is bounded by one.
 */
export interface PlaceSums {
  formula: Formula
  first: number
  last: number
  /** One row a need of the formula. */
  totals: number[][]
  reporting: number[]
  expected: number[]
  grades: number[]
}

/** Under this many reporting facilities there is no national figure of a facility-level quantity (catalogue, small numbers). */
export const fewestReporting = 3

export function emptySums(formula: Formula, first: number, last: number): PlaceSums {
  const zeros = () => new Array<number>(last - first + 1).fill(0)
  return {
    formula,
    first,
    last,
    totals: formula.needs.map(zeros),
    reporting: zeros(),
    expected: zeros(),
    grades: zeros(),
  }
}

/**
 * Adds one facility's month; `isExpected` when it was open and should have reported. Sums come before ratios, and only
 * a facility whose counts are all there goes in, so that numerator and denominator speak of the same facilities.
 * `expected` keeps only what differs from the open facilities of the place, which `placeSeries` adds.
 */
export function addFacilityMonth(
  sums: PlaceSums,
  month: number,
  measures: ReadonlyMap<CellId, MeasureSeries>,
  isExpected: boolean,
): void {
  const amounts = amountsOf(sums.formula, needValues(sums.formula, measures, month))
  if (amounts === 'missing') return
  const place = month - sums.first
  if (amounts === 'not-applicable') {
    if (isExpected) raise(sums.expected, place, -1)
    return
  }
  if (!isExpected) raise(sums.expected, place, 1)
  raise(sums.reporting, place, 1)
  sums.formula.needs.forEach((need, index) => {
    const totals = sums.totals[index] ?? []
    totals[place] = combine(need.cell, totals[place] ?? 0, amounts[index] ?? 0)
    const source = measures.get(need.cell)
    sums.grades[place] = Math.max(sums.grades[place] ?? 0, source?.grades[month - source.startMonth] ?? 0)
  })
}

function raise(counts: number[], place: number, by: number): void {
  counts[place] = (counts[place] ?? 0) + by
}

function amountsOf(formula: Formula, values: Record<string, Value>): number[] | 'missing' | 'not-applicable' {
  const amounts: number[] = []
  let isMissing = false
  for (const { name } of formula.needs) {
    const value = values[name]
    if (value?.state === 'counted') amounts.push(value.value)
    else if (value?.state === 'nothing-to-report') amounts.push(0)
    else if (value?.state !== 'not-applicable') isMissing = true
    else if (formula.definition.noneWhenNotApplicable?.includes(name)) amounts.push(0)
    else return 'not-applicable'
  }
  return isMissing ? 'missing' : amounts
}

/** The figures of a place in which `open` facilities were open month by month. */
export function placeSeries(sums: PlaceSums, kind: 'region' | 'country', open: readonly number[]): PlaceSeries {
  const series = emptyFigures(sums.first, sums.last)
  const expected = sums.expected.map((adjustment, place) => adjustment + (open[place] ?? 0))
  for (let place = 0; place < expected.length; place++) {
    putFigure(series, place, figureOf(sums, place, kind, expected[place] ?? 0))
  }
  return { ...series, grades: sums.grades, reporting: sums.reporting, expected }
}

function figureOf(sums: PlaceSums, place: number, kind: 'region' | 'country', expected: number): Figure {
  const { formula } = sums
  const reporting = sums.reporting[place] ?? 0
  if (expected === 0) return { state: 'not-applicable' }
  if (reporting === 0) return missing('not-reported')
  const isQuantity = formula.definition.smallNumbers === 'facility-quantity'
  if (kind === 'country' && isQuantity && reporting < fewestReporting && expected > reporting)
    return missing('too-few-reporting')
  // One facility's median is its own; two facilities' medians are nobody's.
  if (reporting > 1 && formula.needs.some((need) => acrossOf(need.cell) === 'none')) return missing('not-additive')
  const counts = formula.needs.map((need, index) => [need.name, sums.totals[index]?.[place] ?? 0])
  return formula.definition.compute(Object.fromEntries(counts))
}

function acrossOf(cell: CellId) {
  return measureOf(cell)?.across ?? 'sum'
}

function combine(cell: CellId, total: number, amount: number): number {
  return acrossOf(cell) === 'max' ? Math.max(total, amount) : total + amount
}
