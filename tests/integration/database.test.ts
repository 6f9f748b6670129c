import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { stageRows } from '../../db/queries/staging.ts'
import { type Actor, systemActor } from '../../server/domain/access.ts'
import { freshDatabase } from '../support/database.ts'

const db = await freshDatabase()

test('a fresh database answers and has every migration', async () => {
  expect(await db.health()).toEqual({ database: true, migrations: true })
})

test('a transaction of the installation itself runs as the system role', async () => {
  const rows = await db.asActor(systemActor, (tx) => tx.execute(sql`select current_user::text as role`))
  expect(rows).toMatchObject([{ role: 'daylight_system' }])
})

test('a statement that is kept ready shows nobody more than their own role may see', async () => {
  const [id, seen] = [v7(), sql`select count(*)::int as count from facilities where key = ${'ready'}`]
  const one = sql`insert into facilities (id, key, created_at) values (${id}::uuid, 'ready', now())`
  await db.asSystem((tx) => tx.execute(one))
  const nobody: Actor = { ...systemActor, role: 'ministry-analyst', facilities: [], regions: [] }
  const counts: unknown[] = []
  for (let time = 0; time < 4; time++) {
    for (const actor of [systemActor, { ...nobody, facilities: 'all' as const }, nobody]) {
      counts.push(await db.asActor(actor, async (tx) => (await tx.execute<{ count: number }>(seen))[0]?.count))
    }
  }
  const ready = sql`select count(*)::int as count from pg_prepared_statements where statement like 'select count(*)::int as count from facilities%'`
  const [kept] = await db.asSystem((tx) => tx.execute<{ count: number }>(ready))
  expect(kept?.count).toBeGreaterThan(0)
  expect(counts).toEqual(Array.from({ length: 4 }, () => [1, 1, 0]).flat())
})

test('a few rows go in at once: no message waits until the server has confirmed the one before', async () => {
  const took: number[] = []
  await db.asSystem(async (tx) => {
    await tx.execute(sql`create temporary table few (id int not null) on commit drop`)
    for (let time = 0; time < 20; time++) {
      const begun = performance.now()
      await stageRows(tx, db.engine, 'few', [{ name: 'id', type: 'int', values: [time] }])
      took.push(performance.now() - begun)
    }
  })
  // A server puts off its confirmation for 40 ms; of twenty tries not one waited for it, however busy the machine is.
  expect(Math.min(...took)).toBeLessThan(30)
})
