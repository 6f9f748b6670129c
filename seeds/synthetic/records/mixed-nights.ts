import { monthIndex } from '../../../server/domain/period.ts'
import type { FacilityMonth } from '../country.ts'
import { isSentenced, statusOn } from './counted.ts'
import type { Stay } from './custody.ts'
import { ageIn } from './person.ts'

/** The nights that somebody slept in a unit: [from, until). */
export interface Slept {
  stay: Stay
  unit: string
  from: number
  until: number
}

/** Persons who shared a unit, on any night of a month, with people from whom they are to be kept apart. */
export interface Mixed {
  untriedWithSentenced: number
  childrenWithAdults: number
  womenWithMen: number
}

const bits = { untried: 1, sentenced: 2, child: 4, adult: 8, woman: 16, man: 32 }

/** Counts them, each person once. */
export function mixedIn(at: FacilityMonth, slept: readonly Slept[]): Mixed {
  const month = monthIndex(at.month)
  const nights = slept.flatMap(({ stay, unit, ...span }) => {
    const [from, until] = [
      Math.max(span.from, at.days.from),
      Math.min(span.until, stay.until ?? span.until, at.days.until),
    ]
    return Array.from({ length: Math.max(0, until - from) }, (_, step) => {
      return { stay, at: `${unit} ${from + step}`, is: whatOn(stay, from + step, month) }
    })
  })
  const inUnit = new Map<string, number>()
  for (const night of nights) inUnit.set(night.at, (inUnit.get(night.at) ?? 0) | night.is)
  const count = (mine: number, others: number) =>
    new Set(nights.filter((night) => night.is & mine && inUnit.get(night.at)! & others).map(({ stay }) => stay.person))
      .size
  return {
    untriedWithSentenced: count(bits.untried, bits.sentenced),
    childrenWithAdults: count(bits.child, bits.adult),
    womenWithMen: count(bits.woman, bits.man),
  }
}

function whatOn(stay: Stay, day: number, month: number): number {
  const status = statusOn(stay, day)
  return (
    (status === 'pretrial' ? bits.untried : 0) |
    (isSentenced(status) ? bits.sentenced : 0) |
    (ageIn(stay.person, month) < 18 ? bits.child : bits.adult) |
    (stay.person.sex === 'female' ? bits.woman : bits.man)
  )
}
