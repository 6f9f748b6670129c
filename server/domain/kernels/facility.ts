import { type LocalDays, localDays } from '../clocks/local-days.ts'
import type { RecordId } from '../records/index.ts'
import { type Column, codePlace, column, columnsOf, type FacilityRecords, monthOfDay, monthStart } from './columns.ts'
import { type RowsByKey, rowOfKey, rowsByKey } from './rows-by-key.ts'
import type { KernelSettings } from './settings.ts'

/** The months that are counted: `months` of them from `first` on, as `monthIndex` gives them. */
export interface MonthWindow {
  first: number
  months: number
}

/** One facility ready to be counted: its records, its calendar, and its stays with what the breakdowns ask of them. */
export interface Facility {
  window: MonthWindow
  settings: KernelSettings
  days: LocalDays
  /** First and last day of the window. */
  firstDay: number
  lastDay: number
  /** What is open is read at this moment. */
  asOf: number
  stays: Stays
  /** One column of a record type; empty where the facility has no such rows. */
  column(recordId: RecordId, field: string): Column
  rows(recordId: RecordId): number
  /** Rows of `recordId` by the key that stands in `field`. */
  by(recordId: RecordId, field: string): RowsByKey
  /** The row of each key in a column of own keys. */
  rowOf(recordId: RecordId, field: string): Int32Array
  /** The row of the stay that a row of `recordId` speaks of; -1 where it names none or one that is not here. */
  stayOf(recordId: RecordId): (row: number) => number
}

/** Stays by row. Days count from 1970; a person is held at the midnights after `from` … `until` - 1. */
export interface Stays {
  count: number
  isOwn: Uint8Array
  from: Float64Array
  /** Infinity while the person is held. */
  until: Float64Array
  admittedAt: Column
  releasedAt: Column
  /** Persons and custodies as numbers; a stay without one stands for itself. */
  person: Float64Array
  custody: Float64Array
  personCount: number
  /** First day of the custody, in whichever facility. */
  custodyFrom: Float64Array
  sex: Float64Array
  nationality: Float64Array
  birthMonth: Float64Array
  /** The legal status in force on a day, as its place in the code list; NaN when none is on record. */
  statusAt(stay: number, day: number): number
}

/** Makes a facility's records ready. Nothing that depends on the order of rows is kept. */
export function facilityOf(
  records: FacilityRecords,
  window: MonthWindow,
  settings: KernelSettings,
  asOf: number,
): Facility {
  const days = localDays(records.timeZone)
  const kept = new Map<string, RowsByKey | Int32Array>()
  const once = <T extends RowsByKey | Int32Array>(name: string, make: () => T): T => {
    const made = (kept.get(name) as T | undefined) ?? make()
    kept.set(name, made)
    return made
  }
  const read = (recordId: RecordId, field: string) => column(columnsOf(records, recordId), field)
  const keyCount = (field: string) => Math.max(0, ...Object.values(records.types).map((type) => type?.keys[field] ?? 0))
  const by = (recordId: RecordId, field: string) =>
    once(`by ${recordId}.${field}`, () => rowsByKey(read(recordId, field), keyCount(field)))
  const rowOf = (recordId: RecordId, field: string) =>
    once(`row ${recordId}.${field}`, () => rowOfKey(read(recordId, field), keyCount(field)))
  const stayOf = (recordId: RecordId) => {
    const [keys, rows] = [read(recordId, 'stay_key'), rowOf('stay', 'stay_key')]
    return (row: number) => rows[keys[row]!] ?? -1
  }
  const [firstDay, lastDay] = [monthStart(window.first), monthStart(window.first + window.months) - 1]
  const bare = { window, settings, days, firstDay, lastDay, asOf, column: read, by, rowOf, stayOf }
  const rows = (recordId: RecordId) => columnsOf(records, recordId).rows
  return { ...bare, rows, stays: staysOf({ ...bare, rows }) }
}

function staysOf(facility: Omit<Facility, 'stays'>): Stays {
  const { days, rows } = facility
  const count = rows('stay')
  const read = (field: string) => facility.column('stay', field)
  const [admittedAt, releasedAt, place] = [read('admitted_at'), read('released_at'), read('facility_id')]
  const person = read('person_key')
  const custody = read('custody_key')
  const personRow = facility.rowOf('person', 'person_key')
  const ofPerson = (field: string) => {
    const values = facility.column('person', field)
    return Float64Array.from({ length: count }, (_, stay) => values[personRow[person[stay]!] ?? -1] ?? Number.NaN)
  }
  const from = Float64Array.from({ length: count }, (_, stay) => days.dayOf(admittedAt[stay]!))
  return {
    count,
    isOwn: Uint8Array.from({ length: count }, (_, stay) => Number(!(place[stay]! > 0))),
    from,
    until: Float64Array.from({ length: count }, (_, stay) =>
      releasedAt[stay]! <= facility.asOf ? days.dayOf(releasedAt[stay]!) : Number.POSITIVE_INFINITY,
    ),
    admittedAt,
    releasedAt,
    person,
    custody,
    personCount: personRow.length,
    custodyFrom: earliest(custody, from),
    sex: ofPerson('sex'),
    nationality: ofPerson('nationality_group'),
    birthMonth: ofPerson('birth_year_month'),
    statusAt: statusReader(facility),
  }
}

function earliest(keys: Column, from: Float64Array): Float64Array {
  const first = new Map<number, number>()
  keys.forEach((key, row) => {
    first.set(key, Math.min(first.get(key) ?? Number.POSITIVE_INFINITY, from[row]!))
  })
  return from.map((day, row) => (Number.isNaN(keys[row]!) ? day : first.get(keys[row]!)!))
}

function statusReader(facility: Omit<Facility, 'stays'>): Stays['statusAt'] {
  const spells = facility.by('legal_status_spell', 'stay_key')
  const read = (field: string) => facility.column('legal_status_spell', field)
  const [status, start] = [read('status'), read('start_on')]
  const keys = facility.column('stay', 'stay_key')
  return (stay, day) => {
    const key = keys[stay]!
    let [found, since] = [Number.NaN, Number.NEGATIVE_INFINITY]
    for (let place = spells.starts[key]!; place < (spells.starts[key + 1] ?? 0); place++) {
      const row = spells.rows[place]!
      // Spells tile a stay, so the one that began last is in force; a day of leaving still has the ground of the stay.
      if (start[row]! <= day && start[row]! > since) [found, since] = [status[row]!, start[row]!]
    }
    return found
  }
}

/** Places of codes, for comparing with a column. */
export function places<List extends Parameters<typeof codePlace>[0]>(
  list: List,
  ...codes: Parameters<typeof codePlace>[1][]
): ReadonlySet<number> {
  return new Set(codes.map((code) => codePlace(list, code)))
}

/** The end of something at the latest at the present: what is open (NaN) or ends later lasts until now. */
export function until(end: number, asOf: number): number {
  return Number.isNaN(end) ? asOf : Math.min(end, asOf)
}

/** Whether a stay is held at the midnight that ends `day`. */
export function isHeld(stays: Stays, stay: number, day: number): boolean {
  return stays.from[stay]! <= day && day < stays.until[stay]!
}

/** The last day of the month at a place of the window. */
export function monthEnd(window: MonthWindow, place: number): number {
  return monthStart(window.first + place + 1) - 1
}

/** Calls `see` with each place of the window whose last day lies in the days [from, until). */
export function eachMonthEnd(
  window: MonthWindow,
  from: number,
  until: number,
  see: (place: number, day: number) => void,
) {
  const last = Math.min(window.months - 1, Number.isFinite(until) ? monthOfDay(until) - window.first : window.months)
  for (let place = Math.max(0, monthOfDay(from) - window.first); place <= last; place++) {
    const day = monthEnd(window, place)
    if (day >= from && day < until) see(place, day)
  }
}

/** Calls `see` with each place of the window that the days from `from` to `to`, both included, touch. */
export function eachMonth(window: MonthWindow, from: number, to: number, see: (place: number) => void) {
  const last = Math.min(window.months - 1, Number.isFinite(to) ? monthOfDay(to) - window.first : window.months)
  for (let place = Math.max(0, monthOfDay(from) - window.first); place <= last; place++) see(place)
}
