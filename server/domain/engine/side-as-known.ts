import type { Day } from '../period.ts'
import { stateCode } from '../series.ts'
import type { Figure } from '../value.ts'

/** A figure by its state and its two counts. */
export interface KnownSide {
  state: number
  numerator: number | null
  denominator: number | null
}

/** A revision of a figure, and when it happened. */
export interface DatedRevision {
  oldState: number
  oldNumerator: number | null
  oldDenominator: number | null
  at: Date | string
}

/** The last moment of a day of universal time, by which the days of revisions are told. */
export function endOf(day: Day): Date {
  return new Date(`${day}T23:59:59.999Z`)
}

/**
 * What a figure was known to be at a moment (`until`): what the first revision after it found, or what it is today where none
 * came after. Before the month was reached at all (`since`; null where it never was) it was missing.
 */
export function sideAsKnown(
  now: Figure,
  revisions: readonly DatedRevision[],
  { since, until }: { since: Date | null; until: Date },
): KnownSide {
  if (since === null || since > until) return { state: stateCode('missing'), numerator: null, denominator: null }
  const later = revisions.filter(({ at }) => new Date(at) > until)
  const next = later.toSorted((a, b) => new Date(a.at).getTime() - new Date(b.at).getTime())[0]
  if (next) return { state: next.oldState, numerator: next.oldNumerator, denominator: next.oldDenominator }
  if (now.state === 'counted')
    return { state: stateCode('counted'), numerator: now.numerator, denominator: now.denominator }
  return { state: stateCode(now.state), numerator: null, denominator: null }
}
