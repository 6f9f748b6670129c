import { type CodeList, codeLists } from '../records/codes.ts'
import { type Cell, dayReader, numberReader, refused } from './cells.ts'
import { type Fault, type Reason, reason } from './faults.ts'
import { type FieldReader, fieldReader } from './field-reader.ts'
import type { Field, FileOptions } from './fields.ts'
import type { Header } from './header.ts'

/** What a field of a register or certificate holds, and how its text is checked. A checker gives the value or the fault. */
export type Check<Value> = (text: string) => { value: Value } | Reason

export const anyText: Check<string> = (text) => ({ value: text })

/** One of our codes, as it stands or as the mapping translated it. */
export function codeOf<List extends CodeList>(list: List): Check<(typeof codeLists)[List][number]> {
  const allowed: readonly string[] = codeLists[list]
  return (text) =>
    allowed.includes(text)
      ? { value: text as (typeof codeLists)[List][number] }
      : reason('cell.unknown-code', { allowed: allowed.join(', ') })
}

export const yesOrNo: Check<boolean> = (text) => {
  if (/^(yes|true|1)$/i.test(text)) return { value: true }
  return /^(no|false|0)$/i.test(text) ? { value: false } : reason('cell.not-yes-or-no')
}

export const timeZone: Check<string> = (text) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text })
    return { value: text }
  } catch {
    return reason('cell.bad-time-zone')
  }
}

export function dayIn(file: FileOptions): Check<string> {
  const days = dayReader(file)
  return (text) => {
    const day = days.read(text)
    return day === undefined || day === refused ? days.explain(text) : { value: day }
  }
}

/** A number within [low, high]; whole where `whole` is set. */
export function numberIn(file: FileOptions, low: number, high: number, whole = false): Check<number> {
  const numbers = numberReader(file)
  return (text) => {
    const number = numbers.read(text)
    if (number === undefined || number === refused) return numbers.explain(text)
    if (low === 0 && number < 0) return reason('cell.negative')
    if (number < low || number > high) return reason('cell.out-of-range', { low, high })
    return whole && !Number.isInteger(number) ? reason('cell.fraction') : { value: number }
  }
}

interface CheckedField {
  reader: FieldReader | undefined
  check: Check<unknown>
  needed: boolean
}

/** The fields of one kind of row, compiled: reads a row into values (undefined where empty) and notes what is wrong. */
export function checkedFields<Values extends Record<string, unknown>>(
  fields: Partial<Record<keyof Values & string, Field | undefined>>,
  checks: { [Name in keyof Values & string]: Check<Values[Name]> },
  needed: readonly (keyof Values & string)[],
  header: Header,
  nullWords: string[],
): (cells: readonly Cell[], line: number, faults: Fault[]) => Partial<Values> {
  const names = Object.keys(checks) as (keyof Values & string)[]
  const compiled = names.map((name): [string, CheckedField] => {
    const field = fields[name]
    const reader = field === undefined ? undefined : fieldReader(field, header, nullWords)
    return [name, { reader, check: checks[name], needed: needed.includes(name) }]
  })
  return (cells, line, faults) => {
    const values: Record<string, unknown> = {}
    for (const [name, { reader, check, needed }] of compiled) {
      const text = reader?.read(cells) ?? ''
      const judged = judge(text, check, needed)
      if (judged === undefined) continue
      if ('value' in judged) values[name] = judged.value
      else
        faults.push({
          line,
          column: reader?.label ?? name,
          value: typeof text === 'string' ? text : rawText(reader, cells),
          reason: judged,
        })
    }
    return values as Partial<Values>
  }
}

function judge(text: string | Reason, check: Check<unknown>, needed: boolean): { value: unknown } | Reason | undefined {
  if (typeof text === 'object') return text
  if (text === '') return needed ? reason('cell.empty') : undefined
  return check(text)
}

function rawText(reader: FieldReader | undefined, cells: readonly Cell[]): string {
  return reader?.raw(cells) ?? ''
}
