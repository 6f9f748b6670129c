import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from '../../db/client.ts'
import { writeLarge } from '../../seeds/large.ts'
import { take } from '../../seeds/load.ts'
import type { CountryFile } from '../../seeds/synthetic/files.ts'
import { largeCountry } from '../../seeds/synthetic/large-country.ts'
import { parts } from '../../seeds/synthetic/returns.ts'
import { startBenchDatabase } from './bench-database.ts'
import { timed } from './measure.ts'
import { type Result, ratioOf } from './result.ts'

/** What a large country costs to invent, beside the import of its files: `npm run seed -- --load` does both. */
export async function compareSeed(size: { facilities: number; months: number }): Promise<Result[]> {
  const directory = mkdtempSync(join(tmpdir(), 'daylight-bench-'))
  const { database, stop } = await startBenchDatabase()
  try {
    const { ms: writing, value: files } = await timed(() =>
      writeLarge(directory, largeCountry({ seed: 7, ...size }), parts),
    )
    const { ms: importing, value: values } = await timed(() => takeAll(database, files))
    const what = `a country of ${size.facilities} × ${size.months} invented and loaded`
    return [ratioOf(what, writing + importing, { name: 'import of its files', ms: importing }, 2, values)]
  } finally {
    await stop()
    rmSync(directory, { recursive: true, force: true })
  }
}

/** How many values the files brought. */
async function takeAll(database: Database, files: readonly CountryFile[]): Promise<number> {
  let values = 0
  for (const file of files) values += (await take(database, file, { withoutRecompute: true })).values.added
  return values
}
