import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, inject, test } from 'vitest'
import { openDatabase } from '../../db/client.ts'
import { findInstallation } from '../../db/queries/installation.ts'
import { systemActor } from '../../server/domain/access.ts'
import { prepareInstallation } from '../../server/services/installation.ts'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** A data directory that was set up before: making one anew takes the engine many seconds. */
function dataDir(below = ''): string {
  const from = inject('database')
  if (from.engine !== 'embedded') throw new Error('these tests are about the embedded engine')
  const top = mkdtempSync(join(tmpdir(), 'daylight-lock-'))
  folders.push(top)
  const folder = join(top, below)
  cpSync(from.template, folder, { recursive: true })
  return folder
}

const real = { kind: 'real', countryName: 'Test', timezone: 'UTC', displayedNow: null } as const

describe('an embedded data directory', () => {
  test('is held by one process, read through its socket by another, and free again afterwards', async () => {
    const folder = dataDir()
    const owner = await openDatabase({ dataDir: folder })
    await expect(openDatabase({ dataDir: folder })).rejects.toMatchObject({ messageId: 'database.inUse' })
    expect(statSync(join(folder, 'database.sock')).mode & 0o777).toBe(0o600)
    expect(existsSync(join(folder, 'server.lock'))).toBe(true)

    const guest = await openDatabase({ dataDir: folder, attach: true })
    await prepareInstallation(guest, real, true, new Date('2026-01-01T00:00:00Z'))
    await guest.close()
    const seen = await owner.asActor(systemActor, findInstallation)
    expect(seen?.kind).toBe('real')
    await owner.close()
    expect(existsSync(join(folder, 'server.lock'))).toBe(false)

    const next = await openDatabase({ dataDir: folder })
    await expect(prepareInstallation(next, { ...real, kind: 'demonstration' }, true, new Date())).rejects.toMatchObject(
      { messageId: 'installation.otherKind' },
    )
    await next.close()
  })

  test('a path too long for a socket still opens', async () => {
    const folder = dataDir(join('a'.repeat(60), 'b'.repeat(60)))
    const database = await openDatabase({ dataDir: folder })
    expect((await database.health()).database).toBe(true)
    await database.close()
  })

  test('a process that was killed outright leaves its directory to the next, with all that it had confirmed', async () => {
    const folder = dataDir()
    const child = spawn(process.execPath, ['--import', 'tsx', 'tests/support/hold-database.ts', folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(child.stdout, 'data')
    child.kill('SIGKILL')
    await once(child, 'close')
    const next = await openDatabase({ dataDir: folder })
    const again = await prepareInstallation(next, real, true, new Date())
    expect(again.isNew).toBe(false)
    await next.close()
  }, 120_000)
})
