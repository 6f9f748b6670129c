import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runNode, startServer } from './server-process.ts'

const files = ['register', 'certificates', 'months']

/**
 * A data directory with a real installation of three invented prisons (`tests/fixtures/small-country`), taken in by the
 * terminal command while the server runs. Who takes it removes it.
 */
export async function makeSmallCountry(): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), 'daylight-small-'))
  const server = await startServer({ DATA_DIR: dataDir, COUNTRY_NAME: 'Marram' }, ['--empty'])
  try {
    for (const file of files) await takeIn(file, dataDir)
    return dataDir
  } catch (error) {
    rmSync(dataDir, { recursive: true, force: true })
    throw error
  } finally {
    await server.stop()
  }
}

async function takeIn(file: string, dataDir: string): Promise<void> {
  const path = `tests/fixtures/small-country/${file}`
  const command = ['--import', 'tsx', 'server/cli/main.ts', 'import', `${path}.csv`, '--mapping', `${path}.json`]
  const taken = runNode(command, { DATA_DIR: dataDir })
  if ((await taken.ended) !== 0) throw new Error(`${path}.csv was not taken in:\n${taken.said()}`)
}
