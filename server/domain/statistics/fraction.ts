import { type Figure, missing } from '../value.ts'

/** `part` as a percentage of `whole`: share(45, 50) is 90. Without a whole there is no share. */
export function share(part: number, whole: number): Figure {
  return rate(part, whole, 100)
}

/** `count` for each `per` of `base`: rate(6, 400, 1000) is 15. A base of nought or less gives no figure, never nought. */
export function rate(count: number, base: number, per = 1): Figure {
  if (base <= 0) return missing('no-base')
  return { state: 'counted', numerator: count, denominator: base, value: (count / base) * per }
}

/**
 * The rate of a group as a multiple of the rate of the others: 6 of 100 against 12 of 400 is 2. Its parts are the events
 * of the group and those expected of it at the others' rate. No figure without a group, or without any event among others.
 */
export function rateRatio(events: number, base: number, otherEvents: number, otherBase: number): Figure {
  if (base <= 0 || otherBase <= 0) return missing('no-base')
  return rate(events, (base * otherEvents) / otherBase)
}

/** A mean or median of `cases` cases; without a case there is none. */
export function typical(value: number, cases: number): Figure {
  if (cases <= 0) return missing('no-base')
  return { state: 'counted', numerator: value, denominator: cases, value }
}

/** A plain number of people or events. */
export function count(number: number): Figure {
  return { state: 'counted', numerator: number, denominator: null, value: number }
}
