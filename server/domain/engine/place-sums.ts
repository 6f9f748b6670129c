import {
  addToPool,
  durationsIn,
  durationsOf,
  emptyPool,
  type FacilityDurations,
  medianOf,
  type Pool,
} from '../durations.ts'
import { type CellId, measureOf } from '../measures/index.ts'
import type { FigureSeries, MeasureSeries } from '../series.ts'
import { type Figure, missing, missingReasons, type Value } from '../value.ts'
import { absentIn, commonReason, unexplained } from './absences.ts'
import { isContradicted } from './contradiction.ts'
import { amountAt, emptyFigures, gradeOf, isPooled, needValues, pooledNeed, putFigure } from './figure-series.ts'
import { formulaAt, widthOf } from './formula-versions.ts'
import { type Formula, formulas } from './formulas.ts'

/** An indicator of a region or the country: its figures, and of how many facilities they speak. */
export interface PlaceSeries extends FigureSeries {
  reporting: number[]
  expected: number[]
}

/** As it is kept: with the sums that the figures were made of, so that one facility's change moves them by its difference. */
export interface KeptPlaceSeries extends PlaceSeries {
  /** Month by month, one number a need of the formula; amounts that may have decimals in millionths. */
  totals: number[]
  /** Month by month, for each of `missingReasons` how many facilities have no figure to give because of it. */
  absent: number[]
}

/**
 * The sums of one formula over the facilities of one place, one place of each array a month. Facilities are added one
 * at a time, so that memory is bounded by one.
 */
export interface PlaceSums {
  formula: Formula
  first: number
  last: number
  /** Month by month, one number a need of the formula. */
  totals: number[]
  reporting: number[]
  expected: number[]
  absent: number[]
  grades: number[]
  /** Month by month the durations of all that report, where the formula reads the middle of some. */
  pools: Pool[] | undefined
}

/** What one facility gives to the sums of a formula in one month; without amounts when it has no figure to give. */
export interface Share {
  amounts: readonly number[] | undefined
  isExpected: boolean
  grade: number
  /** Place in `missingReasons` where it has no amounts and should have; -1 otherwise. */
  reason: number
}

/** Under this many reporting facilities there is no national figure of a facility-level quantity (catalogue, small numbers). */
export const fewestReporting = 3

/**
 * Decimals are added as whole millionths. Whole numbers add up to the same in any order and can be taken away again,
 * which fractions of two do not: a sum moved by differences is the sum made anew, to the last bit.
 */
const millionths = 1e6

export function emptySums(formula: Formula, first: number, last: number): PlaceSums {
  const zeros = (each = 1) => new Array<number>((last - first + 1) * each).fill(0)
  return {
    formula,
    first,
    last,
    totals: zeros(widthOf(formula)),
    reporting: zeros(),
    expected: zeros(),
    absent: zeros(missingReasons.length),
    grades: zeros(),
    pools: isPooled(formula) ? Array.from({ length: last - first + 1 }, emptyPool) : undefined,
  }
}

/** The formulas that read the middle of durations. */
export const pooledFormulas: readonly Formula[] = formulas.filter(isPooled)

/** What a facility gives of which a figure does not apply to it. */
const notAsked: Share = { amounts: undefined, isExpected: false, grade: 0, reason: -1 }

/** What a month says of which nobody said anything. */
const saysNothing = (['not-reported', 'not-from-returns'] as const).map((reason) => missingReasons.indexOf(reason))

/**
 * What a facility gives in a month; `isOpen` when it should have reported. Sums come before ratios, and only a facility
 * whose counts are all there and do not contradict each other goes in, so that numerator and denominator speak of the same facilities.
 */
export function shareOf(
  line: Formula,
  measures: ReadonlyMap<CellId, MeasureSeries>,
  month: number,
  isOpen: boolean,
): Share {
  const formula = formulaAt(line, month)
  if (!formula) return notAsked
  const amounts = readAmounts(formula, measures, month) ?? amountsOf(formula, needValues(formula, measures, month))
  if (amounts === 'not-applicable') return notAsked
  if ('reason' in amounts) {
    // Of a month in which a facility said nothing of a formula nothing is written down: `unexplained` speaks for it. So it does
    // not matter whether it ever did.
    const isSilent = saysNothing.includes(amounts.reason)
    return { amounts: undefined, isExpected: isOpen, grade: 0, reason: isOpen && !isSilent ? amounts.reason : -1 }
  }
  if (isContradicted(formula, amounts)) {
    const reason = isOpen ? missingReasons.indexOf('inconsistent') : -1
    return { amounts: undefined, isExpected: isOpen, grade: 0, reason }
  }
  const sources = formula.needs.map(({ cell }) => measures.get(cell))
  return { amounts, isExpected: true, grade: gradeOf(formula, sources, month), reason: -1 }
}

/** The amounts of a month in which all needs are there, which is most of millions; undefined where one is not. */
function readAmounts(
  { definition, needs }: Formula,
  measures: ReadonlyMap<CellId, MeasureSeries>,
  month: number,
): number[] | undefined {
  if ((definition.months ?? 1) !== 1) return undefined
  const amounts = new Array<number>(needs.length)
  for (let need = 0; need < needs.length; need++) {
    const { cell } = needs[need]!
    const amount = amountAt(measures.get(cell), month)
    if (amount === undefined) return undefined
    amounts[need] = inSum(cell, amount)
  }
  return amounts
}

/**
 * Adds what one facility gives in a month to a place that holds it. `expected` keeps only what differs from the open
 * facilities of the place, which `placeSeries` adds.
 */
export function addShare(
  sums: PlaceSums,
  month: number,
  share: Share,
  isOpen: boolean,
  durations?: FacilityDurations,
): void {
  const { amounts, isExpected, grade } = share
  const place = month - sums.first
  if (isExpected !== isOpen) raise(sums.expected, place, isExpected ? 1 : -1)
  if (share.reason >= 0) raise(sums.absent, place * missingReasons.length + share.reason, 1)
  if (!amounts) return
  raise(sums.reporting, place, 1)
  sums.grades[place] = Math.max(sums.grades[place] ?? 0, grade)
  const formula = formulaAt(sums.formula, month) ?? sums.formula
  const { needs } = formula
  const pooled = sums.pools && pooledNeed(formula)
  if (pooled) addToPool(sums.pools![place]!, durationsIn(durations?.get(pooled), month))
  const width = widthOf(sums.formula)
  for (let index = 0; index < needs.length; index++) {
    const at = place * width + index
    sums.totals[at] = combine(needs[index]!.cell, sums.totals[at] ?? 0, amounts[index] ?? 0)
  }
}

function raise(counts: number[], place: number, by: number): void {
  counts[place] = (counts[place] ?? 0) + by
}

/** The amounts of a month, or why there are none: the reason of the first need that has one, as a place in `missingReasons`. */
function amountsOf(formula: Formula, values: Record<string, Value>): number[] | { reason: number } | 'not-applicable' {
  const amounts: number[] = []
  let reason = -1
  for (const { name, cell } of formula.needs) {
    const value = values[name]
    if (value?.state === 'counted') amounts.push(inSum(cell, value.value))
    // A facility in which nobody's time has a middle yet, or nothing began, has its durations all the same.
    else if (value?.state === 'missing' && value.reason === 'no-base' && acrossOf(cell) === 'none') amounts.push(0)
    else if (value?.state === 'nothing-to-report') amounts.push(0)
    else if (value?.state !== 'not-applicable')
      reason = reason >= 0 ? reason : missingReasons.indexOf(value?.state === 'missing' ? value.reason : 'not-reported')
    else if (formula.definition.noneWhenNotApplicable?.includes(name)) amounts.push(0)
    else return 'not-applicable'
  }
  return reason >= 0 ? { reason } : amounts
}

/** The figures of a place in which `open` facilities were open month by month. */
export function placeSeries(sums: PlaceSums, kind: 'region' | 'country', open: readonly number[]): KeptPlaceSeries {
  const expected = sums.expected.map((adjustment, place) => adjustment + (open[place] ?? 0))
  const { totals, absent, reporting, grades } = sums
  const series = { ...emptyFigures(sums.first, sums.last), grades, reporting, expected, totals, absent }
  for (let place = 0; place < expected.length; place++) {
    const pool = sums.pools?.[place]
    const median = pool && reporting[place]! > 0 ? medianOf([durationsOf(pool)]) : undefined
    putPlaceFigure(series, sums.formula, kind, place, median?.median ?? undefined)
    if (!pool) continue
    series.lows![place] = median?.low ?? null
    series.highs![place] = median?.high ?? null
  }
  return series
}

/** Writes the figure that the sums at `place` of the arrays make. */
export function putPlaceFigure(
  series: KeptPlaceSeries,
  formula: Formula,
  kind: 'region' | 'country',
  place: number,
  middle?: number,
): void {
  putFigure(series, place, figureOf(series, formula, kind, place, middle))
}

function figureOf(
  series: KeptPlaceSeries,
  line: Formula,
  kind: 'region' | 'country',
  place: number,
  middle: number | undefined,
): Figure {
  const formula = formulaAt(line, series.startMonth + place)
  if (!formula) return { state: 'not-applicable' }
  const [reporting, expected] = [series.reporting[place] ?? 0, series.expected[place] ?? 0]
  if (expected === 0) return { state: 'not-applicable' }
  if (reporting === 0) return missing(commonReason(absentIn(series.absent, place), unexplained(formula)))
  const isQuantity = formula.definition.smallNumbers === 'facility-quantity'
  if (kind === 'country' && isQuantity && reporting < fewestReporting && expected > reporting)
    return missing('too-few-reporting')
  if (middle === undefined && pooledNeed(formula)) return missing('no-base')
  const counts = formula.needs.map(({ name, cell }, index) => {
    if (acrossOf(cell) === 'none') return [name, middle ?? 0]
    const total = series.totals[place * widthOf(line) + index] ?? 0
    return [name, hasDecimals(cell) ? total / millionths : total]
  })
  return formula.definition.compute(Object.fromEntries(counts))
}

/** Whether the sums behind every month are known, and why others gave nothing to them. */
export function hasTotals(series: KeptPlaceSeries, formula: Formula): boolean {
  const { totals, absent, states } = series
  return totals.length === states.length * widthOf(formula) && absent.length === states.length * missingReasons.length
}

export function acrossOf(cell: CellId) {
  return measureOf(cell)?.across ?? 'sum'
}

/** An amount as it is added: a middle is none. */
function inSum(cell: CellId, amount: number): number {
  if (acrossOf(cell) === 'none') return 0
  return hasDecimals(cell) ? Math.round(amount * millionths) : amount
}

function hasDecimals(cell: CellId): boolean {
  return measureOf(cell)?.kind === 'number'
}

function combine(cell: CellId, total: number, amount: number): number {
  return acrossOf(cell) === 'max' ? Math.max(total, amount) : total + amount
}
