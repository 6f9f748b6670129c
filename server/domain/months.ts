import { DomainError } from './errors.ts'

/** The life of a facility's month; a correction after the lock is a revision that everybody sees. */
export const monthStates = ['open', 'certified', 'accepted', 'locked'] as const
export type MonthState = (typeof monthStates)[number]

export type MonthStep = 'certify' | 'accept' | 'return' | 'lock'

/** Every step that a month can take. What is not written here cannot happen. */
export const monthSteps: Record<MonthState, Partial<Record<MonthStep, MonthState>>> = {
  open: { certify: 'certified', lock: 'locked' },
  certified: { accept: 'accepted', return: 'open', lock: 'locked' },
  accepted: { return: 'open', lock: 'locked' },
  locked: {},
}

/** Where `step` leads from `state`. Throws DomainError `month.step` when there is no such step. */
export function nextMonthState(state: MonthState, step: MonthStep): MonthState {
  const next = monthSteps[state][step]
  if (!next) throw new DomainError('NOT_POSSIBLE_NOW', 'month.step', { state, step })
  return next
}
