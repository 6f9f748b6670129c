import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../../db/client.ts'
import { readMapping } from '../../server/domain/imports/mapping-check.ts'
import { importFile } from '../../server/services/imports.ts'
import { runNode, startServer } from './server-process.ts'

const folder = 'tests/fixtures/small-country'

/**
 * A data directory with a real installation of three invented prisons (`tests/fixtures/small-country`), taken in while
 * the server runs: the places by the service, the figures by the terminal command. Who takes it removes it.
 */
export async function makeSmallCountry(): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), 'daylight-small-'))
  const server = await startServer({ DATA_DIR: dataDir, COUNTRY_NAME: 'Marram' }, ['--empty'])
  try {
    await takePlaces(dataDir)
    await takeFigures(dataDir)
    return dataDir
  } catch (error) {
    rmSync(dataDir, { recursive: true, force: true })
    throw error
  } finally {
    await server.stop()
  }
}

async function takePlaces(dataDir: string): Promise<void> {
  const db = await openDatabase({ dataDir, attach: true })
  try {
    for (const name of ['register', 'certificates']) {
      const read = readMapping(readFileSync(join(folder, `${name}.json`), 'utf8'))
      if ('faults' in read) throw new Error(JSON.stringify(read.faults))
      const path = join(folder, `${name}.csv`)
      const { rows } = await importFile(db, { path, mapping: read.mapping, by: 'tests', now: new Date() })
      if (rows.bad > 0) throw new Error(`${path}: ${rows.bad} rows refused`)
    }
  } finally {
    await db.close()
  }
}

async function takeFigures(dataDir: string): Promise<void> {
  const path = join(folder, 'months')
  const command = ['--import', 'tsx', 'server/cli/main.ts', 'import', `${path}.csv`, '--mapping', `${path}.json`]
  const taken = runNode(command, { DATA_DIR: dataDir })
  if ((await taken.ended) !== 0) throw new Error(`${path}.csv was not taken in:\n${taken.said()}`)
}
