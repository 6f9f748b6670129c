import { rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { and, eq } from 'drizzle-orm'
import type { Database } from '../db/client.ts'
import { imports } from '../db/schema/index.ts'
import type { Mapping } from '../server/domain/imports/mapping.ts'
import { type ImportReport, importFile } from '../server/services/imports.ts'
import { recomputeAll } from '../server/services/recompute.ts'
import { type DemonstrationFiles, lastFileName, writeDemonstration } from './synthetic/demonstration-files.ts'
import type { CountryFile } from './synthetic/files.ts'

/** Who brings the files of the demonstration. */
const by = 'demonstration'

/** True once the last file is in: everything before it was taken in and computed then. */
export async function isDemonstrationWhole(db: Database): Promise<boolean> {
  const found = await db.asSystem((tx) =>
    tx
      .select({ id: imports.id })
      .from(imports)
      .where(and(eq(imports.fileName, lastFileName), eq(imports.by, by)))
      .limit(1),
  )
  return found.length > 0
}

/** The files of the demonstration where they were written. */
export interface Written {
  directory: string
  files: DemonstrationFiles
}

/** Writes the files of the demonstration into a directory of their own, which is gone at the latest with this process. */
export async function writeFiles(): Promise<Written> {
  const directory = await mkdtemp(join(tmpdir(), 'daylight-demonstration-'))
  process.once('exit', () => rmSync(directory, { recursive: true, force: true }))
  return { directory, files: await writeDemonstration(directory) }
}

/**
 * Loads the demonstration through the import that every other file takes; `onProgress` gets the share that is done.
 * When it was cut off before, the files that are in are known by their bytes and the rest follows. Whoever began to write
 * the files earlier gives them as `writing`.
 *
 * @throws Error when a row of the demonstration is refused: then the generator and the import disagree.
 */
export async function loadDemonstration(
  db: Database,
  onProgress: (share: number) => void,
  writing: Promise<Written> = writeFiles(),
): Promise<void> {
  onProgress(0)
  const { directory, files } = await writing
  try {
    const { ordinary, corrected, last } = files
    const steps = ordinary.length + 5
    let done = 0
    const step = (count = 1) => {
      done += count
      onProgress(done / steps)
    }
    step()
    const takeAll = async (files: readonly CountryFile[]) => {
      for (const file of files) {
        await take(db, file, { withoutRecompute: true })
        step()
      }
    }
    const of = (...kinds: Mapping['kind'][]) => ordinary.filter(({ mapping }) => kinds.includes(mapping.kind))
    await takeAll(of('facility-register', 'capacity-certificates'))
    // Neither knows of the other: one is read while the database takes in the other.
    await Promise.all([takeAll(of('monthly-measures')), takeAll(of('records'))])
    await recomputeAll(db, { now: ordinary.at(-1)!.receivedAt })
    step(2)
    await take(db, corrected, {})
    step()
    await take(db, last, {})
    onProgress(1)
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

/** Takes in one file of a generated country. */
export async function take(
  db: Database,
  { path, mapping, receivedAt }: CountryFile,
  options: { withoutRecompute?: boolean },
): Promise<ImportReport> {
  const report = await importFile(db, { path, mapping, by, now: receivedAt, ...options })
  if (report.rows.bad > 0) {
    const fault = report.faults[0]
    throw new Error(`${basename(path)}: ${report.rows.bad} rows refused, first ${JSON.stringify(fault)}`)
  }
  return report
}
