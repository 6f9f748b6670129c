import { codePlace, monthOfDay } from './columns.ts'
import { type Derivation, derive } from './define.ts'
import { type Facility, monthEnd, places, until } from './facility.ts'
import { ageOn } from './groups.ts'
import { isSentenced, isUntried } from './legal-status.ts'

const [female, male] = ['female', 'male'].map((sex) => codePlace('sex', sex))
const civil = codePlace('legal_status', 'civil')
const criminal = places('legal_status', 'pretrial', 'sentenced_not_final', 'sentenced_final')

/** What somebody is, of whom others are to be kept apart: one bit each. */
const marks = { untried: 1, sentenced: 2, child: 4, adult: 8, woman: 16, man: 32, civil: 64, criminal: 128 }

/** A person in a unit on one night. */
interface Night {
  stay: number
  day: number
  /** Unit and day as one number. */
  at: number
  marks: number
}

const kept = new WeakMap<Facility, { nights: Night[]; inUnit: Map<number, number> }>()

/** Every night of the window with a known unit, and what everybody in that unit is on that night. */
function nightsOf(facility: Facility) {
  const made = kept.get(facility) ?? makeNights(facility)
  kept.set(facility, made)
  return made
}

function makeNights(facility: Facility) {
  const { stays, days, asOf } = facility
  const read = (field: string) => facility.column('housing_allocation', field)
  const [cell, start, end] = [read('cell_id'), read('start_at'), read('end_at')]
  const stayOf = facility.stayOf('housing_allocation')
  const cellRow = facility.rowOf('cell', 'cell_id')
  const unitOf = facility.column('cell', 'unit_id')
  const span = facility.lastDay - facility.firstDay + 1
  const nights: Night[] = []
  const inUnit = new Map<number, number>()
  for (let row = 0; row < facility.rows('housing_allocation'); row++) {
    const [stay, unit] = [stayOf(row), unitOf[cellRow[cell[row]!] ?? -1]]
    if (!stays.isOwn[stay] || unit === undefined || Number.isNaN(unit)) continue
    // A night belongs to the day that it ends.
    const last = days.dayOf(until(end[row]!, asOf)) - 1
    const first = Math.max(days.dayOf(start[row]!), stays.from[stay]!, facility.firstDay)
    for (let day = first; day <= Math.min(last, stays.until[stay]! - 1, facility.lastDay); day++) {
      const night = { stay, day, at: unit * span + day - facility.firstDay, marks: marksOn(facility, stay, day) }
      nights.push(night)
      inUnit.set(night.at, (inUnit.get(night.at) ?? 0) | night.marks)
    }
  }
  return { nights, inUnit }
}

function marksOn(facility: Facility, stay: number, day: number): number {
  const [status, age, sex] = [facility.stays.statusAt(stay, day), ageOn(facility, stay, day), facility.stays.sex[stay]]
  const either = (isSo: boolean, mark: number) => (isSo ? mark : 0)
  return (
    either(isUntried(status), marks.untried) |
    either(isSentenced(status), marks.sentenced) |
    either(age < 18, marks.child) |
    either(age >= 18, marks.adult) |
    either(sex === female, marks.woman) |
    either(sex === male, marks.man) |
    either(status === civil, marks.civil) |
    either(criminal.has(status), marks.criminal)
  )
}

/**
 * Persons who spent any night of a month in a unit with people from whom they are to be kept apart, each once. Who shares a
 * cell shares its unit (Nelson Mandela Rule 11 speaks of both).
 */
const together =
  (mine: number, others: number): Derivation['count'] =>
  (facility, counter) => {
    const { stays, window } = facility
    const { nights, inUnit } = nightsOf(facility)
    const seen = new Map<string, number>()
    for (const { stay, day, at, marks: own } of nights) {
      if (!(own & mine) || !(inUnit.get(at)! & others)) continue
      const key = `${monthOfDay(day) - window.first} ${stays.person[stay]}`
      seen.set(key, Math.max(stay, seen.get(key) ?? -1))
    }
    for (const [key, stay] of seen) {
      const place = Number.parseInt(key, 10)
      counter.add(place, stay, monthEnd(window, place))
    }
  }

const housed = ['stay', 'housing_allocation', 'cell'] as const

/** Who slept in one unit with whom. */
export const mixingDerivations = [
  derive('pretrial_with_sentenced', [...housed, 'legal_status_spell'], together(marks.untried, marks.sentenced)),
  derive('children_with_adults', [...housed, 'person'], together(marks.child, marks.adult)),
  derive('women_with_men', [...housed, 'person'], together(marks.woman, marks.man)),
  derive('civil_with_criminal', [...housed, 'legal_status_spell'], together(marks.civil, marks.criminal)),
]
