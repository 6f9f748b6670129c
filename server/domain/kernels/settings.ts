import { type ClockSettings, usualClock } from '../clocks/solitary.ts'
import type { Code } from '../records/codes.ts'

/** Limits that a country sets; the usual ones are local defaults and named so wherever they are printed. */
export interface KernelSettings {
  clock: ClockSettings
  /** Farther from home than this is far. */
  farFromHomeKm: number
  /** Days within which a complaint must be answered, and one on safety. */
  complaintDays: number
  /** Days from admission or sentence to the first assessment. */
  assessmentDays: number
  /** Which new event counts as coming back: figures under two definitions are never put together. */
  reoffending: Code<'reoffending_definition'>
}

export const usualSettings: KernelSettings = {
  clock: usualClock,
  farFromHomeKm: 150,
  complaintDays: 14,
  assessmentDays: 30,
  reoffending: 'reimprisonment_new_sentence',
}
