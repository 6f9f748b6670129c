import { v7 } from 'uuid'
import type { Database, Tx } from '../../db/client.ts'
import {
  addLines,
  dropBatch,
  dropLines,
  dropUnchanged,
  findKnownBefore,
  findTouched,
  listContradictedMonths,
  listFirstMonths,
  listLockedLines,
  listPartConflicts,
  listRepeatedMonths,
  supersedeLines,
} from '../../db/queries/import-staging.ts'
import { loadKnownFacilities } from '../../db/queries/register.ts'
import { lockFacilities } from '../../db/queries/returns.ts'
import { cellOf } from '../../db/queries/series.ts'
import { stageRows } from '../../db/queries/staging.ts'
import { DomainError } from '../domain/errors.ts'
import { facilityLookup, type KnownFacility } from '../domain/imports/facility-lookup.ts'
import { isReason, type Reason, reason } from '../domain/imports/faults.ts'
import type { MonthlyMapping } from '../domain/imports/mapping.ts'
import { type MonthlyReader, type MonthlyRow, monthlyReader } from '../domain/imports/monthly-row.ts'
import { pairsElsewhere } from '../domain/imports/part-checks.ts'
import { measures } from '../domain/measures/index.ts'
import type { Day, Month } from '../domain/period.ts'
import type { Acceptance, AcceptedImport } from './import-acceptance.ts'
import { claimMaking, type MadeFacility, madeFacilities, makeFacilities } from './import-made-facilities.ts'
import { conflictFaults, dataRows, type Reading, refuseLines, refuseRow } from './import-reading.ts'
import { oneAhead } from './one-ahead.ts'

/** Staged values in one short transaction. */
const valuesAPiece = { embedded: 10_000, postgresql: 50_000 }
/** Rows refused after reading are held in memory by line; a file with more contradictions than this is not a table of months. */
const mostLateFaults = 100_000

/**
 * Takes in a file of monthly measures: rows go to staging in short transactions, and become return lines in one.
 *
 * @throws DomainError INVALID `import.too-many-conflicts`, what the file's readers throw, and MadeMeanwhile.
 */
export async function importMonthly(db: Database, reading: Reading, acceptance: Acceptance): Promise<AcceptedImport> {
  const mapping = reading.mapping as MonthlyMapping
  const known = await db.asSystem(loadKnownFacilities)
  const today = acceptance.now.toISOString().slice(0, 10) as Day
  const reader = monthlyReader(mapping, {
    header: reading.table.header,
    lookup: facilityLookup(known),
    fileName: reading.facts.name,
    today,
  })
  if (isReason(reader)) throw new DomainError('INVALID', reader.id, reader.values)
  // By the clock of this process, whatever moment the import is dated: its age says whether it may still be running.
  const batchId = v7()
  try {
    const made = await stageFile(db, reading, reader, batchId, acceptance)
    const late = new Map<number, Reason>()
    const accepted = await acceptance.inOneTransaction(db, (tx) =>
      acceptBatch(tx, { reading, reader, known, batchId, made, late, acceptance }),
    )
    await refuseLines(reading, late)
    return accepted
  } finally {
    await db.asSystem((tx) => dropBatch(tx, batchId))
  }
}

/** Reads the file and stages its good rows; the facilities that the mapping lets it make are remembered, not yet made. */
async function stageFile(
  db: Database,
  reading: Reading,
  reader: MonthlyReader,
  batchId: string,
  acceptance: Acceptance,
): Promise<Map<string, MadeFacility>> {
  const made = madeFacilities()
  const piece = stagingPiece(reader, batchId)
  // The next piece is read while the database takes one in.
  const ahead = oneAhead()
  try {
    for await (const rows of dataRows(reading)) {
      for (const { line, cells, given } of rows) {
        const row = reader.read(cells, line)
        if (Array.isArray(row)) refuseRow(reading, row, given)
        else piece.add(line, row, 'known' in row.facility ? row.facility.known.id : made.idOf(row.facility.made))
        if (piece.size() >= valuesAPiece[db.engine]) await ahead.begin(piece.take(db))
      }
      acceptance.onProgress?.({ phase: 'reading', rows: reading.counts.read })
    }
    await ahead.begin(piece.take(db))
    await ahead.end()
  } finally {
    await ahead.settle()
  }
  return made.all
}

/** Columns of values on their way to staging. */
function stagingPiece(reader: MonthlyReader, batchId: string) {
  let columns = emptyColumns()
  const add = (line: number, row: MonthlyRow, facilityId: string) => {
    const month = `${row.month}-01`
    for (let place = 0; place < reader.cells.length; place++) {
      const { measureId, breakdown } = reader.cells[place]!
      columns.line.push(line)
      columns.facility_id.push(facilityId)
      columns.month.push(month)
      columns.measure_id.push(measureId)
      columns.breakdown.push(breakdown)
      columns.state.push(row.states[place]!)
      columns.amount.push(Number.isNaN(row.amounts[place]!) ? null : row.amounts[place]!)
    }
  }
  /** Takes what there is, as work that stages it. */
  const take = (db: Database) => {
    const taken = columns
    columns = emptyColumns()
    return () => stageColumns(db, batchId, taken)
  }
  return { add, take, size: () => columns.line.length }
}

async function stageColumns(db: Database, batchId: string, columns: ReturnType<typeof emptyColumns>): Promise<void> {
  const { line, facility_id, month, measure_id, breakdown, state, amount } = columns
  if (line.length === 0) return
  await db.asSystem((tx) =>
    stageRows(tx, db.engine, 'import_staging', [
      { name: 'batch_id', type: 'uuid', values: line.map(() => batchId) },
      { name: 'line', type: 'int', values: line },
      { name: 'facility_id', type: 'uuid', values: facility_id },
      { name: 'month', type: 'date', values: month },
      { name: 'measure_id', type: 'text', values: measure_id },
      { name: 'breakdown', type: 'text', values: breakdown },
      { name: 'state', type: 'smallint', values: state },
      { name: 'amount', type: 'float8', values: amount },
    ]),
  )
}

function emptyColumns() {
  return {
    line: [] as number[],
    facility_id: [] as string[],
    month: [] as string[],
    measure_id: [] as string[],
    breakdown: [] as string[],
    state: [] as number[],
    amount: [] as (number | null)[],
  }
}

interface Batch {
  reading: Reading
  reader: MonthlyReader
  /** The facilities that the reader knew. */
  known: readonly KnownFacility[]
  batchId: string
  made: Map<string, MadeFacility>
  late: Map<number, Reason>
  acceptance: Acceptance
}

/** Makes the staged values the current ones. What the batch repeats, contradicts or may not change falls out first. */
async function acceptBatch(tx: Tx, batch: Batch): Promise<AcceptedImport> {
  const { reading, batchId, late, acceptance } = batch
  await claimMaking(tx, batch.made, batch.known)
  await dropRepeated(tx, batch)
  const touchedAtAll = await findTouched(tx, batchId)
  if (touchedAtAll) await lockFacilities(tx, touchedAtAll.facilityIds)
  const known = await findKnownBefore(tx, batchId, compared(batch.reader))
  const { unchanged, differing } = known.cells ? await dropUnchanged(tx, batchId) : nothingMet
  await dropLocked(tx, batch)
  if (known.measures) await dropPartConflicts(tx, batch)
  const touched = await findTouched(tx, batchId)
  const superseded = differing > 0 ? await supersedeLines(tx, batchId, acceptance.now) : 0
  const counts = { ...reading.counts, bad: reading.counts.bad + late.size }
  const importId = await acceptance.saveImport(tx, counts, { unchanged, superseded, changesNothing: !touched })
  if (!touched || !importId) return { importId, values: { added: 0, superseded, unchanged }, touched: undefined }
  await makeFacilities(tx, batch.made, await listFirstMonths(tx, batchId), { importId, now: acceptance.now })
  const added = await addLines(tx, batchId, importId, acceptance.now)
  const isRegister = batch.made.size > 0
  const span = { facilityIds: touched.facilityIds, from: touched.from as Month, to: touched.to as Month, isRegister }
  return { importId, values: { added: added - superseded, superseded, unchanged }, touched: span }
}

/** Repeated rows: the same again is dropped and counted; contradictions are refused on all their lines. */
async function dropRepeated(tx: Tx, { reading, reader, batchId, late }: Batch): Promise<void> {
  const repeated = await listRepeatedMonths(tx, batchId, reader.cells[0]!)
  const contradicted = repeated.length > 0 ? await listContradictedMonths(tx, batchId) : new Set<string>()
  const dropped: number[] = []
  for (const { place, lines } of repeated) {
    if (contradicted.has(place))
      for (const [line, why] of conflictFaults(lines, 'facility and month')) late.set(line, why)
    else reading.counts.duplicates += lines.length - 1
    for (const line of contradicted.has(place) ? lines : lines.slice(1)) dropped.push(line)
  }
  if (late.size > mostLateFaults)
    throw new DomainError('INVALID', 'import.too-many-conflicts', { count: mostLateFaults })
  await dropLines(tx, batchId, dropped)
}

async function dropLocked(tx: Tx, { batchId, late }: Batch): Promise<void> {
  const locked = await listLockedLines(tx, batchId)
  for (const { line, month, facility } of locked) late.set(line, reason('month.locked', { month, facility }))
  await dropLines(
    tx,
    batchId,
    locked.map((row) => row.line),
  )
}

const nothingMet = { unchanged: 0, differing: 0 }

const partOf = measures.flatMap((measure): [string, string][] => (measure.partOf ? [[measure.id, measure.partOf]] : []))
const divided = measures.filter(({ breakdowns }) => breakdowns.length > 0).map(({ id }) => id)

/** The measures with which the cells of a file have to agree: their own, and those that they are parts or wholes of. */
function compared({ cells }: MonthlyReader): string[] {
  const brought = new Set(cells.map((cell) => cell.measureId))
  const pairs = partOf.filter((pair) => pair.some((id) => brought.has(id)))
  return [...new Set([...brought, ...pairs.flat()])]
}

/** A part that is more than a whole that came in another file, or the other way round. */
async function dropPartConflicts(tx: Tx, { reader, batchId, late }: Batch): Promise<void> {
  const brought = reader.cells.map((cell) => `${cell.measureId}@${cell.breakdown}`)
  const pairs = pairsElsewhere(reader.cells.map(cellOf))
  const conflicts = await listPartConflicts(tx, batchId, { ...pairs, divided, brought })
  for (const { line, ...values } of conflicts) late.set(line, reason('part.larger-than-known', values))
  await dropLines(
    tx,
    batchId,
    conflicts.map((row) => row.line),
  )
}
