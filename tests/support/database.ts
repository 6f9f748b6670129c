import { randomBytes } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterAll, inject } from 'vitest'
import { type Database, openDatabase } from '../../db/client.ts'
import { addressOf } from './postgres-template.ts'

/** Where a file's database comes from: what `embedded-template.ts` and `postgres-template.ts` prepared. */
export type Template =
  | { engine: 'embedded'; template: string }
  | { engine: 'postgresql'; adminUrl: string; template: string; login: { name: string; password: string } }

declare module 'vitest' {
  interface ProvidedContext {
    database: Template
  }
}

/** A database of this test file alone, and the directory of its installation. */
export interface FreshDatabase extends Database {
  dataDir: string
  /** How to reach it with `openDatabase`; on PostgreSQL also as the owner, who steps over every wall. */
  databaseUrl: string | undefined
  adminUrl: string | undefined
}

/**
 * Opens an empty, migrated database of the kind that this run is about, and closes and removes it after the file.
 * Call it once, at the top of a test file: `const db = await freshDatabase()`.
 */
export async function freshDatabase(): Promise<FreshDatabase> {
  const from = inject('database')
  const dataDir = mkdtempSync(join(tmpdir(), 'daylight-test-'))
  const urls = from.engine === 'embedded' ? copyFiles(from.template, dataDir) : await copyDatabase(from)
  const database = await openDatabase({ databaseUrl: urls.databaseUrl, dataDir })
  afterAll(async () => {
    await database.close()
    rmSync(dataDir, { recursive: true, force: true })
  })
  return { ...database, ...urls, dataDir }
}

function copyFiles(template: string, dataDir: string) {
  cpSync(template, dataDir, { recursive: true })
  return { databaseUrl: undefined, adminUrl: undefined }
}

async function copyDatabase(from: Extract<Template, { engine: 'postgresql' }>) {
  const name = `${from.template}_${randomBytes(5).toString('hex')}`
  const admin = postgres(from.adminUrl, { max: 1, onnotice: () => {} })
  try {
    await admin.unsafe(`create database ${name} template ${from.template}`)
  } finally {
    await admin.end({ timeout: 5 })
  }
  return { databaseUrl: addressOf(from.adminUrl, name, from.login), adminUrl: addressOf(from.adminUrl, name) }
}
