import { codePlace, monthOfDay } from './columns.ts'
import { type Derivation, derive } from './define.ts'
import { type Facility, until } from './facility.ts'

const segregation = codePlace('unit_kind', 'segregation')
/** Two hours or less out of the cell is 22 hours in it. */
const mostHoursOut = 2

/** How many people of a unit were in a separation of their own on a day, by unit and day. */
function separatedIn(facility: Facility): Map<string, number> {
  const { days, stays, asOf } = facility
  const read = (field: string) => facility.column('restrictive_placement', field)
  const [cell, start, end] = [read('cell_id'), read('start_at'), read('end_at')]
  const stayOf = facility.stayOf('restrictive_placement')
  const cellRow = facility.rowOf('cell', 'cell_id')
  const unitOf = facility.column('cell', 'unit_id')
  const people = new Map<string, Set<number>>()
  for (let row = 0; row < facility.rows('restrictive_placement'); row++) {
    const unit = unitOf[cellRow[cell[row]!] ?? -1]
    if (!stays.isOwn[stayOf(row)] || unit === undefined) continue
    const last = Math.min(days.dayOf(until(end[row]!, asOf) - 1), facility.lastDay)
    for (let day = Math.max(days.dayOf(start[row]!), facility.firstDay); day <= last; day++) {
      const key = `${unit} ${day}`
      people.set(key, (people.get(key) ?? new Set()).add(stays.person[stayOf(row)]!))
    }
  }
  return new Map([...people].map(([key, some]) => [key, some.size]))
}

/** Person-days in units that were locked down; whoever was there in a separation of their own is counted in that. */
const personDays: Derivation['count'] = (facility, counter) => {
  const read = (field: string) => facility.column('regime_day', field)
  const [unit, day, persons, hours] = [read('unit_id'), read('day'), read('persons_present'), read('out_of_cell_hours')]
  const unitRow = facility.rowOf('unit', 'unit_id')
  const kind = facility.column('unit', 'unit_kind')
  const separated = separatedIn(facility)
  for (let row = 0; row < facility.rows('regime_day'); row++) {
    if (kind[unitRow[unit[row]!] ?? -1] === segregation || !(hours[row]! <= mostHoursOut)) continue
    const others = Math.max(0, persons[row]! - (separated.get(`${unit[row]} ${day[row]}`) ?? 0))
    counter.add(monthOfDay(day[row]!) - facility.window.first, -1, day[row]!, others)
  }
}

/** Whole units behind doors. */
export const lockdownDerivations = [
  derive('person_days_lockdown', ['regime_day', 'unit', 'cell', 'stay', 'restrictive_placement'], personDays),
]
