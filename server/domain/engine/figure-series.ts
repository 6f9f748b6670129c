import { durationsIn, type FacilityDurations, medianOf } from '../durations.ts'
import { computeIndicator } from '../indicators/compute.ts'
import type { CellId, MeasureId } from '../measures/index.ts'
import { measureOf } from '../measures/index.ts'
import type { MonthSpan } from '../period.ts'
import { type FigureSeries, grades, type MeasureSeries, reasonCode, stateCode, valueAt } from '../series.ts'
import { type Figure, type MissingReason, missing, type Value } from '../value.ts'
import { unlessContradicted } from './contradiction.ts'
import { cellsOf, everyVersion, stretches } from './formula-versions.ts'
import type { Formula } from './formulas.ts'

/**
 * One indicator of one facility, month by month, over all months of its measures; undefined where none of its needs was
 * ever reported (a page then says "not reported" without a row to keep).
 */
export function figureSeries(
  formula: Formula,
  measures: ReadonlyMap<CellId, MeasureSeries>,
  durations?: FacilityDurations,
): FigureSeries | undefined {
  if (!cellsOf(formula).some((cell) => measures.has(cell))) return undefined
  const range = monthsOf(measures)
  const series = emptyFigures(range.first, range.last)
  fill(series, formula, measures, range)
  limit(series, formula, durations)
  return series
}

/** The same, where no count changed that reaches a month outside `months`: those stand as they were kept. */
export function figuresAnew(
  formula: Formula,
  measures: ReadonlyMap<CellId, MeasureSeries>,
  kept: FigureSeries,
  months: MonthSpan,
  durations?: FacilityDurations,
): FigureSeries {
  const { numerators, denominators, figures, states, reasons, grades } = kept
  const series: FigureSeries = {
    startMonth: kept.startMonth,
    numerators: numerators.slice(),
    denominators: denominators.slice(),
    figures: figures.slice(),
    states: states.slice(),
    reasons: reasons.slice(),
    grades: grades.slice(),
    lows: [],
    highs: [],
  }
  const last = Math.min(months.last, kept.startMonth + states.length - 1)
  fill(series, formula, measures, { first: Math.max(months.first, kept.startMonth), last })
  limit(series, formula, durations)
  return series
}

/** The measure of a formula that is the middle of durations, if it reads one. */
export function pooledNeed({ needs }: Formula): MeasureId | undefined {
  return needs.find(({ cell }) => measureOf(cell)?.across === 'none')?.cell as MeasureId | undefined
}

/** Whether a formula reads the middle of durations in any month. */
export function isPooled(formula: Formula): boolean {
  return everyVersion(formula).some(pooledNeed)
}

/** Lays the interval of each median beside it. */
function limit(series: FigureSeries, formula: Formula, durations: FacilityDurations | undefined): void {
  if (!isPooled(formula)) return
  const end = series.startMonth + series.states.length
  series.lows = series.states.map(() => null)
  series.highs = series.states.map(() => null)
  for (const { first, last, formula: version } of stretches(formula, { first: series.startMonth, last: end - 1 })) {
    const need = version && pooledNeed(version)
    if (!need) continue
    for (let month = first; month <= last; month++) {
      const place = month - series.startMonth
      if (series.states[place] !== counted) continue
      const median = medianOf([durationsIn(durations?.get(need), month)])
      series.lows[place] = median.low ?? null
      series.highs[place] = median.high ?? null
    }
  }
}

/** Makes the figures of some months, each by the version of its definition that was in force. */
function fill(
  series: FigureSeries,
  formula: Formula,
  measures: ReadonlyMap<CellId, MeasureSeries>,
  months: MonthSpan,
): void {
  for (const { first, last, formula: version } of stretches(formula, months)) {
    if (version) fillByOne(series, version, measures, { first, last })
    else
      for (let month = first; month <= last; month++)
        putFigure(series, month - series.startMonth, { state: 'not-applicable' })
  }
}

function fillByOne(
  series: FigureSeries,
  formula: Formula,
  measures: ReadonlyMap<CellId, MeasureSeries>,
  { first, last }: MonthSpan,
): void {
  const sources = formula.needs.map((need) => measures.get(need.cell))
  const counts: Record<string, number> = {}
  for (let month = first; month <= last; month++) {
    const figure = readCounts(formula, sources, month, counts)
      ? unlessContradicted(formula, formula.definition.compute(counts), counts)
      : figureOfValues(formula, needValues(formula, measures, month))
    putFigure(series, month - series.startMonth, figure)
    series.grades[month - series.startMonth] = gradeOf(formula, sources, month)
  }
}

function figureOfValues(formula: Formula, values: Record<string, Value>): Figure {
  const counts = Object.entries(values).map(([name, value]) => [name, value.state === 'counted' ? value.value : 0])
  return unlessContradicted(formula, computeIndicator(formula.definition, values), Object.fromEntries(counts))
}

/** Fills `counts` by the names of the needs where all amounts of the month are there; else `needValues` tells what is not. */
function readCounts(
  formula: Formula,
  sources: readonly (MeasureSeries | undefined)[],
  month: number,
  counts: Record<string, number>,
): boolean {
  if ((formula.definition.months ?? 1) !== 1) return false
  for (let need = 0; need < sources.length; need++) {
    const amount = amountAt(sources[need], month)
    if (amount === undefined) return false
    counts[formula.needs[need]!.name] = amount
  }
  return true
}

const [counted, nothingToReport] = [stateCode('counted'), stateCode('nothing-to-report')]

/** The amount of a month that was counted, nought where there was nothing to report; undefined where there is none. */
export function amountAt(series: MeasureSeries | undefined, month: number): number | undefined {
  if (!series) return undefined
  const place = month - series.startMonth
  const state = series.states[place]
  if (state === counted) return series.amounts[place] ?? 0
  return state === nothingToReport ? 0 : undefined
}

const ranges = new WeakMap<ReadonlyMap<CellId, MeasureSeries>, MonthSpan>()

/** The months of a facility's measures; looked for once a facility, not once a formula. */
export function monthsOf(measures: ReadonlyMap<CellId, MeasureSeries>): MonthSpan {
  const range = ranges.get(measures) ?? findMonths(measures)
  ranges.set(measures, range)
  return range
}

function findMonths(measures: ReadonlyMap<CellId, MeasureSeries>): MonthSpan {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const series of measures.values()) {
    first = Math.min(first, series.startMonth)
    last = Math.max(last, series.startMonth + series.states.length - 1)
  }
  return { first, last }
}

export function emptyFigures(first: number, last: number): FigureSeries {
  const length = last - first + 1
  const blank = () => new Array<number | null>(length).fill(null)
  const zeros = () => new Array<number>(length).fill(0)
  return {
    startMonth: first,
    numerators: blank(),
    denominators: blank(),
    figures: blank(),
    states: zeros(),
    reasons: zeros(),
    grades: zeros(),
    lows: [],
    highs: [],
  }
}

/** Writes `figure` at `place` of the arrays. */
export function putFigure(series: FigureSeries, place: number, figure: Figure): void {
  const isCounted = figure.state === 'counted'
  series.numerators[place] = isCounted ? figure.numerator : null
  series.denominators[place] = isCounted ? figure.denominator : null
  series.figures[place] = isCounted ? figure.value : null
  series.states[place] = stateCode(figure.state)
  series.reasons[place] = reasonCode(figure)
}

/** The values of a formula's needs in a month, each taken over the definition's window of months. */
export function needValues(
  formula: Formula,
  measures: ReadonlyMap<CellId, MeasureSeries>,
  month: number,
): Record<string, Value> {
  const values: Record<string, Value> = {}
  for (const { name, cell } of formula.needs) {
    values[name] = overWindow(cell, measures.get(cell), month, formula.definition.months ?? 1)
  }
  return values
}

/**
 * A measure over the `months` that end with `month`, as its definition says months add up: a stock is its last month,
 * a flow the sum of all. One month that is not there leaves the window incomplete, which is not a smaller sum.
 */
function overWindow(cell: CellId, series: MeasureSeries | undefined, month: number, months: number): Value {
  const { over = 'last', origin } = measureOf(cell) ?? {}
  // No return has a field for it: nobody failed to report it.
  if (!series && origin === 'records') return missing('not-from-returns', cell)
  if (months === 1 || over === 'last') return valueAt(series, month)
  if (over === 'none') return missing('not-additive', cell)
  const last = valueAt(series, month)
  if (last.state === 'missing') return missing(last.reason, cell)
  let total = 0
  for (let at = month - months + 1; at <= month; at++) {
    const value = valueAt(series, at)
    if (value.state === 'missing') return missing(origin === 'records' ? beforeRecords(value) : 'part-missing', cell)
    if (value.state === 'not-applicable' && at === month) return value
    const amount = value.state === 'counted' ? value.value : 0
    total = over === 'max' ? Math.max(total, amount) : total + amount
  }
  return { state: 'counted', value: total }
}

/** Why a window is not whole in a month before its last: records that do not cover it do not reach back far enough. */
function beforeRecords({ reason }: { reason: MissingReason }): MissingReason {
  const isNotCovered = reason === 'records-not-sent' || reason === 'not-reported'
  return isNotCovered ? 'records-too-short' : reason
}

const [fromEvents, fromReturn, mixed] = (['events', 'return', 'mixed'] as const).map((name) => grades.indexOf(name))

/**
 * The grade of a figure, as its place in `grades`: the worst among its sources, as it is no better than its weakest part; mixed
 * for a share of which records give the one count and the return the other, which may not speak of the same people.
 */
export function gradeOf(
  { definition }: Formula,
  sources: readonly (MeasureSeries | undefined)[],
  month: number,
): number {
  let [worst, hasEvents, hasReturn] = [0, false, false]
  for (const source of sources) {
    const grade = source?.grades[month - source.startMonth] ?? 0
    if (grade === fromEvents) hasEvents = true
    else if (grade === fromReturn) hasReturn = true
    if (grade > worst) worst = grade
  }
  return hasEvents && hasReturn && definition.statistics === 'wilson' ? mixed! : worst
}
