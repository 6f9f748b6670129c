import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterAll, describe, expect, test } from 'vitest'
import { enterAs } from '../support/enter.ts'
import { answered, pages } from '../support/pages.ts'
import { startOwnPostgres } from '../support/postgres-server.ts'
import { addressOf } from '../support/postgres-template.ts'
import { cookieAt, ownKeys } from '../support/real-session.ts'
import { runNode, runServer, type Settings, startServer } from '../support/server-process.ts'

const server = await startOwnPostgres()
afterAll(() => server.stop())

/** A new database and a login without powers, as an administrator prepares them, and the settings that name them. */
async function prepared(name: string): Promise<Settings> {
  const login = { name, password: randomBytes(18).toString('base64url') }
  const admin = postgres(server.url, { max: 1, onnotice: () => {} })
  await admin.unsafe(`create role ${name} login password '${login.password}'`)
  await admin.unsafe(`create database ${name}`)
  await admin.end({ timeout: 5 })
  const dataDir = mkdtempSync(join(tmpdir(), 'daylight-server-'))
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }))
  return {
    ...ownKeys(dataDir),
    DATA_DIR: dataDir,
    DATABASE_URL: addressOf(server.url, name, login),
    DATABASE_ADMIN_URL: addressOf(server.url, name),
  }
}

describe('a server whose PostgreSQL goes away', () => {
  test('says so, answers with a reference, lives on, and serves again when it is back', async () => {
    const settings = await prepared('away')
    const site = await startServer(settings, ['--empty'])
    const health = async () => {
      const answer = await fetch(`${site.url}/healthz`)
      return [answer.status, await answer.json()]
    }
    const well = [200, { process: true, database: true, migrations: true }]
    expect(await health()).toEqual(well)
    const { DATA_DIR: dataDir = '', DATABASE_URL: databaseUrl, KEY_SIGN_IN: key = '' } = settings
    const cookie = await cookieAt({ dataDir, databaseUrl }, 'ministry-analyst', key)
    const ask = (path: string) => fetch(`${site.url}${path}`, { headers: { cookie } })
    expect((await ask('/')).status).toBe(200)

    await server.halt()
    expect(await health()).toEqual([503, { process: true, database: false, migrations: false }])
    for (const path of answered) {
      const answer = await ask(path)
      const text = await answer.text()
      expect([path, answer.status]).toEqual([path, 500])
      expect(text).toContain(`Reference: ${answer.headers.get('x-request-id')}`)
      expect(text).not.toMatch(/ECONNREFUSED|CONNECTION_|127\.0\.0\.1:|node_modules|\.tsx?:\d+/)
    }
    expect((await ask('/api/trpc/installation.get')).status).toBe(500)

    await server.resume()
    await expect.poll(health, { timeout: 30_000 }).toEqual(well)
    expect((await ask('/')).status).toBe(200)
    const secret = new URL(settings.DATABASE_URL!).password
    expect(site.said()).not.toContain(secret)
    expect(await site.stop()).toBe(0)
  })
})

test('a real installation on a database server is not started without keys of its own, and every fault is named', async () => {
  const { DATA_DIR = '', DATABASE_URL = '', DATABASE_ADMIN_URL = '' } = await prepared('keyless')
  const server = runServer(
    { DATA_DIR, DATABASE_URL, DATABASE_ADMIN_URL, KEY_TRACES: 'changeme'.repeat(8), KEY_SIGN_IN: 'short' },
    ['--empty'],
  )
  expect(await server.ended).toBe(1)
  for (const name of ['KEYS_DIR', 'KEY_SIGN_IN', 'KEY_SECOND_FACTORS', 'KEY_TRACES'])
    expect(server.said()).toContain(`  - ${name} `)
  expect(server.said()).not.toMatch(/changeme|postgres:\/\//)
})

// The whole demonstration goes in anew: minutes on a busy machine, so only with everything else that takes long.
if (process.env.DAYLIGHT_TEST_ALL) {
  test('the first start on PostgreSQL loads the demonstration, and the second finds it', async () => {
    const settings = await prepared('demonstration')
    const first = runNode(['server/start.mjs'], { ...settings, PORT: '0' })
    const [url = ''] = await first.until(/http:\/\/localhost:\d+/)
    expect(first.said()).toContain('Loading the demonstration')
    const headers = { cookie: await enterAs(url, 'ministry-analyst') }
    for (const path of answered) expect([path, (await fetch(`${url}${path}`, { headers })).status]).toEqual([path, 200])
    const facility = await (await fetch(`${url}${pages.facility}`, { headers })).text()
    expect(facility).toContain('<svg')
    first.child.kill('SIGINT')
    expect(await first.ended).toBe(0)

    const second = await startServer(settings)
    expect(second.said()).not.toContain('Loading the demonstration')
    expect((await fetch(`${second.url}${pages.figure}`, { headers })).status).toBe(200)
    expect(await second.stop()).toBe(0)
  }, 600_000)
}
