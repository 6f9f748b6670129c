import { type Column, codePlace, monthOfDay } from './columns.ts'
import { type Derivation, derive } from './define.ts'
import { eachMonth, type Facility, monthEnd } from './facility.ts'
import { isWeekend } from './population.ts'
import { rowsOf } from './shapes.ts'

/** Space that the CPT and the European Court of Human Rights ask for in shared cells, in square metres a person. */
const [leastShared, leastAtAll] = [4, 3]

/** Nights of one allocation at the end of a month: its cell's row and its stay. */
interface Night {
  cell: number
  stay: number
}

const kept = new WeakMap<Facility, Night[][]>()

/** Who slept in which cell on the last night of each month. */
function lastNights(facility: Facility): Night[][] {
  const made = kept.get(facility) ?? makeNights(facility)
  kept.set(facility, made)
  return made
}

function makeNights(facility: Facility): Night[][] {
  const { stays, window, days } = facility
  const read = (field: string) => facility.column('housing_allocation', field)
  const [cells, start, end] = ['cell_id', 'start_at', 'end_at'].map(read)
  const stayOf = facility.stayOf('housing_allocation')
  const cellOf = cellReader(facility)
  return Array.from({ length: window.months }, (_, place) => {
    const day = monthEnd(window, place)
    const midnight = days.startOf(day + 1)
    const nights: Night[] = []
    for (let row = 0; row < start!.length; row++) {
      const isIn = start![row]! < midnight && !(end![row]! < midnight) && stays.isOwn[stayOf(row)]
      if (isIn) nights.push({ cell: cellOf(cells![row]!, day), stay: stayOf(row) })
    }
    return nights.filter(({ cell }) => cell >= 0)
  })
}

/** The version of a cell in force on a day, as its row; -1 for a cell that was not there. */
function cellReader(facility: Facility): (cell: number, day: number) => number {
  const versions = facility.by('cell', 'cell_id')
  const [from, to] = ['valid_from', 'valid_to'].map((field) => facility.column('cell', field))
  return (cell, day) => {
    for (let place = versions.starts[cell] ?? 0; place < (versions.starts[cell + 1] ?? 0); place++) {
      const row = versions.rows[place]!
      if (from![row]! <= day && !(to![row]! <= day)) return row
    }
    return -1
  }
}

function headsByCell(nights: readonly Night[]): Map<number, number> {
  const heads = new Map<number, number>()
  for (const { cell } of nights) heads.set(cell, (heads.get(cell) ?? 0) + 1)
  return heads
}

const cells =
  (test: (heads: number, places: number) => boolean): Derivation['count'] =>
  (facility, counter) => {
    const certified = facility.column('cell', 'certified_places')
    lastNights(facility).forEach((nights, place) => {
      for (const [cell, heads] of headsByCell(nights))
        if (test(heads, certified[cell]!)) counter.add(place, -1, monthEnd(facility.window, place))
    })
  }

/** Persons in a shared cell with less than so many square metres each, the sanitary annexe left out. */
const crowded =
  (least: number): Derivation['count'] =>
  (facility, counter) => {
    const area = facility.column('cell', 'floor_area_m2')
    lastNights(facility).forEach((nights, place) => {
      const heads = headsByCell(nights)
      for (const { cell, stay } of nights) {
        const sharing = heads.get(cell)!
        if (sharing > 1 && area[cell]! / sharing < least) counter.add(place, stay, monthEnd(facility.window, place))
      }
    })
  }

/** Persons who had no bed of their own on any night of a month, each once. */
const noOwnBed: Derivation['count'] = (facility, counter) => {
  const { days, stays, window, asOf } = facility
  const read = (field: string) => facility.column('housing_allocation', field)
  const [own, start, end] = ['own_bed', 'start_at', 'end_at'].map(read)
  const stayOf = facility.stayOf('housing_allocation')
  const seen = new Set<number>()
  for (let row = 0; row < own!.length; row++) {
    const stay = stayOf(row)
    if (own![row] !== 0 || !stays.isOwn[stay]) continue
    // A night belongs to the day that it ends.
    const last = days.dayOf(Number.isNaN(end![row]!) ? asOf : Math.min(end![row]!, asOf)) - 1
    const from = days.dayOf(start![row]!)
    if (from > last) continue
    eachMonth(window, from, last, (place) => {
      const key = stays.person[stay]! * window.months + place
      if (seen.has(key)) return
      seen.add(key)
      counter.add(place, stay, monthEnd(window, place))
    })
  }
}

interface UnitDay {
  isSegregation: boolean
  outdoor: number
  hours: number
  persons: number
  day: number
}

/** The days of units, with what each of them adds. */
const unitDays = (amount: (entry: UnitDay) => number) =>
  rowsOf('regime_day', (facility) => {
    const read = (field: string) => facility.column('regime_day', field)
    const [unit, day, persons, hours, outdoor] = [
      'unit_id',
      'day',
      'persons_present',
      'out_of_cell_hours',
      'outdoor_offered_minutes',
    ].map(read)
    const unitRow = facility.rowOf('unit', 'unit_id')
    const kind = facility.column('unit', 'unit_kind')
    const segregation = codePlace('unit_kind', 'segregation')
    return {
      day: (row) => day![row]!,
      stay: () => -1,
      amount: (row) =>
        amount({
          isSegregation: kind[unitRow[unit![row]!] ?? -1] === segregation,
          outdoor: outdoor![row]!,
          hours: hours![row]!,
          persons: persons![row]!,
          day: day![row]!,
        }),
    }
  })

/** Two hours or less out of the cell is 22 hours in it. */
const isLockedDown = ({ isSegregation, hours }: UnitDay) => !isSegregation && hours <= 2

/** What the last row of each unit in a month says, added up over units; a unit that does not say leaves no figure. */
const latestOfUnits =
  (field: string): Derivation['count'] =>
  (facility, counter) => {
    const [unit, day, value] = ['unit_id', 'day', field].map((name) => facility.column('regime_day', name))
    const latest = new Map<string, number>()
    for (let row = 0; row < value!.length; row++) {
      const key = `${monthOfDay(day![row]!) - facility.window.first} ${unit![row]}`
      const before = latest.get(key)
      if (before === undefined || day![row]! > day![before]!) latest.set(key, row)
    }
    const sums = new Map<number, number>()
    for (const [key, row] of latest) {
      const place = Number.parseInt(key, 10)
      sums.set(place, (sums.get(place) ?? 0) + value![row]!)
    }
    for (let place = 0; place < facility.window.months; place++) counter.set(place, sums.get(place) ?? Number.NaN)
  }

const washing =
  (field: string): Derivation['count'] =>
  (facility, counter) => {
    const read = (name: string): Column => facility.column('regime_day', name)
    const [day, access, value] = [read('day'), read('shower_access_within_7d'), read(field)]
    for (let row = 0; row < day.length; row++) {
      const place = monthOfDay(day[row]!) - facility.window.first
      const isLast = day[row] === monthEnd(facility.window, place)
      if (isLast && !Number.isNaN(access[row]!)) counter.add(place, -1, day[row]!, value[row]!)
    }
  }

const housing = ['stay', 'housing_allocation', 'cell'] as const
const regime = ['regime_day', 'unit'] as const

/** Cells, beds, water and unlocked hours. */
export const conditionsDerivations = [
  derive(
    'cells_occupied',
    housing,
    cells(() => true),
  ),
  derive(
    'cells_over_capacity',
    housing,
    cells((heads, places) => heads > places),
  ),
  derive('persons_no_own_bed', ['stay', 'housing_allocation'], noOwnBed),
  derive('persons_with_cell', housing, (facility, counter) => {
    lastNights(facility).forEach((nights, place) => {
      for (const { stay } of nights) counter.add(place, stay, monthEnd(facility.window, place))
    })
  }),
  derive('persons_below_4m2', housing, crowded(leastShared!)),
  derive('persons_below_3m2', housing, crowded(leastAtAll!)),
  derive('toilets_working', ['regime_day'], latestOfUnits('toilets_working')),
  derive('showers_working', ['regime_day'], latestOfUnits('showers_working')),
  derive('wash_present', ['regime_day'], washing('persons_present')),
  derive('wash_access_7d', ['regime_day'], washing('shower_access_within_7d')),
  derive(
    'unit_days',
    regime,
    unitDays(() => 1),
  ),
  derive(
    'unit_days_outdoor_ok',
    regime,
    unitDays(({ outdoor }) => (outdoor >= 60 ? 1 : 0)),
  ),
  derive(
    'out_of_cell_hours_sum',
    regime,
    unitDays(({ hours, persons }) => hours * persons),
  ),
  derive(
    'out_of_cell_weekend_hours_sum',
    regime,
    unitDays(({ hours, persons, day }) => (isWeekend(day) ? hours * persons : 0)),
  ),
  derive(
    'unit_days_lockdown',
    regime,
    unitDays((entry) => (isLockedDown(entry) ? 1 : 0)),
  ),
]
