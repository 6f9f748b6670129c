import { measureOf } from '../measures/index.ts'
import { type MissingReason, missingReasons } from '../value.ts'
import type { Formula } from './formulas.ts'

/** Why a figure is not there, that which lies nearest to a figure first: what only lacks time before what nobody sends. */
const nearestFirst: readonly MissingReason[] = [
  'late',
  'part-missing',
  'inconsistent',
  'records-too-short',
  'no-base',
  'too-few-reporting',
  'not-additive',
  'facility-not-open',
  'between-returns',
  'records-not-sent',
  'not-reported',
  'not-from-returns',
  'national-not-sent',
]

/** The counts by reason at one place of the arrays. */
export function absentIn(absent: readonly number[], place: number): readonly number[] {
  return absent.slice(place * missingReasons.length, (place + 1) * missingReasons.length)
}

/**
 * Why a place has no figure where none of its facilities has one: of their reasons the one that lies nearest to a figure;
 * `otherwise` where they say nothing.
 */
export function commonReason(absent: readonly number[], otherwise: MissingReason): MissingReason {
  return nearestFirst.find((reason) => (absent[missingReasons.indexOf(reason)] ?? 0) > 0) ?? otherwise
}

/** Why a facility without any series of a formula has no figure: what no return has a field for, nobody failed to report. */
export function unexplained({ needs }: Pick<Formula, 'needs'>): MissingReason {
  return needs.some(({ cell }) => measureOf(cell)?.origin === 'records') ? 'not-from-returns' : 'not-reported'
}
