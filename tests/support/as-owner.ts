import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import type { Tx } from '../../db/client.ts'
import type { FreshDatabase } from './database.ts'

/** Runs `work` in one transaction as the owner of the tables, who steps over every wall, and without foreign keys. */
export async function asOwner<T>(db: FreshDatabase, work: (tx: Tx) => Promise<T>): Promise<T> {
  const withoutKeys = async (tx: Tx) => {
    await tx.execute(sql`set local session_replication_role = replica`)
    return work(tx)
  }
  if (!db.adminUrl) {
    return db.asSystem(async (tx) => {
      await tx.execute(sql`set local role none`)
      return withoutKeys(tx)
    })
  }
  const client = postgres(db.adminUrl, { max: 1, onnotice: () => {} })
  try {
    return await drizzle(client, { casing: 'snake_case' }).transaction((tx) => withoutKeys(tx as unknown as Tx))
  } finally {
    await client.end({ timeout: 5 })
  }
}
