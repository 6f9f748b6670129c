import { rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { PassThrough } from 'node:stream'
import { and, eq } from 'drizzle-orm'
import type { Database } from '../db/client.ts'
import { imports } from '../db/schema/index.ts'
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

/** The files of the demonstration while they are being written. */
interface Writing {
  directory: Promise<string>
  /** The ordinary files, each as soon as it is whole. */
  whole: AsyncIterable<CountryFile>
  files: Promise<DemonstrationFiles>
}

/** Begins to write the files of the demonstration into a directory of their own, which is gone at the latest with this process. */
function beginWriting(): Writing {
  const directory = mkdtemp(join(tmpdir(), 'daylight-demonstration-'))
  const whole = new PassThrough({ objectMode: true, highWaterMark: mostFiles })
  const write = async () => {
    const made = await directory
    process.once('exit', () => rmSync(made, { recursive: true, force: true }))
    const files = await writeDemonstration(made, (file) => {
      if (whole.destroyed) throw new Error('Nobody takes the files of the demonstration any more')
      whole.write(file)
    })
    whole.end()
    return files
  }
  const files = write()
  // Told where they are taken from.
  files.catch((error) => whole.destroy(error))
  return { directory, whole, files }
}

/** More than there ever are: none waits to be written until another is taken. */
const mostFiles = 1000

/**
 * Loads the demonstration through the import that every other file takes, each file as soon as it is written; `onProgress` gets
 * the share that is done. When it was cut off before, the files that are in are known by their bytes and the rest follows.
 *
 * @throws Error when a row of the demonstration is refused: then the generator and the import disagree.
 */
export async function loadDemonstration(db: Database, onProgress: (share: number) => void): Promise<void> {
  onProgress(0)
  const writing = beginWriting()
  try {
    let [done, steps] = [0, mostSteps]
    const step = (count = 1) => {
      done += count
      onProgress(done / steps)
    }
    void writing.files.then(
      ({ ordinary }) => {
        steps = ordinary.length + 4
      },
      () => {},
    )
    await takeOrdinary(db, writing, step)
    const { ordinary, corrected, last } = await writing.files
    const now = new Date(Math.max(...ordinary.map(({ receivedAt }) => receivedAt.getTime())))
    await recomputeAll(db, { now })
    step(2)
    await take(db, corrected, {})
    step()
    await take(db, last, {})
    onProgress(1)
  } finally {
    await writing.files.catch(() => {})
    await rm(await writing.directory, { recursive: true, force: true })
  }
}

/** While their number is not known yet, progress is told as if there were so many. */
const mostSteps = 100

/** Takes in the ordinary files as they come: first what names the places, then returns and records beside each other. */
async function takeOrdinary(db: Database, { whole }: Writing, onTaken: () => void): Promise<void> {
  // Neither knows of the other: one is read while the database takes in the other.
  const [returns, records] = [oneAfterTheOther(), oneAfterTheOther()]
  for await (const file of whole) {
    const taking = async () => {
      await take(db, file, { withoutRecompute: true })
      onTaken()
    }
    if (file.mapping.kind === 'records') records.add(taking)
    else if (file.mapping.kind === 'monthly-measures') returns.add(taking)
    else await taking()
  }
  await Promise.all([returns.end(), records.end()])
}

/** Work that waits for the piece before it; the end throws what became of the first that failed. */
function oneAfterTheOther() {
  let last: Promise<void> = Promise.resolve()
  const add = (work: () => Promise<void>) => {
    last = last.then(work)
    last.catch(() => {})
  }
  return { add, end: () => last }
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
