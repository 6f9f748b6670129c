import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { beforeEach, describe, expect, test } from 'vitest'
import { systemActor } from '../../server/domain/access.ts'
import { lockMonth } from '../../server/services/months.ts'
import { analyst } from '../support/call-as.ts'
import { freshDatabase } from '../support/database.ts'

const db = await freshDatabase()
const now = new Date('2026-01-15T09:00:00Z')
let facilityId: string

beforeEach(async () => {
  facilityId = v7()
  await db.asSystem((tx) =>
    tx.execute(
      sql`insert into facilities (id, key, created_at) values (${facilityId}, ${facilityId}, ${now.toISOString()})`,
    ),
  )
})

function lock() {
  return db.asActor(systemActor, (tx) => lockMonth(tx, systemActor, { facilityId, month: '2025-12' }, now))
}

describe('locking a month', () => {
  test('writes down who took the step and when', async () => {
    expect(await lock()).toBe('locked')
    const events = await db.asSystem((tx) =>
      tx.execute(sql`select "from", "to", by from return_month_events where facility_id = ${facilityId}`),
    )
    expect([...events]).toEqual([{ from: 'open', to: 'locked', by: 'system' }])
  })

  test('a second time is refused and leaves one event', async () => {
    await lock()
    await expect(lock()).rejects.toMatchObject({ code: 'NOT_POSSIBLE_NOW' })
    const events = await db.asSystem((tx) =>
      tx.execute(sql`select 1 from return_month_events where facility_id = ${facilityId}`),
    )
    expect(events).toHaveLength(1)
  })

  test('two at once: one locks, the other is refused', async () => {
    const both = await Promise.allSettled([lock(), lock()])
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('is not for a reader', async () => {
    await expect(
      db.asActor(analyst, (tx) => lockMonth(tx, analyst, { facilityId, month: '2025-12' }, now)),
    ).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
  })
})
