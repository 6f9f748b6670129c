import { type SQL, sql } from 'drizzle-orm'
import { type Column, monthOfDay, type RowBlock } from '../../server/domain/kernels/columns.ts'
import { codeLists } from '../../server/domain/records/codes.ts'
import type { Field, RecordType } from '../../server/domain/records/define.ts'
import { isSurrogate, type RecordId } from '../../server/domain/records/index.ts'
import type { Tx } from '../client.ts'

/**
 * Reads rows of a record type field by field. The database puts the values of one field together, as many bytes each, and
 * sends one row for all: what a driver does for every row and a database for every message is most of the work otherwise.
 * Works the same on both engines and under row-level policies.
 */
export interface ColumnReader {
  entry: RecordType<RecordId>
  /**
   * `rows` is what is read, from "from" on, under the name `t`. Where other facilities are among them `home` is the one whose
   * rows come first; otherwise all are of one facility. Undefined when there are none.
   */
  read(tx: Tx, rows: SQL, home: string | undefined): Promise<RowBlock | undefined>
}

/** How the values of a kind of field come together: an aggregate over `t`, and what is read out of it. */
interface Way {
  aggregate(column: string): string
  read(given: unknown, rows: number): Column | (string | null)[]
}

type ReadNumber = (bytes: DataView, row: number) => number

/** Bytes of a fixed number a row, as PostgreSQL sends a type; `none` stands where there is no value. */
function inBytes(send: string, none: string, readNumber: ReadNumber): Way {
  return {
    aggregate: (column) => `string_agg(coalesce(${send}(t."${column}"), '\\x${none}'), '')`,
    read(given, rows) {
      const bytes = given as Buffer
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      const column = new Float64Array(rows)
      for (let row = 0; row < rows; row++) column[row] = readNumber(view, row)
      return column
    },
  }
}

/** Days from 1970 to 2000, from which PostgreSQL counts, and the day that stands for none: no calendar reaches it. */
const [epochDays, noDay] = [10_957, -0x7fffffff]
const epochMicroseconds = epochDays * 86_400_000_000

const readDay: ReadNumber = (bytes, row) => {
  const day = bytes.getInt32(row * 4)
  return day === noDay ? Number.NaN : day + epochDays
}

/** Milliseconds out of whole microseconds, of which a number holds all that are within 280 years of 1970. */
const readMoment: ReadNumber = (bytes, row) => {
  const [high, low] = [bytes.getInt32(row * 8), bytes.getUint32(row * 8 + 4)]
  if (high === -0x80000000) return low === 1 ? Number.NaN : Number.NEGATIVE_INFINITY
  return high === 0x7fffffff ? Number.POSITIVE_INFINITY : (high * 2 ** 32 + low + epochMicroseconds) / 1000
}

const readCount: ReadNumber = (bytes, row) => {
  const count = bytes.getInt32(row * 4)
  return count === noDay ? Number.NaN : count
}

const readYesNo: ReadNumber = (bytes, row) => (bytes.getUint8(row) > 1 ? Number.NaN : bytes.getUint8(row))

/** A code that its list does not have is none. */
const readCode =
  (codes: readonly string[]): ReadNumber =>
  (bytes, row) => {
    const place = bytes.getInt16(row * 2)
    return place >= 0 && place < codes.length ? place : Number.NaN
  }

const moments = inBytes('timestamptz_send', '8000000000000001', readMoment)

/** No surrogate is all noughts: each carries its version. */
const noKey = '0'.repeat(32)
const hexOf = (column: string) => `encode(string_agg(coalesce(uuid_send(t."${column}"), '\\x${noKey}'), ''), 'hex')`
const keyAt = (keys: string, row: number) => keys.slice(row * 32, row * 32 + 32)

/** Surrogates without their hyphens: they only have to be told apart. */
const surrogates: Way = {
  aggregate: hexOf,
  read: (given, rows) =>
    Array.from({ length: rows }, (_, row) => {
      const key = keyAt(given as string, row)
      return key === noKey ? null : key
    }),
}

const texts: Way = {
  aggregate: (column) => `json_agg(t."${column}")`,
  read: (given) => given as (string | null)[],
}

const sets: Way = {
  aggregate: (column) => `json_agg(t."${column}")`,
  read: (given) =>
    Float64Array.from(given as (number[] | null)[], (places) =>
      places ? places.reduce((bits, place) => bits | (1 << place), 0) : Number.NaN,
    ),
}

function wayOf(entry: RecordType<RecordId>, name: string, field: Field): Way {
  switch (field.kind) {
    case 'key':
      return isSurrogate(entry, name, field) ? surrogates : texts
    case 'code':
      return inBytes('int2send', 'ffff', readCode(codeLists[field.list!]))
    case 'codes':
      return sets
    case 'yes-no':
      return inBytes('boolsend', 'ff', readYesNo)
    case 'count':
      return inBytes('int4send', '80000001', readCount)
    case 'decimal':
      return inBytes('float8send', '7ff8000000000000', (bytes, row) => bytes.getFloat64(row * 8))
    case 'day':
      return inBytes('date_send', '80000001', readDay)
    case 'month':
      return inBytes('date_send', '80000001', (bytes, row) => monthOfDay(readDay(bytes, row)))
    case 'moment':
      return moments
    default:
      return texts
  }
}

function withHyphens(key: string): string {
  return key.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** The reader of a type's rows, in the order of their ids. */
export function columnReader(entry: RecordType<RecordId>): ColumnReader {
  const ways = Object.entries(entry.fields)
    .map(([name, field]) => ({ name, way: wayOf(entry, name, field) }))
    .concat({ name: 'recorded_at', way: moments })
  const aggregates = ways.map(({ name, way }, at) => `${way.aggregate(name)} as c${at}`).join(', ')
  const columns = ways.map(({ name }) => `t."${name}"`).join(', ')
  return {
    entry,
    async read(tx, rows, home) {
      const places = home
        ? sql`json_agg(case when t.facility_id <> ${home}::uuid then t.facility_id end)`
        : sql`null::json`
      const order = home ? sql`t.facility_id <> ${home}::uuid, t.facility_id, t.id` : sql`t.id`
      const [row] = await tx.execute<Record<string, unknown>>(sql`
        select count(*)::int as rows, ${sql.raw(`${hexOf('id')} as ids, ${aggregates}`)}, ${places} as places
        from (select ${sql.raw(columns)}, t.id, t.facility_id ${rows} order by ${order}) t`)
      const many = row!.rows as number
      if (many === 0) return undefined
      const fields = Object.fromEntries(ways.map(({ name, way }, at) => [name, way.read(row![`c${at}`], many)]))
      const elsewhere = row!.places as (string | null)[] | null
      const facility_id = elsewhere ? elsewhere.map((id) => id ?? home!) : new Float64Array(many)
      return {
        rows: many,
        fields: { ...fields, facility_id },
        idOf: (at) => withHyphens(keyAt(row!.ids as string, at)),
      }
    },
  }
}
