import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { openDatabase } from '../db/client.ts'
import { type Env, readEnv } from '../server/env.ts'
import { readArguments, usage } from './arguments.ts'
import { loadLarge, writeLarge } from './large.ts'
import { writeRecords } from './synthetic/demonstration-files.ts'
import { largeCountry } from './synthetic/large-country.ts'
import { parts } from './synthetic/returns.ts'

/** A country of any size from one number, for measuring and trying: `npm run seed -- --facilities 2000 --months 60 --out large`. */
async function main(args: string[], env: Env): Promise<void> {
  const asked = readArguments(args)
  if (asked === 'help') {
    process.stdout.write(usage)
    return
  }
  if ('fault' in asked) {
    process.stderr.write(`${asked.fault}\n${usage}`)
    process.exitCode = 1
    return
  }
  if (asked.records) {
    const files = writeRecords(asked.records)
    process.stderr.write(`${files.length} files and their mappings in ${asked.records}\n`)
    return
  }
  const { measures, out } = asked
  const plan = largeCountry(asked.size)
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

await main(process.argv.slice(2), readEnv(process.env))
