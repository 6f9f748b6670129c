import { codeLists } from '../records/codes.ts'
import type { Field } from '../records/define.ts'
import { dayReader, numberReader, refused } from './cells.ts'
import { isReason, type Reason, reason } from './faults.ts'
import type { FileOptions } from './fields.ts'
import { type Clock, momentReader } from './moment-reader.ts'

/** The text of a cell as the database takes it, or why it is refused. */
export type ValueReader = (text: string) => string | Reason

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
// A short name or code, never a sentence.
const shortName = /^[\p{L}\p{N}][\p{L}\p{N}._:/ -]{0,63}$/u
const token = /^[\p{L}\p{N}][\p{L}\p{N}._:-]{0,63}$/u
const largestCount = 2_147_483_647
const longestText = 500

/** Compiles the check of one field. `isSurrogate`: a key that may be nothing but a random surrogate. */
export function valueReader(
  name: string,
  field: Field,
  isSurrogate: boolean,
  file: FileOptions,
  clock: Clock,
): ValueReader {
  switch (field.kind) {
    case 'key':
      return isSurrogate ? surrogate : matching(shortName, 'cell.not-a-name')
    case 'code':
      return codeReader(codeLists[field.list!])
    case 'codes':
      return codesReader(codeLists[field.list!])
    case 'yes-no':
      return yesOrNo
    case 'count':
    case 'decimal':
      return amountReader(field, file)
    case 'day':
      return fromCell(dayReader(file))
    case 'moment':
      return fromCell(momentReader(file, clock))
    case 'month':
      return monthReader(name, file)
    case 'quarter':
      return quarterOf
    case 'token':
      return matching(token, 'cell.not-a-token')
    case 'text':
      return (text) => (text.length <= longestText ? text : reason('cell.too-long', { most: longestText }))
  }
}

function surrogate(text: string): string | Reason {
  return uuid.test(text) ? text.toLowerCase() : reason('cell.not-a-surrogate')
}

function matching(pattern: RegExp, id: 'cell.not-a-name' | 'cell.not-a-token'): ValueReader {
  return (text) => (pattern.test(text) ? text : reason(id))
}

function codeReader(list: readonly string[]): ValueReader {
  const places = new Map(list.map((code, place) => [code, String(place)]))
  return (text) => places.get(text) ?? reason('cell.unknown-code', { allowed: list.join(', ') })
}

function codesReader(list: readonly string[]): ValueReader {
  const one = codeReader(list)
  return (text) => {
    const places = text.split(/[,;| ]+/).map(one)
    return places.find((place) => typeof place === 'object') ?? `{${places.join(',')}}`
  }
}

function yesOrNo(text: string): string | Reason {
  if (/^(yes|true|1)$/i.test(text)) return 't'
  return /^(no|false|0)$/i.test(text) ? 'f' : reason('cell.not-yes-or-no')
}

function amountReader({ kind, atLeast = -Infinity, atMost = Infinity }: Field, file: FileOptions): ValueReader {
  const numbers = numberReader(file)
  const high = kind === 'count' ? Math.min(atMost, largestCount) : atMost
  return (text) => {
    const number = numbers.read(text)
    if (number === refused || number === undefined) return numbers.explain(text)
    if (atLeast === 0 && number < 0) return reason('cell.negative')
    if (number < atLeast || number > high) return outside(atLeast, high)
    return kind === 'count' && !Number.isInteger(number) ? reason('cell.fraction') : String(number)
  }
}

function outside(low: number, high: number): Reason {
  if (low === -Infinity) return reason('cell.above', { high })
  return high === Infinity ? reason('cell.below', { low }) : reason('cell.out-of-range', { low, high })
}

function fromCell(reader: ReturnType<typeof momentReader>): ValueReader {
  return (text) => {
    const found = reader.read(text)
    return found === refused || found === undefined ? reader.explain(text) : found
  }
}

/** A month as its first day. A whole date of birth is more than may be kept. */
function monthReader(name: string, file: FileOptions): ValueReader {
  const days = dayReader(file)
  return (text) => {
    if (/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return `${text}-01`
    const isDay = typeof days.read(text) === 'string'
    return reason(isDay && name === 'birth_year_month' ? 'cell.whole-birth-date' : 'cell.not-a-month')
  }
}

/** A quarter as it is kept, so that it is the same however it was written: with its year before it or after it. */
function quarterOf(text: string): string | Reason {
  const [, before, first, last, after] = /^(?:(\d{4})[ /-]?Q([1-4])|Q([1-4])[ /-]?(\d{4}))$/i.exec(text) ?? []
  const [year, number] = [before ?? after, first ?? last]
  return year && number ? `${year}-Q${number}` : reason('cell.not-a-quarter')
}

/** Tells a value from a refusal. */
export function isRefused(value: string | Reason | undefined): value is Reason {
  return typeof value === 'object' && isReason(value)
}
