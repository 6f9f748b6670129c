import type { FacilityMonth } from '../country.ts'
import type { Stay } from './custody.ts'

/** The last day on which the law lets somebody be held untried; courts lengthen it once for most. */
export function pretrialLimit(at: FacilityMonth, stay: Stay): number {
  return stay.custodyFrom + (stay.luck.limit < at.traits.unlengthened ? 240 : 900)
}

/** Whether somebody was held untried past the limit on some day of the month. */
export function isOverLimit(at: FacilityMonth, stay: Stay): boolean {
  const limit = pretrialLimit(at, stay)
  const end = Math.min(stay.until ?? at.days.until, at.days.until)
  return stay.spells.some(({ status, from }, place) => {
    if (status !== 'pretrial') return false
    const until = Math.min(stay.spells[place + 1]?.from ?? end, end)
    return Math.max(limit + 1, from, at.days.from) < until
  })
}
