import type { MeasureId } from '../measures/index.ts'
import type { Month } from '../period.ts'

/**
 * 'error': what cannot be so, 'warning': what is doubtful; both are said beside every figure that uses it, and hide none.
 * 'info': shown with data quality only.
 */
export const checkLevels = ['error', 'warning', 'info'] as const
export type CheckLevel = (typeof checkLevels)[number]

/** Numbers by cell id ('pop_closing', 'pop_closing@sex:female'). What was not reported is absent, and is never nought. */
export type Cells = Readonly<Record<string, number | undefined>>

/** One facility's return of one month, and what is known around it. */
export interface ReturnToCheck {
  month: Month
  cells: Cells
  /** The month before. */
  before?: Cells
  /** The months before, the newest first, without a gap. */
  history?: readonly Cells[]
  /** The same month as derived from events. */
  derived?: Cells
  /** Whether a new capacity certificate came into force since the month before. */
  newCertificate?: boolean
  /** The sums of the same month over all facilities, of what every one of them has reported. */
  country?: Cells
  /** How often each event occurs in a person-day across facilities. */
  usualRates?: Readonly<Record<string, UsualRate>>
  /** How many such questions are asked over the country; without it, this one alone. */
  asked?: number
}

/** Events in a person-day over facilities, and the squared coefficient of variation of their rates. */
export interface UsualRate {
  rate: number
  spread: number
}

/** One thing that does not hold: the cells compared, what was found and the bound or sum that it should keep to. */
export interface Finding {
  cells: readonly string[]
  found: number
  expected: number
  /** Where it weighs less than the check as a whole. */
  level?: CheckLevel
  /** How likely chance alone gives this or more, where something says how chance would behave. */
  probability?: number
  /** For how many months on end, up to the newest. */
  months?: number
}

export type CheckResult =
  | { state: 'holds' }
  | { state: 'fails'; findings: readonly Finding[] }
  /** Nothing was found wrong, but these cells were not there to be compared. */
  | { state: 'not-checked'; missing: readonly string[] }

/** One check across records or measures. Words: `checks.en.ts`. */
export interface CrossCheck<Id extends string = string> {
  id: Id
  /** A short name, in kebab-case. */
  name: string
  data: readonly ('events' | 'returns')[]
  level: CheckLevel
  /** The measures that it compares. */
  measures?: readonly MeasureId[]
  /** The record types or fields that it compares: 'stay' or 'stay.admitted_at'. */
  records?: readonly string[]
  /** Judges one return; only where one return is enough. */
  run?: (given: ReturnToCheck) => CheckResult
  examples?: readonly CheckExample[]
}

/** One worked example of a check that runs on a return. */
export interface CheckExample {
  given: Omit<ReturnToCheck, 'month'> & { month?: Month }
  gives: CheckResult['state']
  /** Cells that the result must name: those of its findings, or those that were missing. */
  naming?: readonly string[]
}

/** What one comparison says: nothing wrong, something wrong, or which cells it lacked. */
export type Clause = { findings: readonly Finding[] } | { missing: readonly string[] }

/** Compares the cells named in `needs` when all are there; `judge` sees them in that order. */
export function clause(cells: Cells, needs: readonly string[], judge: (...values: number[]) => Finding[]): Clause {
  const missing = needs.filter((id) => cells[id] === undefined)
  return missing.length > 0 ? { missing } : { findings: judge(...needs.map((id) => cells[id] ?? Number.NaN)) }
}

/** The result of several comparisons: a finding outweighs a gap, and a gap outweighs "holds". */
export function together(clauses: readonly Clause[]): CheckResult {
  const findings = clauses.flatMap((entry) => ('findings' in entry ? entry.findings : []))
  if (findings.length > 0) return { state: 'fails', findings }
  const missing = clauses.flatMap((entry) => ('missing' in entry ? entry.missing : []))
  return missing.length > 0 ? { state: 'not-checked', missing: [...new Set(missing)] } : { state: 'holds' }
}
