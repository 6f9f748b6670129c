import { createHash } from 'node:crypto'
import type { Database } from '../../db/client.ts'
import { findSameImport } from '../../db/queries/import-staging.ts'
import { countWaiting } from '../../db/queries/waiting.ts'
import { DomainError } from '../domain/errors.ts'
import { certificateColumns } from '../domain/imports/certificate-row.ts'
import type { Fault } from '../domain/imports/faults.ts'
import type { Mapping } from '../domain/imports/mapping.ts'
import { monthlyColumns } from '../domain/imports/monthly-row.ts'
import type { MakeSurrogate } from '../domain/imports/record-fields.ts'
import { recordColumns } from '../domain/imports/record-row.ts'
import { registerColumns } from '../domain/imports/register-row.ts'
import { type FileFacts, inspectFile } from './files/inspect.ts'
import {
  type Acceptance,
  type AcceptedImport,
  acceptanceOf,
  type ImportProgress,
  type ValueCounts,
} from './import-acceptance.ts'
import { importCertificates } from './import-certificates.ts'
import { MadeMeanwhile } from './import-made-facilities.ts'
import { importMonthly } from './import-monthly.ts'
import { openReading, type Reading, type RowCounts } from './import-reading.ts'
import { importRecords } from './import-records.ts'
import { importRegister } from './import-register.ts'
import { NotWhole, type SnapshotReport } from './import-snapshot.ts'
import { makeWaiting } from './make-waiting.ts'
import { surrogateMaker } from './record-key.ts'
import { clearAbandonedStaging } from './staging.ts'

export interface ImportRequest {
  path: string
  mapping: Mapping
  /** Who brings the file. */
  by: string
  now: Date
  /** Read and check everything, change nothing. */
  dryRun?: boolean
  /** Where the file of refused rows goes; beside the source when not given. */
  rejectsDir?: string
  /** Leave the series as they are; the caller makes them all anew after the last of several files. */
  withoutRecompute?: boolean
  /** The installation's secret key for surrogates; needed where a mapping hashes keys of persons. */
  recordKey?: string
  onProgress?: (progress: ImportProgress) => void
}

/** What became of a file. Rows are rows of the file, values are single values of them. */
export interface ImportReport {
  file: string
  kind: Mapping['kind']
  dryRun: boolean
  /** Undefined when nothing was written. */
  importId: string | undefined
  /** When the same file was accepted by the same mapping before, if it was. */
  acceptedBefore: string | undefined
  changed: boolean
  rows: RowCounts & { good: number }
  values: ValueCounts
  /** How the file was read, where that was found out: sheet, row of the header, encoding, whether it was guessed. */
  read: { sheet: string | undefined; headerLine: number; encoding: string; guessed: boolean } | undefined
  /** The first faults; all stand in the file `rejects`. */
  faults: Fault[]
  rejects: string | undefined
  touched: AcceptedImport['touched']
  /** Of a day's list of everybody held. */
  snapshot: SnapshotReport | undefined
  /** True when the file had been taken in before by a process that ended too early, and its figures were made only now. */
  healed: boolean
}

const kinds: Record<
  Mapping['kind'],
  (db: Database, reading: Reading, acceptance: Acceptance) => Promise<AcceptedImport>
> = {
  'facility-register': importRegister,
  'capacity-certificates': importCertificates,
  'monthly-measures': importMonthly,
  records: importRecords,
}

/**
 * Takes in one file by its mapping: good rows in one transaction, refused rows to a file, then the series that they touch.
 * A file that was accepted whole before is known by its bytes and changes nothing.
 *
 * @throws DomainError INVALID when the file as a whole cannot be read (`file.…`); nothing has changed then.
 */
export async function importFile(db: Database, request: ImportRequest): Promise<ImportReport> {
  const { path, mapping, now, onProgress } = request
  await clearAbandonedStaging(db, now)
  const facts = await inspectFile(path, counted('checking', onProgress))
  const mappingSha256 = createHash('sha256').update(readAs(mapping, facts.name)).digest('hex')
  const same = await db.asSystem((tx) => findSameImport(tx, facts.sha256, mappingSha256))
  if (same?.rowsBad === 0)
    return { ...knownReport(facts, request, same.acceptedAt), healed: await heal(db, same.id, request) }
  const acceptance = acceptanceOf(
    { facts, mapping, mappingSha256, isKnown: same !== undefined },
    {
      by: request.by,
      now,
      dryRun: request.dryRun ?? false,
      isOneOfSeveral: request.withoutRecompute ?? false,
      onProgress,
      surrogate: surrogateOf(request),
    },
  )
  const { reading, accepted } = await readAndAccept(db, request, facts, acceptance)
  const report = reportOf(reading, request, accepted, await reading.rejects.close(), same?.acceptedAt)
  if (accepted.importId && !request.dryRun && !request.withoutRecompute)
    await makeFigures(db, accepted.importId, request)
  return { ...report, healed: same !== undefined && (await heal(db, same.id, request)) }
}

function makeFigures(db: Database, importId: string, { now, onProgress }: ImportRequest): Promise<void> {
  return makeWaiting(
    db,
    { importId },
    { now, onProgress: (done, of) => onProgress?.({ phase: 'computing', done, of }) },
  )
}

/** Makes the figures of an import that was taken in before, where its process ended before they were made. */
async function heal(db: Database, importId: string, request: ImportRequest): Promise<boolean> {
  if (request.dryRun || request.withoutRecompute) return false
  const { facilities, sums } = await db.asSystem((tx) => countWaiting(tx, { importId }))
  if (facilities + sums === 0) return false
  await makeFigures(db, importId, request)
  return true
}

/** What a file means besides its bytes. Of a snapshot its name is a part: two days on which the same people were held are two days. */
function readAs(mapping: Mapping, fileName: string): string {
  const isSnapshot = mapping.kind === 'records' && mapping.snapshot !== undefined
  return JSON.stringify(isSnapshot ? { ...mapping, fileName } : mapping)
}

/** Reads the file and accepts its good rows; from its beginning again when another import made its facilities meanwhile. */
async function readAndAccept(
  db: Database,
  request: ImportRequest,
  facts: FileFacts,
  acceptance: Acceptance,
): Promise<{ reading: Reading; accepted: AcceptedImport }> {
  const { mapping, rejectsDir, onProgress } = request
  for (;;) {
    const onBytes = counted('reading', onProgress, facts.bytes)
    const reading = await openReading(facts, mapping, columnsOf(mapping), { rejectsDir, onBytes })
    try {
      return { reading, accepted: await kinds[mapping.kind](db, reading, acceptance) }
    } catch (error) {
      if (error instanceof NotWhole) throw await notWhole(reading, error.count)
      await reading.rejects.discard()
      if (!(error instanceof MadeMeanwhile)) throw error
    }
  }
}

/** The refusal of a file that had to be taken whole; its refused rows are kept, with their reasons. */
async function notWhole(reading: Reading, count: number): Promise<DomainError> {
  const rejects = (await reading.rejects.close()) ?? ''
  return new DomainError('INVALID', 'snapshot.not-whole', { file: reading.facts.name, count, rejects })
}

/** @throws DomainError NOT_POSSIBLE_NOW `import.no-record-key` at the first key that is to be hashed without a secret. */
function surrogateOf({ recordKey }: ImportRequest): MakeSurrogate {
  if (recordKey) return surrogateMaker(recordKey)
  return () => {
    throw new DomainError('NOT_POSSIBLE_NOW', 'import.no-record-key')
  }
}

function columnsOf(mapping: Mapping) {
  if (mapping.kind === 'records') return recordColumns(mapping)
  if (mapping.kind === 'facility-register') return registerColumns(mapping)
  return mapping.kind === 'monthly-measures' ? monthlyColumns(mapping) : certificateColumns(mapping)
}

/** Adds up bytes and tells them on. */
function counted(
  phase: ImportProgress['phase'],
  onProgress: ImportRequest['onProgress'],
  of?: number,
): (bytes: number) => void {
  let done = 0
  return (bytes) => {
    done += bytes
    onProgress?.(of === undefined ? { phase, done } : { phase, done, of })
  }
}

function reportOf(
  reading: Reading,
  request: ImportRequest,
  accepted: AcceptedImport,
  rejects: string | undefined,
  before: string | undefined,
): ImportReport {
  const { facts, counts, table } = reading
  const dryRun = request.dryRun ?? false
  const good = counts.read - counts.bad - counts.duplicates - counts.leftOut
  const { added, superseded } = accepted.values
  return {
    file: facts.name,
    kind: request.mapping.kind,
    dryRun,
    importId: dryRun ? undefined : accepted.importId,
    acceptedBefore: before,
    changed: !dryRun && (added + superseded > 0 || (accepted.touched?.derive?.length ?? 0) > 0),
    rows: { ...counts, good },
    values: accepted.values,
    read: { sheet: table.sheet, headerLine: table.headerLine, encoding: facts.encoding, guessed: facts.guessed },
    faults: reading.faults,
    rejects,
    touched: accepted.touched,
    snapshot: accepted.snapshot,
    healed: false,
  }
}

function knownReport(facts: FileFacts, request: ImportRequest, acceptedBefore: string): ImportReport {
  return {
    file: facts.name,
    kind: request.mapping.kind,
    dryRun: request.dryRun ?? false,
    importId: undefined,
    acceptedBefore,
    changed: false,
    rows: { read: 0, bad: 0, duplicates: 0, leftOut: 0, corrected: [], good: 0 },
    values: { added: 0, superseded: 0, unchanged: 0 },
    read: undefined,
    faults: [],
    rejects: undefined,
    touched: undefined,
    snapshot: undefined,
    healed: false,
  }
}
