import { missingReasons } from '../value.ts'
import type { PlaceSeries } from './place-sums.ts'

const notReported = missingReasons.indexOf('not-reported')

/** What stands in a month that neither part knows. */
const blanks: Record<keyof Omit<PlaceSeries, 'startMonth'>, number | null> = {
  numerators: null,
  denominators: null,
  figures: null,
  states: 0,
  reasons: notReported,
  grades: 0,
  reporting: 0,
  expected: 0,
}

/** `series` with the months of `patch` put over its own; months between the two that neither knows are missing. */
export function mergeSeries(series: PlaceSeries | undefined, patch: PlaceSeries): PlaceSeries {
  if (!series) return patch
  const first = Math.min(series.startMonth, patch.startMonth)
  const end = Math.max(series.startMonth + series.states.length, patch.startMonth + patch.states.length)
  const merged = Object.entries(blanks).map(([name, blank]) => {
    const key = name as keyof typeof blanks
    const array = new Array<number | null>(end - first).fill(blank)
    lay(array, series[key], series.startMonth - first)
    lay(array, patch[key], patch.startMonth - first)
    return [key, array]
  })
  return { startMonth: first, ...Object.fromEntries(merged) } as PlaceSeries
}

function lay(target: (number | null)[], source: readonly (number | null)[], at: number): void {
  source.forEach((value, place) => {
    target[at + place] = value
  })
}
