import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { and, eq } from 'drizzle-orm'
import type { Database } from '../db/client.ts'
import { imports } from '../db/schema/index.ts'
import { type ImportReport, importFile } from '../server/services/imports.ts'
import { recomputeAll } from '../server/services/recompute.ts'
import { lastFileName, writeDemonstration } from './synthetic/demonstration-files.ts'
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

/**
 * Loads the demonstration through the import that every other file takes; `onProgress` gets the share that is done.
 * When it was cut off before, the files that are in are known by their bytes and the rest follows.
 *
 * @throws Error when a row of the demonstration is refused: then the generator and the import disagree.
 */
export async function loadDemonstration(db: Database, onProgress: (share: number) => void): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'daylight-demonstration-'))
  try {
    onProgress(0)
    const { ordinary, corrected, last } = await writeDemonstration(directory)
    const steps = ordinary.length + 5
    let done = 0
    const step = (count = 1) => {
      done += count
      onProgress(done / steps)
    }
    step()
    for (const file of ordinary) {
      await take(db, file, { withoutRecompute: true })
      step()
    }
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
