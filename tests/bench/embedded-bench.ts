import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../../db/client.ts'
import { install } from './bench-database.ts'
import { type CountrySize, writeCountry } from './country.ts'
import { importCountry } from './import-bench.ts'
import { measurePages } from './pages-bench.ts'
import { recomputeCountry } from './recompute-bench.ts'
import { type Result, time } from './result.ts'

/** What the database that comes with the product carries: the same work at a tenth of the size. */
export async function measureEmbedded(size: CountrySize, requests: number): Promise<Result[]> {
  const directory = mkdtempSync(join(tmpdir(), 'daylight-bench-'))
  const dataDir = join(directory, 'data')
  try {
    const country = await writeCountry(join(directory, 'files'), size)
    const results = await fill(dataDir, country)
    const engine = `embedded, ${size.facilities} × ${size.months}`
    return [
      ...results.map((result) => ({ ...result, what: `${engine}: ${result.what}` })),
      ...(await measurePages(country, { settings: { DATA_DIR: dataDir }, requests, engine, hasGoals: false })),
    ]
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

async function fill(dataDir: string, country: Awaited<ReturnType<typeof writeCountry>>): Promise<Result[]> {
  const database = await openDatabase({ dataDir })
  try {
    await install(database)
    const { lines, ms } = await importCountry(database, country)
    const speed = Math.round(lines / (ms / 1000)).toLocaleString('en-GB')
    const recompute = await recomputeCountry(database)
    return [
      { what: `import of ${lines.toLocaleString('en-GB')} return lines`, measured: `${time(ms)}, ${speed} rows/s` },
      { what: 'recompute from nothing', measured: time(recompute) },
    ]
  } finally {
    await database.close()
  }
}
