import type { Cell } from '../domain/imports/cells.ts'
import type { Fault, Reason } from '../domain/imports/faults.ts'
import { reason } from '../domain/imports/faults.ts'
import type { ColumnName } from '../domain/imports/fields.ts'
import type { Mapping } from '../domain/imports/mapping.ts'
import { rowRules } from '../domain/imports/row-rules.ts'
import { type FileFacts, requireUnchanged } from './files/inspect.ts'
import { openTable, type Table } from './files/table.ts'
import { openRejects, type Rejects } from './import-rejects.ts'

/** What became of the rows of a file. */
export interface RowCounts {
  read: number
  bad: number
  /** Rows that say the same as another row of the file. */
  duplicates: number
  /** Rows that the mapping leaves out: totals, notes. */
  leftOut: number
  /** How often each of the mapping's corrections was made. */
  corrected: number[]
}

/** A file that is being read by a mapping. */
export interface Reading {
  facts: FileFacts
  mapping: Mapping
  table: Table
  counts: RowCounts
  /** The first faults, for the terminal; all of them stand in the file of refused rows. */
  faults: Fault[]
  rejects: Rejects
  columns: ColumnName[]
}

const faultsTold = 20

/** Opens a file for reading by its mapping; `columns` are those that the kind of mapping needs. */
export async function openReading(
  facts: FileFacts,
  mapping: Mapping,
  columns: ColumnName[],
  options: { rejectsDir?: string | undefined; onBytes?: (bytes: number) => void },
): Promise<Reading> {
  const wanted = [...columns, ...ruleColumns(mapping)]
  const table = await openTable(facts, mapping.file, wanted, options.onBytes)
  const counts = { read: 0, bad: 0, duplicates: 0, leftOut: 0, corrected: mapping.corrections.map(() => 0) }
  const rejects = openRejects(facts.path, options.rejectsDir, table, mapping.file)
  return { facts, mapping, table, counts, faults: [], rejects, columns: wanted }
}

function ruleColumns(mapping: Mapping): ColumnName[] {
  const corrected = mapping.corrections.flatMap((entry) => [...Object.keys(entry.when), ...Object.keys(entry.set)])
  return [...mapping.leaveOut.map((rule) => rule.column), ...corrected]
}

/** One row that is well formed, after the mapping's corrections; `given` is the row as it came. */
export interface DataRow {
  line: number
  cells: Cell[]
  given: Cell[]
}

/**
 * The well-formed rows of the file in pieces. Broken ones are refused on the way, left-out ones counted.
 *
 * @throws DomainError INVALID `file.changed` when the file was written to meanwhile.
 */
export async function* dataRows(reading: Reading): AsyncGenerator<DataRow[]> {
  const { mapping, table, counts } = reading
  const rules = rowRules(mapping, table.header)
  for await (const piece of table.rows) {
    const rows: DataRow[] = []
    for (const { line, cells, fault } of piece) {
      counts.read++
      if (fault) {
        refuseRow(reading, [{ line, reason: fault }], cells)
        continue
      }
      const kept = rules.apply(cells)
      if (!kept) {
        counts.leftOut++
        continue
      }
      if (kept.corrected !== undefined) counts.corrected[kept.corrected]!++
      rows.push({ line, cells: kept.cells, given: cells })
    }
    yield rows
  }
  await requireUnchanged(reading.facts)
}

/** Puts a row among the refused, with everything that is wrong with it. */
export function refuseRow(reading: Reading, faults: readonly Fault[], cells: readonly Cell[]): void {
  reading.counts.bad++
  if (reading.faults.length < faultsTold) reading.faults.push(...faults)
  reading.rejects.add(faults, cells)
}

/** Refuses rows that only turned out wrong beside the others: reads the file once more for their text. */
export async function refuseLines(reading: Reading, late: ReadonlyMap<number, Reason>): Promise<void> {
  if (late.size === 0) return
  const again = await openTable(reading.facts, reading.mapping.file, reading.columns)
  for await (const piece of again.rows) {
    for (const { line, cells } of piece) {
      const why = late.get(line)
      if (why) refuseRow(reading, [{ line, reason: why }], cells)
    }
  }
}

/** The fault of two lines that contradict each other: each names the other. */
export function conflictFaults(lines: readonly number[], what: string): [number, Reason][] {
  return lines.map((line, at) => [line, reason('row.duplicate-conflict', { other: lines[at === 0 ? 1 : 0]!, what })])
}
