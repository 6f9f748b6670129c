/** Why a value is not there. Words for each reason stand in the message catalogue. */
export const missingReasons = [
  'not-reported',
  'late',
  'no-base',
  'part-missing',
  'too-few-reporting',
  'not-from-returns',
  'not-additive',
  'inconsistent',
  'facility-not-open',
  'records-not-sent',
  'records-too-short',
  'between-returns',
  'national-not-sent',
] as const
export type MissingReason = (typeof missingReasons)[number]

/**
 * What is known of one quantity. Missing is not zero, and a confirmed "nothing to report" is not a silence:
 * they are different states from the cell of a file to the cell of a page.
 */
export type Value =
  | { state: 'counted'; value: number }
  | { state: 'nothing-to-report' }
  | { state: 'missing'; reason: MissingReason; of?: string }
  | { state: 'suppressed' }
  | { state: 'not-applicable' }

export const valueStates = ['missing', 'counted', 'nothing-to-report', 'not-applicable', 'suppressed'] as const
export type ValueState = (typeof valueStates)[number]

/** A computed figure: the same states, and when counted its parts. `denominator` is null for a plain count. */
export type Figure =
  | { state: 'counted'; numerator: number; denominator: number | null; value: number }
  | Exclude<Value, { state: 'counted' }>

export function counted(value: number): Value {
  return { state: 'counted', value }
}

export function missing(reason: MissingReason, of?: string): Exclude<Value, { state: 'counted' }> {
  return of === undefined ? { state: 'missing', reason } : { state: 'missing', reason, of }
}
