import { missingReasons } from '../value.ts'
import type { KeptPlaceSeries } from './place-sums.ts'

const notReported = missingReasons.indexOf('not-reported')

/** What stands in a month that neither part knows. */
const blanks: Record<
  keyof Omit<KeptPlaceSeries, 'startMonth' | 'totals' | 'absent' | 'lows' | 'highs'>,
  number | null
> = {
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
export function mergeSeries(series: KeptPlaceSeries | undefined, patch: KeptPlaceSeries): KeptPlaceSeries {
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
  return {
    startMonth: first,
    ...Object.fromEntries(merged),
    totals: mergeSums('totals', series, patch, first, end),
    absent: mergeSums('absent', series, patch, first, end),
    lows: mergeSums('lows', series, patch, first, end),
    highs: mergeSums('highs', series, patch, first, end),
  } as KeptPlaceSeries
}

/** Sums that are not known for every month (kept before there were any, or by another version) are known for none. */
function mergeSums(
  name: 'totals' | 'absent' | 'lows' | 'highs',
  series: KeptPlaceSeries,
  patch: KeptPlaceSeries,
  first: number,
  end: number,
): (number | null)[] {
  const [own, others] = [patch[name] ?? [], series[name] ?? []]
  const each = own.length / patch.states.length
  const covers = patch.startMonth === first && patch.startMonth + patch.states.length === end
  if (!covers && others.length !== series.states.length * each) return []
  const sums = new Array<number | null>((end - first) * each).fill(name === 'totals' || name === 'absent' ? 0 : null)
  if (!covers) lay(sums, others, (series.startMonth - first) * each)
  lay(sums, own, (patch.startMonth - first) * each)
  return sums
}

function lay<T>(target: T[], source: readonly T[], at: number): void {
  source.forEach((value, place) => {
    target[at + place] = value
  })
}
