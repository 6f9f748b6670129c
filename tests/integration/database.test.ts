import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { systemActor } from '../../server/domain/access.ts'
import { freshDatabase } from '../support/database.ts'

const db = await freshDatabase()

test('a fresh database answers and has every migration', async () => {
  expect(await db.health()).toEqual({ database: true, migrations: true })
})

test('a transaction of the installation itself runs as the system role', async () => {
  const rows = await db.asActor(systemActor, (tx) => tx.execute(sql`select current_user::text as role`))
  expect(rows).toMatchObject([{ role: 'daylight_system' }])
})
