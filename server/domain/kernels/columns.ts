import { type CodeList, codeLists } from '../records/codes.ts'
import type { Field } from '../records/define.ts'
import { fieldsOf, findRecord, type RecordId } from '../records/index.ts'
import { type KeySpace, type KeySpaces, keySpaces, takeNext } from './key-spaces.ts'

/**
 * One field of all rows of a record type, a number a row and NaN where the field is empty:
 * key, token, text: its place in the batch's list of keys (0, 1, 2 …); the same key has the same place in every column
 *   that points at it, and a facility's own id has place 0 in `facility_id`. A key that a facility gives (of a stay, a
 *   placement, a cell) is that facility's own: the same one at two facilities has two places (`isAcrossFacilities`);
 * code: its place in the code list; codes: a set of bits, bit n for place n; yes-no: 1 or 0; count, decimal: the number;
 * day: days since 1 January 1970; moment: milliseconds since then, in UTC; month: `monthIndex`.
 */
export type Column = Float64Array<ArrayBuffer>

/** The rows of one record type, field by field, in any order. */
export interface RecordColumns {
  rows: number
  /** How many different keys each column of keys may hold: keys are below it. */
  keys: Readonly<Record<string, number>>
  columns: Readonly<Record<string, Column>>
  /** The id of a row, where it was given: how a check names what it found. No kernel reads it. */
  idOf(row: number): string | undefined
}

/**
 * What the kernels read of one facility: its own records in force and, of persons who were also held elsewhere, theirs
 * from there, because clocks on people run on across a transfer. `facility_id` is 0 in the facility's own rows.
 */
export interface FacilityRecords {
  timeZone: string
  types: Readonly<Partial<Record<RecordId, RecordColumns>>>
}

/** A field as it comes from a file or a database. */
export type Cell = string | number | boolean | readonly string[] | Date | null | undefined

/** Rows of one type that came field by field, as a database gives many of them; fields that are not named are empty. */
export interface RowBlock {
  rows: number
  /**
   * Numbers as the column holds them; of keys, tokens and texts what stands there, null where nothing does. Rows are of the
   * facility itself where `facility_id` holds numbers or is not named.
   */
  fields: Readonly<Record<string, Column | readonly (string | null)[]>>
  idOf(row: number): string
}

/** Fills the columns of one facility, by row or by block; the only place where keys become numbers. */
export interface ColumnsBuilder {
  add(recordId: RecordId, row: Readonly<Record<string, Cell>>): void
  addBlock(recordId: RecordId, block: RowBlock): void
  done(): FacilityRecords
}

const dayMs = 86_400_000

/** Columns of the facility `facilityId`, in its time zone (IANA name). Fields that a row does not name are empty. */
export function columnsBuilder(facilityId: string, timeZone: string): ColumnsBuilder {
  const spaces = keySpaces(facilityId)
  const growing = new Map<RecordId, Growing>()
  const typeOf = (recordId: RecordId) => {
    const type = growing.get(recordId) ?? startType(recordId, spaces)
    growing.set(recordId, type)
    return type
  }
  return {
    add: (recordId, row) => typeOf(recordId).append(row),
    addBlock: (recordId, block) => typeOf(recordId).appendBlock(block),
    done: () => ({
      timeZone,
      types: Object.fromEntries([...growing].map(([recordId, type]) => [recordId, type.done()])),
    }),
  }
}

interface Growing {
  append(row: Readonly<Record<string, Cell>>): void
  appendBlock(block: RowBlock): void
  done(): RecordColumns
}

function startType(recordId: RecordId, spaces: KeySpaces): Growing {
  const type = findRecord(recordId)!
  const fields = Object.entries(fieldsOf(type)).map(([name, field]) => {
    const space = spaces.of(type, name, field)
    return { name, read: reader(field), space, isKey: field.kind === 'key' }
  })
  let rows = 0
  const named: { from: number; rows: number; idOf(row: number): string }[] = []
  let columns = fields.map(() => new Float64Array(16))
  const makeRoom = (more: number) => {
    if (rows + more <= columns[0]!.length) return
    columns = columns.map((column) => grown(column, Math.max(rows + more, column.length * 2)))
  }
  return {
    append(row) {
      makeRoom(1)
      const where = isEmpty(row.facility_id) ? undefined : String(row.facility_id)
      fields.forEach(({ name, read, space }, place) => {
        const cell = row[name]
        columns[place]![rows] = isEmpty(cell) ? Number.NaN : read ? read(cell) : placeOf(space, where, String(cell))
      })
      const { id } = row
      if (typeof id === 'string') named.push({ from: rows, rows: 1, idOf: () => id })
      rows++
    },
    appendBlock(block) {
      // The first one's numbers are taken as they are: most types come as one block, and its arrays are nobody else's.
      if (rows === 0) columns = fields.map(({ name }) => ownOf(block, name))
      else makeRoom(block.rows)
      const { facility_id: where } = block.fields
      const facilities = where instanceof Float64Array ? undefined : where
      fields.forEach(({ name, space }, place) => {
        const given = block.fields[name]
        if (given === columns[place]) return
        if (given instanceof Float64Array) columns[place]!.set(given, rows)
        else if (given) takeKeys(columns[place]!, rows, given, space, facilities)
        else columns[place]!.fill(Number.NaN, rows, rows + block.rows)
      })
      named.push({ from: rows, ...block })
      rows += block.rows
    },
    done: () => ({
      rows,
      idOf: (row) => {
        const block = named.find(({ from, rows: many }) => row >= from && row < from + many)
        return block?.idOf(row - block.from)
      },
      keys: Object.fromEntries(fields.filter(({ isKey }) => isKey).map(({ name, space }) => [name, space.size])),
      columns: Object.fromEntries(fields.map(({ name }, place) => [name, cut(columns[place]!, rows)])),
    }),
  }
}

function ownOf({ rows, fields }: RowBlock, name: string): Column {
  const given = fields[name]
  return given instanceof Float64Array ? given : new Float64Array(rows)
}

function cut(column: Column, rows: number): Column {
  return column.length === rows ? column : column.slice(0, rows)
}

function isEmpty(cell: Cell): cell is null | undefined | '' {
  return cell === null || cell === undefined || cell === ''
}

function takeKeys(
  column: Column,
  from: number,
  keys: readonly (string | null)[],
  space: KeySpace,
  facilities: readonly (string | null)[] | undefined,
): void {
  let where: string | null | undefined
  let places = space.placesAt(where)
  for (let row = 0; row < keys.length; row++) {
    // Rows of one facility follow each other.
    if (facilities && facilities[row] !== where) {
      where = facilities[row]
      places = space.placesAt(where)
    }
    const key = keys[row]
    column[from + row] = isEmpty(key) ? Number.NaN : (places.get(key) ?? takeNext(space, places, key))
  }
}

function placeOf(space: KeySpace, where: string | undefined, key: string): number {
  const places = space.placesAt(where)
  return places.get(key) ?? takeNext(space, places, key)
}

function grown(column: Column, length: number): Column {
  const larger = new Float64Array(length)
  larger.set(column)
  return larger
}

/** How a cell becomes its number; undefined of what gets a place in a space. */
function reader(field: Field): ((cell: NonNullable<Cell>) => number) | undefined {
  switch (field.kind) {
    case 'key':
    case 'quarter':
    case 'token':
    case 'text':
      return undefined
    case 'code':
      return (cell) => codePlace(field.list!, String(cell))
    case 'codes':
      return (cell) => bitsOf(field.list!, Array.isArray(cell) ? cell : String(cell).split(/[\s,;|]+/))
    case 'yes-no':
      return (cell) => (cell === true || cell === 'true' || cell === 'yes' || cell === 1 ? 1 : 0)
    case 'count':
    case 'decimal':
      return Number
    case 'day':
      return (cell) => (typeof cell === 'number' ? cell : dayNumber(cell instanceof Date ? isoDay(cell) : String(cell)))
    case 'moment':
      return (cell) =>
        typeof cell === 'number' ? cell : cell instanceof Date ? cell.getTime() : Date.parse(String(cell))
    case 'month':
      return (cell) => monthNumber(String(cell))
  }
}

/** The place of a code in its list; NaN for a code that is not there, which the import has refused long before. */
export function codePlace(list: CodeList, code: string): number {
  const place = (codeLists[list] as readonly string[]).indexOf(code)
  return place < 0 ? Number.NaN : place
}

function bitsOf(list: CodeList, codes: readonly string[]): number {
  return codes.reduce((bits, code) => bits | (1 << codePlace(list, code)), 0)
}

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10)
}

/** Days from 1 January 1970 to a day written YYYY-MM-DD. */
export function dayNumber(day: string): number {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / dayMs
}

/** `monthIndex` of a month written YYYY-MM. */
function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1
}

/** First days of the months from 1870 to 2169, for they are asked for without end. */
const [keptFrom, keptMonths] = [1870 * 12, 300 * 12]
const firstDays = Float64Array.from({ length: keptMonths }, (_, place) => firstDayOf(keptFrom + place))

function firstDayOf(month: number): number {
  return Date.UTC(Math.floor(month / 12), month % 12, 1) / dayMs
}

/** The first day of a month, in days since 1 January 1970; `month` as `monthIndex` gives it. */
export function monthStart(month: number): number {
  return firstDays[month - keptFrom] ?? firstDayOf(month)
}

/** The months of the days from 1870 to 2169. */
const firstKeptDay = firstDays[0]!
const monthsOfDays = Int32Array.from({ length: firstDayOf(keptFrom + keptMonths) - firstKeptDay }, (_, place) =>
  monthReckoned(firstKeptDay + place),
)

/** The month (as `monthIndex`) in which a day lies. */
export function monthOfDay(day: number): number {
  return monthsOfDays[day - firstKeptDay] ?? monthReckoned(day)
}

/** Howard Hinnant's civil-from-days, in whole numbers. */
function monthReckoned(day: number): number {
  const shifted = day + 719_468
  const era = Math.floor(shifted / 146_097)
  const ofEra = shifted - era * 146_097
  const year = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  )
  const ofYear = ofEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100))
  const monthFromMarch = Math.floor((5 * ofYear + 2) / 153)
  return (year + era * 400) * 12 + monthFromMarch + 2
}

const none: Column = new Float64Array(0)

/** The columns of a record type; of a type without rows, columns without rows. */
export function columnsOf(records: FacilityRecords, recordId: RecordId): RecordColumns {
  return records.types[recordId] ?? { rows: 0, keys: {}, columns: {}, idOf: () => undefined }
}

/** One column; empty when the batch has no such rows. */
export function column(type: RecordColumns, field: string): Column {
  return type.columns[field] ?? none
}
