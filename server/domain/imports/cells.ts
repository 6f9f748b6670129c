import { type Day, parseDay } from '../period.ts'
import { type Reason, reason } from './faults.ts'
import type { FileOptions } from './fields.ts'

/** What a file gives for one cell: text, or a workbook's own number. Days of workbooks come as YYYY-MM-DD. */
export type Cell = string | number

/** Reads a cell; undefined is an empty cell, and `refused` one that `explain` can say more about. */
export interface CellReader<Read> {
  read: (cell: Cell) => Read | undefined | typeof refused
  explain: (cell: Cell) => Reason
}
export const refused = Symbol('refused')

type Formats = Pick<FileOptions, 'decimal' | 'thousands' | 'dates' | 'nullWords'>

/** A cell as text; empty where the mapping says that the word stands for nothing. */
export function textReader(formats: Pick<Formats, 'nullWords'>): (cell: Cell) => string {
  const nulls = new Set(formats.nullWords)
  return (cell) => {
    const text = typeof cell === 'number' ? String(cell) : cell.trim()
    return nulls.has(text) ? '' : text
  }
}

const plainDigits = /^\d{1,15}$/
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Numbers as the file writes them. Digits alone take the short way; '1.234,5' is read by the declared signs only. */
export function numberReader(formats: Formats): CellReader<number> {
  const text = textReader(formats)
  // A space between thousands is typed in several widths.
  const group = formats.thousands === ' ' ? '[ \\u00a0\\u202f]' : escaped(formats.thousands)
  const fraction = `(?:${escaped(formats.decimal)}\\d+)?`
  const grouped = formats.thousands ? `|\\d{1,3}(?:${group}\\d{3})+` : ''
  const shape = new RegExp(`^[+-]?(?:\\d+${grouped})${fraction}$`)
  const groups = new RegExp(group, 'g')
  const read = (cell: Cell) => {
    if (typeof cell === 'number') return Number.isFinite(cell) ? cell : refused
    if (plainDigits.test(cell)) return Number(cell)
    const given = text(cell)
    if (given === '') return undefined
    if (!shape.test(given)) return refused
    const bare = formats.thousands ? given.replace(groups, '') : given
    return Number(formats.decimal === ',' ? bare.replace(',', '.') : bare)
  }
  return { read, explain: () => reason('cell.not-a-number') }
}

/** The parts of a date format in the order in which they stand, or undefined when the format is none. */
export function datePattern(format: string): RegExp | undefined {
  const groups: Record<string, string> = {
    YYYY: '(?<year>\\d{4})',
    MM: '(?<month>\\d{2})',
    DD: '(?<day>\\d{2})',
    M: '(?<month>\\d{1,2})',
    D: '(?<day>\\d{1,2})',
  }
  const pieces = format.split(/(YYYY|MM|DD|M|D)/).filter(Boolean)
  const named = pieces.filter((piece) => piece in groups).map((piece) => piece[0])
  if (!named.includes('Y') || !named.includes('M') || new Set(named).size !== named.length) return undefined
  return new RegExp(`^${pieces.map((piece) => groups[piece] ?? escaped(piece)).join('')}$`)
}

const isoDay = /^(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}.*)?$/

/** Days as the file writes them; a month without a day is read as its last day. */
export function dayReader(formats: Pick<Formats, 'dates' | 'nullWords'>): CellReader<Day> {
  const text = textReader(formats)
  const patterns = formats.dates.map(datePattern).filter((pattern) => pattern !== undefined)
  const read = (cell: Cell) => {
    const given = text(cell)
    if (given === '') return undefined
    const iso = isoDay.exec(given)
    if (iso) return parseDay(iso[1]!) ?? refused
    for (const pattern of patterns) {
      const parts = pattern.exec(given)?.groups
      if (parts) return dayOf(parts) ?? refused
    }
    return refused
  }
  return { read, explain: () => reason('cell.not-a-date', { formats: [...formats.dates, 'YYYY-MM-DD'].join(', ') }) }
}

function dayOf(parts: Record<string, string>): Day | undefined {
  const month = parts.month!.padStart(2, '0')
  const last = new Date(Date.UTC(Number(parts.year), Number(month), 0)).getUTCDate()
  return parseDay(`${parts.year}-${month}-${(parts.day ?? String(last)).padStart(2, '0')}`)
}
