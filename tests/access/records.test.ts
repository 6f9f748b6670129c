import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { beforeAll, describe, expect, test } from 'vitest'
import { isOpenRecord, storedRecords, tableOfRecord } from '../../db/schema/records.ts'
import { type Actor, systemActor } from '../../server/domain/access.ts'
import { freshDatabase } from '../support/database.ts'

const db = await freshDatabase()
const [mine, other, importId] = [v7(), v7(), v7()]

const everywhere: Actor = { userId: 'x', role: 'ministry-analyst', bodyId: null, facilities: 'all' }
const placed: Actor = { userId: 'x', role: 'ministry-analyst', bodyId: null, facilities: [mine] }
const nowhere: Actor = { userId: 'x', role: 'ministry-analyst', bodyId: null, facilities: [] }

const ofPlaces = storedRecords.filter(({ level }) => level !== 'system')
const named = (entries: typeof storedRecords) => entries.map((entry) => [tableOfRecord(entry.id)] as const)
const open = named(ofPlaces.filter(isOpenRecord))
const closed = named(ofPlaces.filter((entry) => !isOpenRecord(entry)))

beforeAll(async () => {
  await db.asSystem(async (tx) => {
    for (const [table] of named(ofPlaces)) {
      for (const facility of [mine, other]) {
        await tx.execute(sql`insert into ${sql.identifier(table)} (facility_id, id, record_id, import_id, line)
          values (${facility}, ${v7()}, ${v7()}, ${importId}, 2)`)
      }
    }
  })
})

function placesSeen(actor: Actor, table: string): Promise<string[]> {
  return db.asActor(actor, async (tx) => {
    const rows = await tx.execute<{ id: string }>(sql`select facility_id::text as id from ${sql.identifier(table)}`)
    return rows.map((row) => row.id).sort()
  })
}

test('every record type that is kept in records has its table', async () => {
  const tables = await db.asSystem((tx) =>
    tx.execute<{ name: string }>(sql`select tablename::text as name from pg_tables where tablename like '%\\_records'`),
  )
  expect(tables.map(({ name }) => name).sort()).toEqual(storedRecords.map(({ id }) => tableOfRecord(id)).sort())
})

describe.each(open)('rows of %s', (table) => {
  test('are seen where the place holds their facility', async () => {
    expect(await placesSeen(everywhere, table)).toEqual([mine, other].sort())
    expect(await placesSeen(placed, table)).toEqual([mine])
    expect(await placesSeen(nowhere, table)).toEqual([])
  })
})

describe.each(closed)('rows of %s', (table) => {
  test('are read by the system alone', async () => {
    for (const actor of [everywhere, placed, nowhere]) await expect(placesSeen(actor, table)).rejects.toThrow()
    expect(await placesSeen(systemActor, table)).toEqual([mine, other].sort())
  })
})

describe.each(named(storedRecords))('rows of %s', (table) => {
  test('are ended and never rewritten or removed, even by the system role', async () => {
    const as = (statement: ReturnType<typeof sql>) => db.asSystem((tx) => tx.execute(statement))
    await expect(as(sql`delete from ${sql.identifier(table)}`)).rejects.toThrow()
    await expect(as(sql`update ${sql.identifier(table)} set line = 3`)).rejects.toThrow()
    await as(sql`update ${sql.identifier(table)} set superseded_at = now()`)
  })

  test('are changed by no visitor', async () => {
    const end = sql`update ${sql.identifier(table)} set superseded_at = now()`
    await expect(db.asActor(everywhere, (tx) => tx.execute(end))).rejects.toThrow()
  })
})
