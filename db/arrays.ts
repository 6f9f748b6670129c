import { type SQL, sql } from 'drizzle-orm'
import type { PostgresType } from 'postgres'

/** The arrays of numbers that series are kept in: int2[], int4[], float8[] by their type numbers. */
const numberArrays = [1005, 1007, 1022]

/**
 * Arrays of numbers as they come from either engine. The driver's own reader turns an empty place into "not a number",
 * which a page would show; an empty place is null.
 */
export const numberArrayType: PostgresType = {
  to: 1022,
  from: numberArrays,
  serialize: (values: unknown) => values,
  parse: readNumbers,
}

/** '{1,NULL,2.5}' → [1, null, 2.5]. Series have one dimension. Written out because a recompute reads millions of places. */
export function readNumbers(text: string): (number | null)[] {
  const end = text.length - 1
  const numbers: (number | null)[] = []
  for (let at = text.indexOf('{') + 1; at < end; ) {
    const comma = text.indexOf(',', at)
    const next = comma < 0 ? end : comma
    numbers.push(readNumber(text, at, next))
    at = next + 1
  }
  return numbers
}

const [nought, nine, letterN] = [48, 57, 78]

function readNumber(text: string, from: number, to: number): number | null {
  const first = text.charCodeAt(from)
  if (first === letterN && text.startsWith('NULL', from)) return null
  // States, reasons and grades, which are half of all, have one digit.
  if (to - from === 1 && first >= nought && first <= nine) return first - nought
  return Number(text.slice(from, to))
}

/** All values of a column of float8 as eight bytes each, to be read by `readFloats`: an array as text costs both sides twice as much. */
export function floatsTogether(column: SQL | ReturnType<typeof sql.identifier>): SQL {
  return sql`string_agg(coalesce(float8send(${column}), '\\x7ff8000000000000'), '')`
}

/** What `floatsTogether` put together; an empty place is null. */
export function readFloats(bytes: Buffer): (number | null)[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const numbers: (number | null)[] = []
  for (let at = 0; at < bytes.byteLength; at += 8) {
    const number = view.getFloat64(at)
    numbers.push(Number.isNaN(number) ? null : number)
  }
  return numbers
}

/** All values of a column of float8[] by their bytes, to be read by `readFloatArrays`; an empty array has a place too. */
export function floatArraysTogether(column: SQL | ReturnType<typeof sql.identifier>): SQL {
  return sql`string_agg(array_send(coalesce(${column}, '{}')), '')`
}

/**
 * What `floatArraysTogether` put together, array after array. Each is as PostgreSQL sends it: dimensions (none of an empty one),
 * two numbers that say nothing here, for the one dimension length and first place; then of each place the number of bytes
 * (-1 of an empty one) and these.
 */
export function readFloatArrays(bytes: Buffer): (number | null)[][] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const arrays: (number | null)[][] = []
  let at = 0
  while (at < bytes.byteLength) {
    const isEmpty = view.getInt32(at) === 0
    const values = new Array<number | null>(isEmpty ? 0 : view.getInt32(at + 12))
    at += isEmpty ? 12 : 20
    for (let place = 0; place < values.length; place++) {
      const isNull = view.getInt32(at) < 0
      values[place] = isNull ? null : view.getFloat64(at + 4)
      at += isNull ? 4 : 12
    }
    arrays.push(values)
  }
  return arrays
}
