import type { CellId } from '../measures/index.ts'
import { type MeasureSeries, valueAt } from '../series.ts'
import type { CountOf } from './facility-month.ts'

/** The counts of a facility in a month: nought where it had nothing to report, none where it did not say. */
export function countIn(measures: ReadonlyMap<CellId, MeasureSeries>, month: number): CountOf {
  return (cell) => {
    const value = valueAt(measures.get(cell), month)
    if (value.state === 'counted') return value.value
    return value.state === 'nothing-to-report' ? 0 : undefined
  }
}
