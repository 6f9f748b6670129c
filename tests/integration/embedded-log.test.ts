import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { freshDatabase } from '../support/database.ts'

const db = await freshDatabase()

/** Bytes in the log of changes that are not in the tables' files yet. */
async function unsettled(): Promise<number> {
  const [row] = await db.asSystem(async (tx) => [
    ...(await tx.execute<{ bytes: number }>(
      sql`select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), redo_lsn)::float8 as bytes from pg_control_checkpoint()`,
    )),
  ])
  return row!.bytes
}

const megabyte = 1_048_576
const write = (regions: number) =>
  db.asSystem((tx) =>
    tx.execute(sql`insert into regions (id, key, created_at)
      select gen_random_uuid(), 'written-' || gen_random_uuid(), now() from generate_series(1, ${regions})`),
  )

test('a long log of changes is settled, a short one is left as it is, and nothing of it is lost', async () => {
  await write(6000)
  const long = await unsettled()
  expect(long).toBeGreaterThan(megabyte)
  await db.settleLog(1000 * megabyte)
  expect(await unsettled()).toBeGreaterThanOrEqual(long)
  await db.settleLog(megabyte)
  expect(await unsettled()).toBeLessThan(megabyte)
  const kept = sql`select count(*)::int as count from regions`
  expect([...(await db.asSystem((tx) => tx.execute(kept)))]).toEqual([{ count: 6000 }])
})
