import { places } from './facility.ts'

const untried = places('legal_status', 'pretrial', 'detained_without_charge')
// A first-instance sentence counts as a sentence, final or not: as SDG 16.3.2 counts.
const sentenced = places('legal_status', 'sentenced_not_final', 'sentenced_final')

/** Whether a legal status, by its place in the code list, is that of somebody untried. NaN, not known, is neither. */
export function isUntried(status: number): boolean {
  return untried.has(status)
}

export function isSentenced(status: number): boolean {
  return sentenced.has(status)
}
