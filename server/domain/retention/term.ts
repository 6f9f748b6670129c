import { retention } from '../records/personal-data.ts'

/**
 * How long rows of a person are kept after the last release, and whose decision that is. 24 months is the usual term
 * (records of persons, rule on retention: "unless law says otherwise"); any other needs the law that says so.
 */
export interface Term {
  months: number
  /** The law, or its paragraph, that says so; empty for the usual term. */
  basis: string
}

export const usualTerm: Term = { months: retention.personRowsMonthsAfterRelease, basis: '' }

/** Terms that can be set, in months: shorter would take rows that a court may still ask for; longer is no term. */
export const termBounds = { least: 1, most: 240 } as const

/** Whether a term may be set: the usual one, or another within the bounds with the law that says so. */
export function isAllowedTerm({ months, basis }: Term): boolean {
  const isWithin = Number.isInteger(months) && months >= termBounds.least && months <= termBounds.most
  return isWithin && (months === usualTerm.months || basis.trim() !== '')
}

/** What is known of when somebody was held: of a person in custody the stays, of staff the employment. */
export interface Held {
  /** Somebody who is held, or works, to this day: nothing of theirs has passed. */
  isOpen: boolean
  /** The last day, YYYY-MM-DD: of the last release, or the last on which anything was heard of rows that lead to nobody. */
  lastDay: string
}

/** The same day `months` months later; the last day of its month where there is no such day. */
export function monthsLater(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}

/** Whether the term of somebody's records has passed on the day `today`: the last day of the term itself still counts. */
export function hasPassed({ isOpen, lastDay }: Held, { months }: Pick<Term, 'months'>, today: string): boolean {
  // A day that is still to come has not passed, however far away somebody typed it.
  return !isOpen && lastDay < today && monthsLater(lastDay, months) < today
}

/**
 * A day before which every last day lies whose term has passed: the earliest of those that a database is asked for, a few
 * days wide, as months differ in length.
 */
export function passedBefore({ months }: Pick<Term, 'months'>, today: string): string {
  const day = new Date(`${monthsLater(today, -months)}T00:00:00Z`)
  return new Date(day.getTime() + 4 * 86_400_000).toISOString().slice(0, 10)
}
