import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ownKeys } from '../support/real-session.ts'
import { compareAccess } from './access-bench.ts'
import { type BenchDatabase, startBenchDatabase } from './bench-database.ts'
import { type CountryFiles, writeCountry } from './country.ts'
import { compareWithDuckDb } from './duckdb-bench.ts'
import { measureEmbedded } from './embedded-bench.ts'
import { compareImport, importCountry, type MeasuredImport } from './import-bench.ts'
import { measurePages, measureTraces, measureVisits, type PageSettings } from './pages-bench.ts'
import { compareProcedures } from './procedures-bench.ts'
import { compareRecompute, recomputeCountry } from './recompute-bench.ts'
import { type Result, tableOf } from './result.ts'
import { compareSeed } from './seed-bench.ts'
import { compareStorage } from './storage-bench.ts'

const usage = `Usage: npm run bench [-- OPTIONS]
  --quick        a tenth of the country and of the askings
  --only NAME    one part: import, recompute, storage, procedures, access, pages, traces, visits, embedded, duckdb, seed (may be
                 given more than once)`

/** How much is measured. Twenty columns: 2,000 facilities × 25 months are the million lines of the import. */
const sizes = {
  whole: {
    country: { facilities: 2000, months: 60, measuredMonths: 25 },
    embedded: { facilities: 200, months: 36, measuredMonths: 36 },
    events: { facilities: 2000, stays: 500, contacts: 5 },
    seed: { facilities: 400, months: 60 },
    askings: 60,
  },
  quick: {
    country: { facilities: 200, months: 60, measuredMonths: 25 },
    embedded: { facilities: 30, months: 36, measuredMonths: 36 },
    events: { facilities: 100, stays: 500, contacts: 5 },
    seed: { facilities: 40, months: 60 },
    askings: 20,
  },
}

/** A filled database and what filling it cost. */
interface Filled {
  postgres: BenchDatabase
  country: CountryFiles
  directory: string
  imported: MeasuredImport
  recomputeMs: number
  askings: number
}

/** The parts that share one country on PostgreSQL, in the order in which they run. */
const parts: Record<string, (filled: Filled) => Promise<Result[]>> = {
  import: ({ postgres, imported, directory }) => compareImport(postgres, imported, directory),
  recompute: ({ postgres, country, recomputeMs, directory }) =>
    compareRecompute(postgres, country, recomputeMs, directory),
  storage: ({ postgres }) => compareStorage(postgres),
  procedures: ({ postgres, country, askings }) => compareProcedures(postgres, country, askings),
  access: ({ postgres, country, askings }) => compareAccess(postgres, country, askings),
  pages: (filled) => measurePages(filled.country, pageSettings(filled)),
  traces: (filled) => measureTraces(filled.country, pageSettings(filled)),
  visits: (filled) => measureVisits(filled.country, pageSettings(filled)),
}

function pageSettings({ postgres, askings, directory }: Filled): PageSettings {
  const dataDir = join(directory, 'data')
  return {
    settings: { ...ownKeys(dataDir), DATABASE_URL: postgres.databaseUrl, DATA_DIR: dataDir },
    requests: askings,
    engine: 'PostgreSQL',
    hasGoals: true,
  }
}

async function onPostgres(chosen: string[], size: (typeof sizes)['whole'], results: Result[]): Promise<void> {
  if (chosen.length === 0) return
  const directory = mkdtempSync(join(tmpdir(), 'daylight-bench-'))
  const postgres = await startBenchDatabase()
  try {
    say('making the country')
    const country = await writeCountry(directory, size.country)
    say('importing')
    const imported = await importCountry(postgres.database, country)
    await postgres.owner.unsafe('vacuum analyze')
    say('recomputing')
    const recomputeMs = await recomputeCountry(postgres.database)
    await postgres.owner.unsafe('vacuum analyze')
    for (const name of chosen) {
      say(name)
      const filled = { postgres, country, directory, imported, recomputeMs, askings: size.askings }
      results.push(...(await parts[name]!(filled)))
    }
  } finally {
    await postgres.stop()
    rmSync(directory, { recursive: true, force: true })
  }
}

/** Where it stands, beside the table: on standard error. */
function say(what: string): void {
  process.stderr.write(`${what} …\n`)
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { quick: { type: 'boolean' }, only: { type: 'string', multiple: true }, help: { type: 'boolean' } },
  })
  const names = [...Object.keys(parts), 'embedded', 'duckdb', 'seed']
  const chosen = values.only ?? names
  if (values.help || chosen.some((name) => !names.includes(name))) {
    console.log(usage)
    process.exitCode = values.help ? 0 : 1
    return
  }
  const size = sizes[values.quick ? 'quick' : 'whole']
  const results: Result[] = []
  try {
    const shared = chosen.filter((name) => name in parts)
    await onPostgres(shared, size, results)
    if (chosen.includes('embedded')) {
      say('embedded')
      results.push(...(await measureEmbedded(size.embedded, size.askings)))
    }
    if (chosen.includes('duckdb')) {
      say('duckdb')
      results.push(...(await compareWithDuckDb(size.events)))
    }
    if (chosen.includes('seed')) {
      say('seed')
      results.push(...(await compareSeed(size.seed)))
    }
  } finally {
    // What was measured before a fault is told all the same.
    console.log(tableOf(results))
  }
}

await main()
