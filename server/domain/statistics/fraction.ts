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

/** A plain number of people or events. */
export function count(number: number): Figure {
  return { state: 'counted', numerator: number, denominator: null, value: number }
}
