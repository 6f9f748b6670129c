import { type Month, monthAt, monthIndex } from './period.ts'
import { longestWindow } from './suppression/formula-blocks.ts'

/** What of a reader's figures is being made anew: since when, how far it has come, and of which months. */
export interface BeingMade {
  /** How many of the facilities that the reader sees are still to come, of how many. */
  facilities: number
  of: number
  /** Which those are, where they are few. */
  keys: readonly string[] | null
  since: Date
  months: { from: Month; to: Month } | 'all'
}

/** How many months before its own a page shows beside it. */
const shownBefore = 12

/**
 * The months that are made anew, of those that have anything to show (both as `monthIndex`); 'all' where nothing is left out,
 * and where nothing was made before.
 */
export function monthsBeingMade(
  made: { first: number; last: number },
  shown: { first: number; last: number } | undefined,
): BeingMade['months'] {
  if (!shown || (made.first <= shown.first && made.last >= shown.last)) return 'all'
  return {
    from: monthAt(Math.min(Math.max(made.first, shown.first), shown.last)),
    to: monthAt(Math.max(Math.min(made.last, shown.last), shown.first)),
  }
}

/** Whether what a page shows of a month and of the year before it may still change: windows look back on what is made anew. */
export function mayStillChange({ months }: BeingMade, month: Month): boolean {
  if (months === 'all') return true
  const [at, from, to] = [month, months.from, months.to].map(monthIndex)
  return from! <= at! && at! - shownBefore <= to! + longestWindow - 1
}

/** What a page tells of: the facility that it is about, some facilities, or only sums. */
export type BeingMadeWhat = 'facility' | 'facilities' | 'sums'

/** What the page of one facility, or of none, tells of; of many facilities nobody knows whether this is one of them. */
export function beingMadeWhat({ facilities, keys }: BeingMade, facility?: string): BeingMadeWhat {
  if (facilities === 0) return 'sums'
  if (facility === undefined || !keys) return 'facilities'
  return keys.includes(facility) ? 'facility' : 'sums'
}
