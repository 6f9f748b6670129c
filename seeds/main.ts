import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { openDatabase } from '../db/client.ts'
import { type Env, readEnv } from '../server/env.ts'
import { loadLarge, writeLarge } from './large.ts'
import { writeRecords } from './synthetic/demonstration-files.ts'
import { largeCountry } from './synthetic/large-country.ts'
import { parts } from './synthetic/returns.ts'

const usage = `Usage: npm run seed -- [--facilities N] [--months N] [--seed N] [--measures core|all] --out DIRECTORY | --load
       npm run seed -- --records DIRECTORY

Makes an invented country from one number. --out writes its files; --load takes them into the empty database of
DATA_DIR or DATABASE_URL, through the same import as any file. --records writes the records of persons and places behind the
returns of half of the demonstration's facilities, each file with the mapping that reads it.
`

/** A country of any size from one number, for measuring and trying: `npm run seed -- --facilities 2000 --months 60 --out large`. */
async function main(args: string[], env: Env): Promise<void> {
  const asked = readArguments(args)
  if (!asked) {
    process.stderr.write(usage)
    process.exitCode = 1
    return
  }
  if (asked.records) {
    const files = writeRecords(asked.records)
    process.stderr.write(`${files.length} files and their mappings in ${asked.records}\n`)
    return
  }
  const { plan, measures, out } = asked
  const directory = out ?? (await mkdtemp(join(tmpdir(), 'daylight-seed-')))
  const files = await writeLarge(directory, plan, measures === 'core' ? ['core'] : parts)
  process.stderr.write(`${files.length} files in ${directory}\n`)
  if (asked.isLoaded) await load(plan, files, env)
  if (!out) await rm(directory, { recursive: true, force: true })
}

async function load(plan: Parameters<typeof loadLarge>[1], files: Parameters<typeof loadLarge>[2], env: Env) {
  const db = await openDatabase({
    databaseUrl: env.DATABASE_URL,
    adminUrl: env.DATABASE_ADMIN_URL,
    dataDir: env.DATA_DIR,
  })
  try {
    await loadLarge(db, plan, files, (path, values) => process.stderr.write(`${basename(path)}: ${values} values\n`))
  } finally {
    await db.close()
  }
}

/** What was asked, or undefined when it makes no sense. */
function readArguments(args: string[]) {
  const options = {
    facilities: { type: 'string', default: '2000' },
    months: { type: 'string', default: '60' },
    seed: { type: 'string', default: '7' },
    measures: { type: 'string', default: 'all' },
    out: { type: 'string' },
    load: { type: 'boolean', default: false },
    records: { type: 'string' },
  } as const
  const { values } = parseArgs({ args, options })
  const [facilities, months, seed] = [values.facilities, values.months, values.seed].map(Number) as [
    number,
    number,
    number,
  ]
  const isWhole = [facilities, months, seed].every((number) => Number.isSafeInteger(number) && number >= 0)
  const isKnown = values.measures === 'core' || values.measures === 'all'
  if (!isWhole || facilities < 1 || months < 1 || !isKnown || (!values.out && !values.load && !values.records))
    return undefined
  return {
    plan: largeCountry({ seed, facilities, months }),
    measures: values.measures,
    out: values.out,
    isLoaded: values.load,
    records: values.records,
  }
}

await main(process.argv.slice(2), readEnv(process.env))
