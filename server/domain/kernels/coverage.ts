import type { RecordId } from '../records/index.ts'

/** Months as `monthIndex`, both ends included; without `until`, to this day. */
export interface Stretch {
  from: number
  until?: number
}

/**
 * Which record types a facility sends, and for which months: stretches apart from each other, in order. Only in them is a
 * row that is not there an event that did not happen; in every other month it is not known.
 */
export type Coverage = Readonly<Partial<Record<RecordId, readonly Stretch[]>>>

/** What one import says that its file holds: everything of a type, from a month to a month. */
export interface Declared {
  recordId: RecordId
  from: number
  until: number
}

/** The coverage that some declarations make together; those that touch or overlap are one stretch. */
export function coverageOf(declared: readonly Declared[]): Coverage {
  const made: Partial<Record<RecordId, { from: number; until: number }[]>> = {}
  for (const { recordId, from, until } of [...declared].sort((a, b) => a.from - b.from)) {
    const stretches = made[recordId] ?? []
    made[recordId] = stretches
    const last = stretches.at(-1)
    if (last && from <= last.until + 1) last.until = Math.max(last.until, until)
    else stretches.push({ from, until })
  }
  return made
}

/** The stretch in which a month lies; undefined when the type was not sent for it. */
export function stretchAt(coverage: Coverage, recordId: RecordId, month: number): Stretch | undefined {
  return coverage[recordId]?.find(({ from, until = month }) => month >= from && month <= until)
}

/** First and last month of all that a facility sends; undefined when it sends nothing. */
export function coveredRange(coverage: Coverage): { first: number; last: number } | undefined {
  const stretches = Object.values(coverage).flat()
  if (stretches.length === 0) return undefined
  return {
    first: Math.min(...stretches.map(({ from }) => from)),
    last: Math.max(...stretches.map(({ from, until }) => until ?? from)),
  }
}
