import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '../../db/client.ts'

/** Once before the first file: a migrated embedded database, of which every file opens a copy. */
export async function setup(project: TestProject) {
  const template = mkdtempSync(join(tmpdir(), 'daylight-template-'))
  const leave = () => rmSync(template, { recursive: true, force: true })
  try {
    const database = await openDatabase({ dataDir: template })
    await database.close()
  } catch (error) {
    leave()
    throw error
  }
  project.provide('database', { engine: 'embedded', template })
  return leave
}
