import { formulas, isNational } from '../engine/formulas.ts'
import type { CellId } from '../measures/index.ts'
import { type FigureSeries, type MeasureSeries, stateCode } from '../series.ts'
import { blockOf } from './blocks.ts'
import { guardedFormulas } from './formula-blocks.ts'
import { isFew } from './sensitive.ts'
import { isWithheldIn, type WithheldMonths } from './withheld-months.ts'

const suppressed = stateCode('suppressed')
const said: readonly number[] = [stateCode('counted'), stateCode('nothing-to-report')]

/** A series of figures as a reader is shown it: of a withheld month neither parts nor value, nor that it was counted. */
export function shownFigures<Series extends FigureSeries>(
  series: Series,
  withheld: WithheldMonths | undefined,
): Series {
  if (!withheld) return series
  const isHidden = series.states.map(
    (state, at) => said.includes(state) && isWithheldIn(withheld, series.startMonth + at),
  )
  if (!isHidden.includes(true)) return series
  const without = (numbers: readonly (number | null)[]) => numbers.map((one, at) => (isHidden[at] ? null : one))
  return {
    ...series,
    numerators: without(series.numerators),
    denominators: without(series.denominators),
    figures: without(series.figures),
    ...(series.lows?.length && { lows: without(series.lows), highs: without(series.highs ?? []) }),
    states: series.states.map((state, at) => (isHidden[at] ? suppressed : state)),
  }
}

const ofNoFacility = new Set(formulas.filter(isNational).map((formula) => formula.definition.id))

/** A sum of fewer facilities than `fewest` is withheld; what courts and probation counted is no sum of facilities. */
export function shownSums<Series extends FigureSeries & { reporting: number[] }>(
  indicatorId: string,
  series: Series,
  fewest: number,
): Series {
  if (ofNoFacility.has(indicatorId)) return series
  const tooFew = series.reporting.map((reporting) => (reporting < fewest ? 1 : 0))
  return tooFew.includes(1) ? shownFigures(series, { startMonth: series.startMonth, months: tooFew }) : series
}

/** A series of counts as a reader is shown it; `withheld` are the facility's blocks. */
export function shownCounts(
  cell: CellId,
  series: MeasureSeries,
  withheld: ReadonlyMap<string, WithheldMonths>,
): MeasureSeries {
  const months = withheld.get(blockOf(cell)?.id ?? '')
  if (!months) return series
  const isHidden = series.states.map(
    (state, at) => said.includes(state) && isWithheldIn(months, series.startMonth + at),
  )
  return {
    ...series,
    amounts: series.amounts.map((one, at) => (isHidden[at] ? null : one)),
    states: series.states.map((state, at) => (isHidden[at] ? suppressed : state)),
  }
}

/**
 * A reported value as a reader is shown it. One that was superseded stands beside the one that replaced it, and is withheld
 * for itself too.
 */
export function shownLine<Line extends { state: number; amount: number | null }>(
  line: Line & { measureId: string; breakdown: string },
  month: number,
  withheld: ReadonlyMap<string, WithheldMonths>,
): Line {
  const { measureId, breakdown } = line
  const block = blockOf((breakdown === '' ? measureId : `${measureId}@${breakdown}`) as CellId)
  const isHidden = block && (isWithheldIn(withheld.get(block.id), month) || isFew(line.amount ?? 0))
  return isHidden && said.includes(line.state) ? { ...line, state: suppressed, amount: null } : line
}

const guarded = new Set(guardedFormulas.map(({ formula }) => `${formula.definition.id}@${formula.breakdown}`))

/** One side of a revision: its state and its two counts. */
export interface RevisionSide {
  state: number
  numerator: number | null
  denominator: number | null
}

/** A side of a revision as a reader is shown it: withheld with the month's figure, and for itself where it was small. */
export function shownSide(indicatorId: string, side: RevisionSide, isWithheld: boolean): RevisionSide {
  const { state, numerator, denominator } = side
  if (!said.includes(state) || !guarded.has(`${indicatorId}@`)) return side
  const rest = denominator === null ? 0 : denominator - (numerator ?? 0)
  if (!isWithheld && !isFew(numerator ?? 0) && !isFew(rest)) return side
  return { state: suppressed, numerator: null, denominator: null }
}
