import { type CellId, cellParts, findMeasure } from '../measures/index.ts'
import type { Day, Month } from '../period.ts'
import { valueStates } from '../value.ts'
import { type Cell, numberReader, refused, textReader } from './cells.ts'
import type { FacilityLookup } from './facility-lookup.ts'
import { type Fault, type Reason, reason } from './faults.ts'
import { columnsOf } from './field-reader.ts'
import type { ColumnName } from './fields.ts'
import { columnLabel, type Header } from './header.ts'
import type { MeasureColumn, MonthlyMapping } from './mapping.ts'
import { partChecks } from './part-checks.ts'
import { type RowFacility, rowFacilityReader } from './row-facility.ts'
import { periodReader } from './row-period.ts'

// A state is stored as its place in `valueStates`.
const MISSING = valueStates.indexOf('missing')
const COUNTED = valueStates.indexOf('counted')
const NOTHING = valueStates.indexOf('nothing-to-report')
const NOT_APPLICABLE = valueStates.indexOf('not-applicable')

/** One good row: a facility's month, and a state and an amount (NaN when not counted) for each measure of the mapping. */
export interface MonthlyRow {
  facility: RowFacility
  month: Month
  states: number[]
  amounts: number[]
}

export interface MonthlyContext {
  header: Header
  lookup: FacilityLookup
  fileName: string
  today: Day
}

/** Reads the rows of one file: a good row, or everything that is wrong with it. */
export interface MonthlyReader {
  /** The measure and breakdown of each place in a row. */
  cells: { measureId: string; breakdown: string }[]
  read: (cells: readonly Cell[], line: number) => MonthlyRow | Fault[]
}

/** The columns that a monthly file must have. */
export function monthlyColumns(mapping: MonthlyMapping): ColumnName[] {
  const { facility, period, measures } = mapping
  return [
    ...columnsOf(facility.key),
    ...columnsOf(facility.create?.name),
    ...columnsOf(facility.create?.region),
    ...('column' in period ? [period.column] : []),
    ...measures.flatMap((entry) => [entry.column, ...entry.plus, ...entry.minus]),
  ]
}

/** Compiles the mapping for files with this header, or says why the file cannot be dated. */
export function monthlyReader(mapping: MonthlyMapping, context: MonthlyContext): MonthlyReader | Reason {
  const { header, lookup, fileName, today } = context
  const period = periodReader(mapping, header, fileName, today)
  if ('id' in period) return period
  const facility = rowFacilityReader(mapping.facility, mapping.source, header, mapping.file.nullWords, lookup)
  const values = mapping.measures.map((entry) => valueReader(entry, mapping, header))
  const checkParts = partChecks(mapping.measures.map((entry) => entry.measure))

  const read = (cells: readonly Cell[], line: number): MonthlyRow | Fault[] => {
    const month = period.read(cells)
    const whose = facility.read(cells, typeof month === 'string' ? month : undefined)
    const states: number[] = new Array(values.length)
    const amounts: number[] = new Array(values.length)
    const wrong: Fault[] = []
    for (let place = 0; place < values.length; place++) {
      const value = values[place]!.read(cells)
      if (value.reason) wrong.push({ line, column: value.column, value: value.text, reason: value.reason })
      states[place] = value.state
      amounts[place] = value.amount
    }
    const part = wrong.length === 0 ? checkParts(amounts) : undefined
    if (typeof month === 'string' && !('id' in whose) && wrong.length === 0 && !part) {
      return { facility: whose, month, states, amounts }
    }
    if (part) wrong.unshift(partFault(part.place, part.reason, cells, line))
    if ('id' in whose) wrong.unshift({ line, column: facility.label, value: facility.keyText(cells), reason: whose })
    if (typeof month === 'object')
      wrong.unshift({ line, column: period.label, value: cellText(cells, period.place), reason: month })
    return wrong
  }
  const partFault = (place: number, why: Reason, cells: readonly Cell[], line: number): Fault => {
    const column = mapping.measures[place]!.column
    return { line, column: columnLabel(column), value: cellText(cells, header.find(column)), reason: why }
  }
  return { cells: mapping.measures.map((entry) => cellParts(entry.measure as CellId)), read }
}

function cellText(cells: readonly Cell[], place: number | undefined): string | undefined {
  return place === undefined ? undefined : String(cells[place] ?? '')
}

interface ReadValue {
  state: number
  amount: number
  column?: string
  text?: string
  reason?: Reason
}

const silent: ReadValue = { state: MISSING, amount: Number.NaN }
const nothing: ReadValue = { state: NOTHING, amount: Number.NaN }
const outOfPlace: ReadValue = { state: NOT_APPLICABLE, amount: Number.NaN }

/** Compiles one measure of a row: its columns added up, in our unit, checked for its kind. */
function valueReader(
  entry: MeasureColumn,
  mapping: MonthlyMapping,
  header: Header,
): { read: (cells: readonly Cell[]) => ReadValue } {
  const terms = [
    { column: entry.column, sign: 1 },
    ...entry.plus.map((column) => ({ column, sign: 1 })),
    ...entry.minus.map((column) => ({ column, sign: -1 })),
  ].map((term) => ({ ...term, place: header.find(term.column)! }))
  const term = termReader(mapping)
  const counts = findMeasure(entry.measure.split('@')[0]!)!.kind === 'count'
  const empty = entry.empty === 'missing' ? silent : nothing
  const read = (cells: readonly Cell[]): ReadValue => {
    let sum = 0
    for (const { place, sign, column } of terms) {
      const cell = cells[place] ?? ''
      const found = term(cell)
      if (typeof found !== 'number') {
        if (found.reason) return { ...found, column: columnLabel(column), text: String(cell) }
        return found.state === MISSING ? empty : found
      }
      sum += sign * found
    }
    const amount = entry.times === 1 ? sum : Math.round(sum * entry.times * 1e9) / 1e9
    const wrong = amountFault(amount, counts, terms.length > 1)
    if (!wrong) return { state: COUNTED, amount }
    return { ...silent, column: columnLabel(entry.column), text: String(cells[terms[0]!.place] ?? ''), reason: wrong }
  }
  return { read }
}

/** Reads one cell: a number, or an answer that is none (empty, "not applicable", "nothing to report"), or a fault. */
function termReader(mapping: MonthlyMapping): (cell: Cell) => number | ReadValue {
  const numbers = numberReader(mapping.file)
  const text = textReader(mapping.file)
  const answers = new Map<string, ReadValue>([
    ...mapping.words.notApplicable.map((word) => [word.toLowerCase(), outOfPlace] as const),
    ...mapping.words.nothingToReport.map((word) => [word.toLowerCase(), nothing] as const),
  ])
  return (cell) => {
    const number = numbers.read(cell)
    if (typeof number === 'number') return number
    const answer = answers.size > 0 ? answers.get(text(cell).toLowerCase()) : undefined
    if (answer) return answer
    return number === refused ? { ...silent, reason: numbers.explain(cell) } : silent
  }
}

function amountFault(amount: number, counts: boolean, derived: boolean): Reason | undefined {
  if (amount < 0) return derived ? reason('cell.negative-difference', { value: amount }) : reason('cell.negative')
  return counts && !Number.isInteger(amount) ? reason('cell.fraction') : undefined
}
