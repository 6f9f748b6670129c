import { createReadStream, createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import postgres from 'postgres'
import type { Database } from '../../db/client.ts'
import { type ImportReport, importFile } from '../../server/services/imports.ts'
import type { BenchDatabase } from './bench-database.ts'
import { type BenchFile, benchMoment, type CountryFiles } from './country.ts'
import { memoryPeak, timed } from './measure.ts'
import { limited, megabytes, type Result, ratioOf } from './result.ts'

/** What the import of the measured file cost. */
export interface MeasuredImport {
  lines: number
  ms: number
  memory: number
}

/** Takes in a whole country and measures the import of its measured file; the series are left to a recompute. */
export async function importCountry(database: Database, country: CountryFiles): Promise<MeasuredImport> {
  for (const file of country.places) await take(database, file)
  const { bytes: memory, value } = await memoryPeak(() => timed(() => take(database, country.measured)))
  if (country.rest) await take(database, country.rest)
  await database.refreshStatistics()
  return { lines: value.value.values.added, ms: value.ms, memory }
}

/** @throws Error when a row is refused: then less was measured than the table would say. */
async function take(database: Database, { path, mapping }: BenchFile): Promise<ImportReport> {
  const request = { path, mapping, by: 'bench', now: benchMoment, withoutRecompute: true }
  const report = await importFile(database, request)
  if (report.rows.bad > 0) throw new Error(`${report.file}: refused ${JSON.stringify(report.faults[0])}`)
  return report
}

/** The import against raw COPY of the same rows into the same table, with its keys and without. */
export async function compareImport(
  { owner, adminUrl }: BenchDatabase,
  imported: MeasuredImport,
  directory: string,
): Promise<Result[]> {
  const { lines, ms, memory } = imported
  const path = join(directory, 'return-lines.copy')
  await copyOut(adminUrl, `select * from return_lines order by import_id limit ${lines}`, path)
  const bare = await copyIn(owner, path, async (tx) => {
    await tx.unsafe('create table bench_lines (like return_lines)')
  })
  const keyed = await copyIn(owner, path, async (tx) => {
    await tx.unsafe('create table bench_lines (like return_lines including all)')
    await tx.unsafe('alter table bench_lines add foreign key (facility_id) references facilities(id)')
    await tx.unsafe('alter table bench_lines add foreign key (import_id) references imports(id)')
  })
  const what = `import of ${lines.toLocaleString('en-GB')} return lines, fields checked`
  return [
    ratioOf(what, ms, { name: 'COPY, same keys', ms: keyed }, 1.5, lines),
    ratioOf(what, ms, { name: 'COPY, no keys', ms: bare }),
    limited('import: memory beyond the start', memory, megabytes),
  ]
}

/** Copies the answer of a query to a file and gives its time. */
export async function copyOut(adminUrl: string, query: string, path: string): Promise<number> {
  // A connection of its own: after a long copy the driver may leave its socket paused.
  const client = postgres(adminUrl, { max: 1, onnotice: () => {} })
  try {
    await client`select 1`
    const { ms } = await timed(async () => {
      const rows = await client.unsafe(`copy (${query}) to stdout`).readable()
      await pipeline(rows, createWriteStream(path))
    })
    return ms
  } finally {
    await client.end({ timeout: 0 })
  }
}

/** Copies a file into the table `bench_lines` that `make` makes, commits, drops it, and gives the time of the copy and commit. */
async function copyIn(
  owner: postgres.Sql,
  path: string,
  make: (tx: postgres.TransactionSql) => Promise<void>,
): Promise<number> {
  await owner.begin(make)
  const { ms } = await timed(() =>
    owner.begin(async (tx) => {
      await pipeline(createReadStream(path), await tx.unsafe('copy bench_lines from stdin').writable())
    }),
  )
  await owner.unsafe('drop table bench_lines')
  return ms
}
