import { type Month, monthIndex } from './period.ts'
import { type Figure, type MissingReason, missingReasons, type Value, type ValueState, valueStates } from './value.ts'

/** Where a value came from, worst last: person-level events, a certificate, a return, an estimate. */
export const grades = ['none', 'events', 'certificate', 'return', 'estimate', 'mixed'] as const
export type Grade = (typeof grades)[number]

/** A measure month by month, one place a month from `startMonth` on. */
export interface MeasureSeries {
  startMonth: number
  amounts: (number | null)[]
  states: number[]
  reasons: number[]
  grades: number[]
}

/** An indicator month by month. */
export interface FigureSeries {
  startMonth: number
  numerators: (number | null)[]
  denominators: (number | null)[]
  figures: (number | null)[]
  states: number[]
  reasons: number[]
  grades: number[]
  /** Of a median: the ends of its 95 % interval, null where one is not reached; empty for every other figure. */
  lows?: (number | null)[]
  highs?: (number | null)[]
}

/** How a state and its reason are kept in a series: their places in `valueStates` and `missingReasons`. */
export function stateCode(state: ValueState): number {
  return valueStates.indexOf(state)
}

export function reasonCode(value: Value | Figure): number {
  return value.state === 'missing' ? missingReasons.indexOf(value.reason) : -1
}

/** The value of a measure in a month. A month outside the series was never reported. */
export function valueAt(series: MeasureSeries | undefined, month: number): Value {
  const place = series ? month - series.startMonth : -1
  if (!series || place < 0 || place >= series.states.length) return { state: 'missing', reason: 'not-reported' }
  const state = valueStates[series.states[place] ?? 0] ?? 'missing'
  if (state === 'counted') return { state, value: series.amounts[place] ?? 0 }
  if (state === 'missing') return { state, reason: reasonAt(series, place) }
  return { state }
}

/** The figure of an indicator in a month. A month outside the series was never reported. */
export function figureAt(series: FigureSeries | undefined, month: number): Figure {
  const place = series ? month - series.startMonth : -1
  if (!series || place < 0 || place >= series.states.length) return { state: 'missing', reason: 'not-reported' }
  const state = valueStates[series.states[place] ?? 0] ?? 'missing'
  if (state === 'counted') return countedAt(series, place)
  if (state === 'missing') return { state, reason: reasonAt(series, place) }
  return { state }
}

function countedAt(series: FigureSeries, place: number): Figure {
  return {
    state: 'counted',
    numerator: series.numerators[place] ?? 0,
    denominator: series.denominators[place] ?? null,
    value: series.figures[place] ?? 0,
  }
}

function reasonAt(series: { reasons: number[] }, place: number): MissingReason {
  return missingReasons[series.reasons[place] ?? 0] ?? 'not-reported'
}

/** The grade of a month; 'none' outside the series. */
export function gradeAt(series: { startMonth: number; grades: number[] } | undefined, month: Month): Grade {
  return grades[series?.grades[monthIndex(month) - series.startMonth] ?? 0] ?? 'none'
}
