import { v7 } from 'uuid'
import type { Database, Tx } from '../../db/client.ts'
import { saveImport } from '../../db/queries/import-staging.ts'
import { systemActor } from '../domain/access.ts'
import type { Mapping } from '../domain/imports/mapping.ts'
import type { MakeSurrogate } from '../domain/imports/record-fields.ts'
import { recordAudit } from './audit.ts'
import type { FileFacts } from './files/inspect.ts'
import type { RowCounts } from './import-reading.ts'
import type { SnapshotReport } from './import-snapshot.ts'
import { noteTouched, type Touched } from './recompute.ts'

/** What the values of a file did to those that were there. */
export interface ValueCounts {
  added: number
  superseded: number
  unchanged: number
}

/** What acceptance gives back: the import's id (none when nothing was written) and what must be computed anew. */
export interface AcceptedImport {
  importId: string | undefined
  values: ValueCounts
  touched: Touched | undefined
  /** Of a day's list of everybody held: which day, and who is in it no more. */
  snapshot?: SnapshotReport | undefined
}

export interface ImportProgress {
  phase: 'checking' | 'reading' | 'computing'
  /** Bytes read, or facilities computed, of how many; absent where only rows are known. */
  done?: number
  of?: number
  rows?: number
}

/** Under which circumstances a file is accepted. */
export interface Acceptance {
  now: Date
  onProgress: ((progress: ImportProgress) => void) | undefined
  /** Whether the caller makes every series anew after the last of several files: then nobody asks how far this one reaches. */
  isOneOfSeveral: boolean
  /** Makes the keys that a mapping hashes. */
  surrogate: MakeSurrogate
  /**
   * Runs the whole acceptance in one transaction, which also notes the figures that are now to be made; a dry run takes
   * everything back at its end.
   */
  inOneTransaction: (db: Database, work: (tx: Tx) => Promise<AcceptedImport>) => Promise<AcceptedImport>
  /** Writes down the import; undefined when it is one that was known and changes nothing, or holds no good row. */
  saveImport: (
    tx: Tx,
    rows: RowCounts,
    effect: Omit<ValueCounts, 'added'> & { changesNothing: boolean; declares?: boolean },
  ) => Promise<string | undefined>
}

/** Thrown to take a dry run back. */
class DryRunEnd extends Error {}

export function acceptanceOf(
  file: { facts: FileFacts; mapping: Mapping; mappingSha256: string; isKnown: boolean },
  request: Pick<Acceptance, 'now' | 'onProgress' | 'surrogate' | 'isOneOfSeveral'> & { by: string; dryRun: boolean },
): Acceptance {
  return {
    now: request.now,
    onProgress: request.onProgress,
    isOneOfSeveral: request.isOneOfSeveral,
    surrogate: request.surrogate,
    inOneTransaction: (db, work) => inOneTransaction(db, work, request),
    saveImport: async (tx, rows, effect) => {
      const good = rows.read - rows.bad - rows.duplicates - rows.leftOut
      // A file that says that nothing happened says something.
      const isSilent = good === 0 && !(effect.declares && rows.bad === 0)
      if (isSilent || (effect.changesNothing && file.isKnown)) return undefined
      const id = v7({ msecs: request.now.getTime() })
      const { facts, mapping, mappingSha256 } = file
      const { kind, source } = mapping
      const named = { fileName: facts.name, fileBytes: facts.bytes, fileSha256: facts.sha256, mapping, mappingSha256 }
      const counts = { rowsRead: rows.read, rowsGood: good, rowsBad: rows.bad, duplicates: rows.duplicates }
      const { unchanged, superseded } = effect
      const signed = { by: request.by, startedAt: request.now, acceptedAt: request.now }
      await saveImport(tx, { id, kind, source, ...named, ...counts, unchanged, superseded, ...signed })
      const subject = { importId: id, kind, source, broughtBy: request.by, rowsGood: good, rowsBad: rows.bad }
      await recordAudit(tx, { by: systemActor, action: 'import.accept', subject, at: request.now, requestId: null })
      return id
    },
  }
}

async function inOneTransaction(
  db: Database,
  work: (tx: Tx) => Promise<AcceptedImport>,
  { dryRun, now }: { dryRun: boolean; now: Date },
): Promise<AcceptedImport> {
  let result: AcceptedImport | undefined
  try {
    await db.asSystem(async (tx) => {
      result = await work(tx)
      if (dryRun) throw new DryRunEnd()
      if (result.importId && result.touched) await noteTouched(tx, result.importId, result.touched, now)
    })
  } catch (error) {
    if (!(error instanceof DryRunEnd)) throw error
  }
  return result!
}
