import { expect } from 'vitest'

/** Six significant digits, or six decimals where the value is smaller than one. */
export function near(ours: number, theirs: number): void {
  expect(Math.abs(ours - theirs), `${ours} against ${theirs}`).toBeLessThan(1e-6 * Math.max(1, Math.abs(theirs)))
}

/** Six significant digits, however small the value; nothing where there is nothing. */
export function toSixDigits(ours: number | null | undefined, theirs: number | null): void {
  if (theirs === null || ours === null || ours === undefined) expect(ours).toBe(theirs)
  else expect(Math.abs(ours - theirs), `${ours} against ${theirs}`).toBeLessThanOrEqual(1e-6 * Math.abs(theirs))
}
