import type { Cohort } from '../kernels/national.ts'
import { type ChangeVerdict, judgeChanges, type PeriodCounts } from '../statistics/change.ts'
import { type Interval, wilson } from '../statistics/interval.ts'

/** A cohort as it was sent, with the first day of the window in which its people began. */
export interface SentCohort extends Cohort {
  from: string
}

/** What became of the people of one cohort; the share is null where nobody could be linked. */
export interface CohortOutcome {
  from: string
  to: string
  atRisk: number
  unlinked: number
  withEvent: number
  /** Of those that were linked, in percent, with its 95 % interval. */
  share: ({ value: number } & Interval) | null
}

/** Cohorts that may be read beside each other: one event, one length of follow-up, one beginning. */
export interface CohortFamily {
  definition: string
  months: number
  start: string
  /** The earliest first. */
  cohorts: CohortOutcome[]
  /** The last cohort against the one before it; null where there is none, or where they have people in common. */
  change: ChangeVerdict | null
}

/**
 * Cohorts by their definition, which are never put together: the same country has another share under each. Whoever could not be
 * linked is neither with nor without an event, and is left out of the base. Interval: Wilson 1927.
 */
export function cohortFamilies(cohorts: readonly SentCohort[]): CohortFamily[] {
  const keyOf = ({ definition, months, start }: SentCohort) => `${definition} ${months} ${start}`
  return [...new Set(cohorts.map(keyOf))].map((key) => {
    const own = cohorts.filter((one) => keyOf(one) === key).sort((a, b) => (a.to < b.to ? -1 : 1))
    const { definition, months, start } = own[0]!
    return { definition, months, start, cohorts: own.map(outcomeOf), change: lastChange(own) }
  })
}

function outcomeOf({ from, to, atRisk, unlinked, withEvent }: SentCohort): CohortOutcome {
  const linked = atRisk - unlinked
  const counts = { from, to, atRisk, unlinked, withEvent }
  if (linked <= 0) return { ...counts, share: null }
  const { low, high } = wilson(withEvent, linked)
  return { ...counts, share: { value: (100 * withEvent) / linked, low: 100 * low, high: 100 * high } }
}

/** Fewer events are better; that a programme did it is another claim, which two cohorts cannot carry. */
function lastChange(cohorts: readonly SentCohort[]): ChangeVerdict | null {
  const [before, after] = cohorts.slice(-2)
  if (!before || !after || before.to >= after.from) return null
  const counts = ({ withEvent, atRisk, unlinked }: SentCohort): PeriodCounts =>
    atRisk > unlinked ? { numerator: withEvent, denominator: atRisk - unlinked } : null
  return judgeChanges('share', 'lower', [{ before: counts(before), after: counts(after) }])[0]?.verdict ?? null
}
