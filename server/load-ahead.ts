import { openDatabase } from '../db/client.ts'
import { demonstration } from '../seeds/demonstration.ts'
import { type Env, faultsFor, readEnv } from './env.ts'
import { sayProgress } from './say-progress.ts'
import { startInstallation } from './services/first-start.ts'

/**
 * Loads the demonstration from the sources while the pages are being built: each keeps one core busy for a quarter of a
 * minute. What is not there at the end the server completes, and what is wrong it says: here nothing is said twice.
 */
async function loadAhead(env: Env) {
  const database = await openDatabase({ dataDir: env.DATA_DIR })
  try {
    const request = { isEmpty: false, countryName: env.COUNTRY_NAME, timezone: env.TIMEZONE, clock: () => new Date() }
    await startInstallation(database, demonstration, { ...request, onProgress: sayProgress() })
  } finally {
    await database.close()
  }
}

function demonstrationSettings(): Env | undefined {
  try {
    const env = readEnv(process.env)
    return env.DATABASE_URL === undefined && faultsFor('demonstration', env).length === 0 ? env : undefined
  } catch {
    return undefined
  }
}

// Whoever started this is gone: nobody waits for it, and the next start finds the directory free.
process.on('disconnect', () => process.exit(1))
process.channel?.unref()

const env = demonstrationSettings()
if (env) await loadAhead(env).catch(() => process.exit(1))
