import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { type Database, openDatabase } from '../../db/client.ts'
import { prepareInstallation } from '../../server/services/installation.ts'
import { startPostgres } from '../support/postgres-server.ts'
import { addressOf } from '../support/postgres-template.ts'
import { benchMoment } from './country.ts'

/** A PostgreSQL database of this run alone, as the product sees it and as its owner does. */
export interface BenchDatabase {
  database: Database
  /** The application's own login, which only enters roles. */
  databaseUrl: string
  /** The owner, for raw COPY: steps over every wall. */
  adminUrl: string
  owner: postgres.Sql
  stop(): Promise<void>
}

/** Starts a server, makes a migrated database on it and a real installation in it. */
export async function startBenchDatabase(): Promise<BenchDatabase> {
  const server = await startPostgres()
  const name = `daylight_bench_${randomBytes(5).toString('hex')}`
  const login = { name, password: randomBytes(18).toString('base64url') }
  const admin = postgres(server.url, { max: 1, onnotice: () => {} })
  await admin.unsafe(`create role ${login.name} login password '${login.password}'`)
  await admin.unsafe(`create database ${name}`)
  const [databaseUrl, adminUrl] = [addressOf(server.url, name, login), addressOf(server.url, name)]
  const dataDir = mkdtempSync(join(tmpdir(), 'daylight-bench-'))
  const database = await openDatabase({ databaseUrl, adminUrl, dataDir })
  await install(database)
  const owner = postgres(adminUrl, { max: 2, onnotice: () => {} })
  const stop = async () => {
    await database.close()
    await owner.end({ timeout: 5 })
    // The server may be somebody's: nothing of this run stays on it.
    await admin.unsafe(`drop database if exists ${name} with (force)`)
    await admin.unsafe(`drop role if exists ${login.name}`)
    await admin.end({ timeout: 5 })
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { database, databaseUrl, adminUrl, owner, stop }
}

/** Makes an empty database a real installation, as `npm start -- --empty` does. */
export async function install(database: Database): Promise<void> {
  const real = { kind: 'real', countryName: 'Bench', timezone: 'UTC', displayedNow: null } as const
  await prepareInstallation(database, real, true, benchMoment)
}
