import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '../../db/client.ts'
import { startPostgres } from './postgres-server.ts'

/** The address of another database of the same server, as another login when one is named. */
export function addressOf(url: string, database: string, login?: { name: string; password: string }): string {
  const address = new URL(url)
  address.pathname = `/${database}`
  if (login) Object.assign(address, { username: login.name, password: login.password })
  return address.href
}

/** Once before the first file: a PostgreSQL server with one migrated database, from which every file gets its copy. */
export async function setup(project: TestProject) {
  const server = await startPostgres()
  const template = `daylight_test_${randomBytes(5).toString('hex')}`
  const login = { name: template, password: randomBytes(18).toString('base64url') }
  const admin = postgres(server.url, { max: 1, onnotice: () => {} })
  const leave = async () => {
    await dropAll(admin, template).finally(() => admin.end({ timeout: 5 }))
    await server.stop()
  }
  try {
    await admin.unsafe(`create role ${login.name} login password '${login.password}'`)
    await admin.unsafe(`create database ${template}`)
    await migrate(addressOf(server.url, template, login), addressOf(server.url, template))
  } catch (error) {
    await leave()
    throw error
  }
  project.provide('database', { engine: 'postgresql', adminUrl: server.url, template, login })
  return leave
}

/** Migrates as the server does: tables belong to the owner, and the application's login only enters roles. */
async function migrate(databaseUrl: string, adminUrl: string): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'daylight-template-'))
  try {
    const database = await openDatabase({ databaseUrl, adminUrl, dataDir })
    await database.close()
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** Removes what these tests made, and nothing else, from a server that may be somebody's. */
async function dropAll(admin: postgres.Sql, template: string): Promise<void> {
  const made = await admin<
    { name: string }[]
  >`select datname::text as name from pg_database where starts_with(datname, ${template})`
  for (const { name } of made) await admin.unsafe(`drop database if exists ${name} with (force)`)
  await admin.unsafe(`drop role if exists ${template}`)
}
