import { v7 } from 'uuid'
import type { Database, Tx } from '../../db/client.ts'
import { addCoverage } from '../../db/queries/derived.ts'
import { findInstallation } from '../../db/queries/installation.ts'
import {
  addRecords,
  countStaged,
  dropStagedLines,
  dropUnchangedRecords,
  endSuperseded,
  findTouchedByRecords,
  listCorrections,
  listRepeated,
  listStagedAmong,
  makeStaging,
  type StagedRow,
  type StagedType,
  stageRecords,
  supersedeRecords,
} from '../../db/queries/record-staging.ts'
import { listReached, makeReached, noteReached, type Reached } from '../../db/queries/record-touch.ts'
import { loadKnownFacilities } from '../../db/queries/register.ts'
import { lockFacilities } from '../../db/queries/returns.ts'
import { listStagedFacilities } from '../../db/queries/snapshots.ts'
import type { Months } from '../domain/engine/derived-series.ts'
import { DomainError } from '../domain/errors.ts'
import { facilityLookup, type KnownFacility } from '../domain/imports/facility-lookup.ts'
import { type Fault, type Reason, reason } from '../domain/imports/faults.ts'
import type { RecordsMapping } from '../domain/imports/mapping.ts'
import { circles } from '../domain/imports/record-circles.ts'
import { type RecordReader, type RecordRow, recordReaders } from '../domain/imports/record-row.ts'
import type { SnapshotPlan } from '../domain/imports/snapshot.ts'
import { usualSettings } from '../domain/kernels/settings.ts'
import { touchedMonths } from '../domain/kernels/touched.ts'
import { type Day, localDay, type Month, monthAt, monthIndex } from '../domain/period.ts'
import type { RecordId } from '../domain/records/index.ts'
import type { Acceptance, AcceptedImport, ValueCounts } from './import-acceptance.ts'
import { newlyDeclared, sameDeclared } from './import-coverage.ts'
import { claimMaking, madeFacilities, makeFacilities } from './import-made-facilities.ts'
import { conflictFaults, type DataRow, dataRows, type Reading, refuseLines, refuseRow } from './import-reading.ts'
import { applySnapshot, NotWhole, planSnapshot, type SnapshotEnds } from './import-snapshot.ts'
import { oneAhead } from './one-ahead.ts'
import type { Touched } from './recompute.ts'

/** Records staged in one statement: memory holds no more of a file than this many rows of a type. */
const recordsAPiece = 10_000
/** Rows refused after reading are held in memory by line. */
const mostLateFaults = 100_000

type Made = ReturnType<typeof madeFacilities>

/** A file on its way in. `late` are lines that only turned out wrong beside the others. */
interface Batch {
  /** Ids for its rows, counted through. */
  nextId: () => string
  zone: string
  /** Where the file is a day's list of everybody held: how it changes what the files of other days said. */
  plan: SnapshotPlan | undefined
  reading: Reading
  acceptance: Acceptance
  types: StagedType[]
  made: Made
  late: Map<number, Reason>
}

/**
 * Takes in a file of records, in one transaction: rows stream through the checks into temporary tables, and what is new or
 * corrected becomes current. Row ids are UUIDv7, counted through from the batch's own.
 *
 * @throws DomainError INVALID `import.too-many-conflicts`, what the file's readers throw, and MadeMeanwhile.
 */
export async function importRecords(db: Database, reading: Reading, acceptance: Acceptance): Promise<AcceptedImport> {
  const late = new Map<number, Reason>()
  const accepted = await acceptance.inOneTransaction(db, async (tx) => {
    const known = await loadKnownFacilities(tx)
    const mapping = reading.mapping as RecordsMapping
    const zone = (await findInstallation(tx))?.timezone ?? 'UTC'
    const clock = mapping.times.zone ?? zone
    const today = localDay(acceptance.now, clock)
    const plan =
      mapping.snapshot && (await planSnapshot(tx, mapping, { fileName: reading.facts.name, zone: clock, today }))
    const readers = openReaders(known, reading, acceptance, { zone, today })
    const types = [...new Map(readers.map(({ type, names }) => [type.id, { type, names }])).values()]
    for (const type of types) await makeStaging(tx, type)
    const nextId = countedIds(v7({ msecs: acceptance.now.getTime() }))
    const batch: Batch = { reading, acceptance, types, made: madeFacilities(), late, nextId, zone: clock, plan }
    await stageFile(tx, db.engine, batch, readers)
    await claimMaking(tx, batch.made.all, known)
    return acceptBatch(tx, batch)
  })
  await refuseLines(reading, late)
  return accepted
}

function openReaders(
  known: readonly KnownFacility[],
  reading: Reading,
  { surrogate }: Acceptance,
  clock: { zone: string; today: Day },
): RecordReader[] {
  const lookup = facilityLookup(known)
  return recordReaders(reading.mapping as RecordsMapping, { header: reading.table.header, lookup, surrogate, ...clock })
}

async function stageFile(tx: Tx, engine: Database['engine'], batch: Batch, readers: RecordReader[]): Promise<void> {
  const { reading, acceptance, made, types, nextId } = batch
  const waiting = new Map(types.map((type) => [type.type.id, [] as StagedRow[]]))
  // The next rows are read while the database takes some in.
  const ahead = oneAhead()
  const flush = async (from: number) => {
    for (const type of types) {
      const rows = waiting.get(type.type.id)!
      if (rows.length < from) continue
      waiting.set(type.type.id, [])
      await ahead.begin(() => stageRecords(tx, engine, type, rows))
    }
  }
  try {
    for await (const piece of dataRows(reading)) {
      for (const row of piece) {
        const found = readRow(readers, row)
        if ('faults' in found) {
          refuseRow(reading, found.faults, row.given)
          continue
        }
        for (const { type, record } of found.records) {
          waiting.get(type.id)!.push([String(row.line), nextId(), facilityId(record, made), ...record.values])
        }
      }
      await flush(recordsAPiece)
      acceptance.onProgress?.({ phase: 'reading', rows: reading.counts.read })
    }
    await flush(1)
    await ahead.end()
  } finally {
    await ahead.settle()
  }
  for (const type of types) await countStaged(tx, type)
}

type Found = { records: { type: RecordReader['type']; record: RecordRow }[] } | { faults: Fault[] }

/** All records that a row holds. One that is wrong refuses the row: half a row would be hard to mend. */
function readRow(readers: readonly RecordReader[], { cells, line }: DataRow): Found {
  const records: { type: RecordReader['type']; record: RecordRow }[] = []
  const faults: Fault[] = []
  for (const reader of readers) {
    const record = reader.read(cells, line)
    if (Array.isArray(record)) faults.push(...record)
    else if (record) records.push({ type: reader.type, record })
  }
  if (faults.length > 0) return { faults }
  return records.length > 0 ? { records } : { faults: [{ line, reason: reason('record.no-type') }] }
}

function facilityId({ facility }: RecordRow, made: Made): string | null {
  if (!facility) return null
  return 'known' in facility ? facility.known.id : made.idOf(facility.made)
}

/** UUIDv7s of one moment: the first's, with its last twelve digits counted through. */
function countedIds(first: string): () => string {
  const start = first.slice(0, 24)
  let count = 0
  return () => start + (count++).toString(16).padStart(12, '0')
}

/** Makes what is staged current. What the file repeats or contradicts falls out first. */
async function acceptBatch(tx: Tx, batch: Batch): Promise<AcceptedImport> {
  const { reading, types, late, acceptance } = batch
  const repeated = new Set<number>()
  for (const type of types) {
    for (const line of await dropRepeated(tx, batch, type)) repeated.add(line)
    await refuseCorrections(tx, batch, type)
  }
  // A row that holds several records is a duplicate only where none of them is left.
  for (const type of types) for (const line of await listStagedAmong(tx, type, [...repeated])) repeated.delete(line)
  reading.counts.duplicates += [...repeated].filter((line) => !late.has(line)).length
  if (late.size > mostLateFaults) {
    throw new DomainError('INVALID', 'import.too-many-conflicts', { count: mostLateFaults })
  }
  for (const type of types) await dropStagedLines(tx, type, [...late.keys()])
  // Before a snapshot takes out what is known already.
  const named = await Promise.all(types.map((type) => findTouchedByRecords(tx, type)))
  const known = named.flatMap(({ facilityIds }) => facilityIds)
  const left = batch.plan && (await takeSnapshot(tx, batch, batch.plan))
  await makeReached(tx)
  const values: ValueCounts = { added: 0, superseded: 0, unchanged: 0 }
  await lockFacilities(
    tx,
    [...new Set(known)].filter((id) => ![...batch.made.all.values()].some((one) => one.id === id)),
  )
  for (const type of types) values.unchanged += await dropUnchangedRecords(tx, type)
  // All while everything is as it was: what a row loses with its owner is found through rows of other types.
  if (!acceptance.isOneOfSeveral) for (const type of types) await noteReached(tx, type)
  for (const type of types) values.superseded += await supersedeRecords(tx, type, acceptance.now)
  const touched = await Promise.all(types.map((type) => findTouchedByRecords(tx, type)))
  const rows = touched.reduce((sum, one) => sum + one.rows, 0)
  const counts = { ...reading.counts, bad: reading.counts.bad + late.size }
  const madeIds = [...batch.made.all.values()].map(({ id }) => id)
  const declared = await newlyDeclared(tx, {
    ...{ mapping: reading.mapping as RecordsMapping, recordIds: types.map(({ type }) => type.id as RecordId) },
    ...{ day: batch.plan?.day, inFile: known, madeIds, now: acceptance.now },
  })
  const snapshot = left && { ...left, month: declared.month }
  const changesNothing = rows === 0 && declared.of.size === 0
  const importId = await acceptance.saveImport(tx, counts, {
    ...values,
    changesNothing,
    declares: declared.all.length > 0,
  })
  if (!importId || changesNothing) return { importId, values, touched: undefined, snapshot }
  const from = touched.flatMap((one) => one.from ?? []).sort()[0] ?? acceptance.now.toISOString().slice(0, 7)
  const facilityIds = [...new Set([...touched.flatMap((one) => one.facilityIds), ...declared.of.keys()])]
  const firstDays = new Map(facilityIds.map((id) => [id, `${from}-01`]))
  await makeFacilities(tx, batch.made.all, firstDays, { importId, now: acceptance.now })
  for (const type of types) values.added += await addRecords(tx, type, importId, acceptance.now)
  values.added -= values.superseded
  for (const [own, ids] of sameDeclared(declared.of))
    await addCoverage(tx, { facilityIds: ids, importId, now: acceptance.now, declared: own })
  const reached = acceptance.isOneOfSeveral ? [] : [...(await listReached(tx, types)), ...declared.reached]
  const isNational = types.some(({ type }, place) => type.level === 'system' && touched[place]!.rows > 0)
  const changed = { ...touchedBy(facilityIds, reached, acceptance.now), isNational }
  return { importId, values, touched: changed, snapshot }
}

/** Facilities, and the months of each that what was reached can change. */
function touchedBy(facilityIds: readonly string[], reached: readonly Reached[], now: Date): Touched {
  const today = Math.floor(now.getTime() / 86_400_000)
  const months = new Map<string, Months>()
  for (const { facilityId, recordId, first, last } of reached) {
    // A day on either side: the days of a facility are not those of UTC.
    const span = touchedMonths(recordId, { first: first - 1, last: last + 1 }, usualSettings, today)
    const known = months.get(facilityId) ?? span
    months.set(facilityId, { first: Math.min(known.first, span.first), last: Math.max(known.last, span.last) })
  }
  const all = [...new Set([...facilityIds, ...months.keys()])]
  const thisMonth = monthIndex(now.toISOString().slice(0, 7) as Month)
  const first = Math.min(thisMonth, ...[...months.values()].map((one) => Math.max(one.first, 0)))
  return { facilityIds: all, from: monthAt(first), to: monthAt(thisMonth), derive: [...months] }
}

/** @throws NotWhole when rows were refused: whoever they are would be taken to have left. */
async function takeSnapshot(tx: Tx, batch: Batch, plan: SnapshotPlan): Promise<SnapshotEnds> {
  const { reading, late, types, zone, nextId, made } = batch
  const refused = reading.counts.bad + late.size
  if (refused > 0) throw new NotWhole(refused)
  const stay = types.find(({ type }) => type.id === 'stay')!
  const isMade = new Set([...made.all.values()].map(({ id }) => id))
  // Held from here on, so that two days' files of a facility come one after the other.
  await lockFacilities(
    tx,
    (await listStagedFacilities(tx, stay)).filter((id) => !isMade.has(id)),
  )
  const mapping = reading.mapping as RecordsMapping
  return applySnapshot(tx, types, plan, { mapping, fileName: reading.facts.name, zone, nextId })
}

/** Repeated records: the same again is dropped; contradictions are refused on all their lines. Gives the lines dropped. */
async function dropRepeated(tx: Tx, { late }: Batch, type: StagedType): Promise<number[]> {
  await endSuperseded(tx, type)
  const dropped: number[] = []
  for (const { lines, differ } of await listRepeated(tx, type)) {
    if (differ) {
      for (const [line, why] of conflictFaults(lines, 'record')) late.set(line, why)
      continue
    }
    dropped.push(...lines.slice(1))
  }
  await dropStagedLines(tx, type, dropped)
  return dropped
}

/** Corrections of records that nobody knows, and rows that supersede each other in a circle. */
async function refuseCorrections(tx: Tx, { late }: Batch, type: StagedType): Promise<void> {
  if (!type.names.includes('supersedes')) return
  const corrections = await listCorrections(tx, type)
  const turning = circles(corrections)
  for (const { line, own, supersedes, isKnown } of corrections) {
    if (own && turning.has(own)) late.set(line, reason('record.circle'))
    else if (!isKnown) late.set(line, reason('record.supersedes-unknown', { record: supersedes }))
  }
}
