import { join } from 'node:path'
import { type SQL, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '../../server/domain/access.ts'
import type { Head } from '../../server/domain/audit/chain.ts'
import { recordAudit } from '../../server/services/audit.ts'
import { exportHead, rotateAuditKey, sealAudit, verifyAudit } from '../../server/services/audit-chain.ts'
import { countDroppable, dropAudit } from '../../server/services/audit-drop.ts'
import { asOwner } from '../support/as-owner.ts'
import { freshDatabase } from '../support/database.ts'
import { addPerson } from '../support/people.ts'

const db = await freshDatabase()
const keys = join(db.dataDir, 'keys')
const year = (number: number) => new Date(`${number}-01-01T00:00:00Z`)
const now = year(2024)
const body = 'administration'
let analyst: Actor
let first: Head
let middle: Head

/** A round of three entries, sealed at a moment. */
async function round(at: Date) {
  for (let step = 0; step < 3; step++) {
    const deed = { by: analyst, action: `facility.step-${step}`, subject: { row: v7() }, at, requestId: 'r' }
    await db.asActor(analyst, (tx) => recordAudit(tx, deed))
  }
  await sealAudit(db, keys, at)
}

const verdict = async (head?: Head) => (await verifyAudit(db, keys, { body, ...(head && { head }) }))[0]!
const drop = (before: Date) => dropAudit(db, keys, { body, before, now })
const ofChain = () => sql`chain_id = ${analyst.bodyId}`
const count = async (table: string, where: SQL) => {
  const [row] = await db.asSystem((tx) =>
    tx.execute<{ count: number }>(sql`select count(*)::int as count from ${sql.identifier(table)} where ${where}`),
  )
  return row!.count
}

beforeAll(async () => {
  analyst = await addPerson(db, body, 'ministry-analyst')
  for (const at of [2018, 2019]) await round(year(at))
  first = await exportHead(db, keys, body, year(2019))
  await rotateAuditKey(db, keys, body, year(2019))
  for (const at of [2020, 2021]) await round(year(at))
  middle = await exportHead(db, keys, body, year(2021))
  await round(year(2023))
})

test('what is younger than the least term is not dropped, whatever day is named', async () => {
  await expect(drop(year(2023))).rejects.toMatchObject({ messageId: 'audit.drop-young', values: { months: 24 } })
  await expect(dropAudit(db, keys, { body: 'x', before: year(2019), now })).rejects.toMatchObject({
    messageId: 'body.none',
  })
})

test('nothing of a chain that does not hold is dropped: it would be what shows it', async () => {
  await asOwner(db, (tx) =>
    tx.execute(
      sql`update audit_entries set action = 'y' || action where body_id = ${analyst.bodyId} and at < '2019-06-01'`,
    ),
  )
  await expect(drop(year(2020))).rejects.toMatchObject({ messageId: 'audit.drop-broken' })
  await asOwner(db, (tx) =>
    tx.execute(
      sql`update audit_entries set action = substr(action, 2) where body_id = ${analyst.bodyId} and at < '2019-06-01'`,
    ),
  )
})

test('whole rounds go, a signed hash stays, the rest holds, and it is said from where on', async () => {
  expect(await countDroppable(db, keys, { body, before: year(2020), now })).toBe(7)
  // Three links each in 2018 and 2019, and the change of the key.
  expect(await drop(year(2020))).toBe(7)
  expect(await drop(year(2020))).toBe(0)
  expect(await count('audit_entries', sql`body_id = ${analyst.bodyId} and at < '2020-01-01'`)).toBe(0)
  expect(await count('audit_seals', sql`${ofChain()} and sequence <= 7`)).toBe(0)
  await sealAudit(db, keys, now)
  expect(await verdict()).toEqual({ body, links: 17, begins: 8 })
  const [entry] = await db.asSystem(async (tx) => [
    ...(await tx.execute<{ subject: string }>(sql`select subject from audit_entries where action = 'audit.drop'`)),
  ])
  expect(JSON.parse(entry!.subject)).toMatchObject({ fromSequence: 1, toSequence: 7 })
})

test('a head from before lies in what was dropped and says so; a later one still finds a chain written anew', async () => {
  expect(await verdict(first)).toMatchObject({ isHeadDropped: true, begins: 8 })
  expect(await verdict(middle)).toEqual({ body, links: 17, begins: 8 })
})

test('a second stretch goes on from the first', async () => {
  expect(await drop(year(2021))).toBe(3)
  expect(await verdict()).toEqual({ body, links: 17, begins: 11 })
})

describe('whoever runs the machine', () => {
  /** Each forgery, and the link at which it is found with the reason. */
  const forgeries: [string, () => SQL, number, string][] = [
    [
      'another hash',
      () => sql`update audit_drops set hash = repeat('0', 64) where ${ofChain()} and from_sequence = 8`,
      8,
      'dropped-forged',
    ],
    [
      'another hash of the first',
      () => sql`update audit_drops set hash = repeat('0', 64) where ${ofChain()} and from_sequence = 1`,
      1,
      'dropped-forged',
    ],
    [
      'a longer stretch',
      () => sql`update audit_drops set to_sequence = 12 where ${ofChain()} and from_sequence = 8`,
      8,
      'dropped-forged',
    ],
    [
      'another beginning',
      () => sql`update audit_drops set from_sequence = 7 where ${ofChain()} and from_sequence = 8`,
      8,
      'dropped-forged',
    ],
    [
      'another hash before',
      () => sql`update audit_drops set previous_hash = repeat('0', 64) where ${ofChain()} and from_sequence = 8`,
      8,
      'dropped-forged',
    ],
    [
      'another day',
      () =>
        sql`update audit_drops set dropped_at = dropped_at + interval '1 day' where ${ofChain()} and from_sequence = 8`,
      8,
      'dropped-forged',
    ],
    [
      'another key',
      () => sql`update audit_drops set key_id = '0123456789abcdef' where ${ofChain()} and from_sequence = 8`,
      8,
      'dropped-forged',
    ],
    [
      'another signature',
      () => sql`update audit_drops set signature = 'AAAA' where ${ofChain()} and from_sequence = 8`,
      8,
      'dropped-forged',
    ],
    [
      'no first stretch',
      () => sql`delete from audit_drops where ${ofChain()} and from_sequence = 1`,
      1,
      'dropped-forged',
    ],
    [
      'no second stretch',
      () => sql`delete from audit_drops where ${ofChain()} and from_sequence = 8`,
      8,
      'link-missing',
    ],
    ['no stretch at all', () => sql`delete from audit_drops where ${ofChain()}`, 1, 'link-missing'],
    [
      'a stretch that nobody signed',
      () =>
        sql`insert into audit_drops select chain_id, 11, 13, d.hash, repeat('0', 64), dropped_at, key_id, signature from audit_drops d where ${ofChain()} and from_sequence = 8`,
      11,
      'dropped-forged',
    ],
    [
      'the next link taken out',
      () => sql`delete from audit_seals where ${ofChain()} and sequence = 11`,
      11,
      'link-missing',
    ],
    [
      'the next entry changed',
      () =>
        sql`update audit_entries set role = 'inspector' where id = (select entry_id from audit_seals where ${ofChain()} and sequence = 11)`,
      11,
      'altered',
    ],
  ]

  beforeAll(async () => {
    await asOwner(db, async (tx) => {
      for (const table of ['audit_drops', 'audit_seals', 'audit_entries'])
        await tx.execute(sql`create table ${sql.identifier(`kept_${table}`)} as table ${sql.identifier(table)}`)
    })
  })

  test.each(forgeries)('is found with %s', async (_name, forge, sequence, reason) => {
    await asOwner(db, (tx) => tx.execute(forge()))
    const { broken } = await verdict()
    await asOwner(db, async (tx) => {
      for (const table of ['audit_drops', 'audit_seals', 'audit_entries']) {
        await tx.execute(sql`delete from ${sql.identifier(table)}`)
        await tx.execute(sql`insert into ${sql.identifier(table)} select * from ${sql.identifier(`kept_${table}`)}`)
      }
    })
    expect(broken).toMatchObject({ sequence, reason })
    expect(await verdict()).toEqual({ body, links: 17, begins: 11 })
  })
})

test('the application takes nothing away that no stretch covers, and nothing within the term', async () => {
  const as = (role: string, work: SQL) =>
    db.asSystem(async (tx) => {
      await tx.execute(sql`select set_config('role', ${role}, true)`)
      return (await tx.execute(work)).count
    })
  for (const role of ['daylight_system', 'daylight_actor', 'daylight_sign_in'])
    for (const table of ['audit_entries', 'audit_seals', 'audit_drops'])
      await expect(as(role, sql`delete from ${sql.identifier(table)}`)).rejects.toThrow()
  expect(await as('daylight_retention', sql`delete from audit_seals`)).toBe(0)
  expect(await as('daylight_retention', sql`delete from audit_entries`)).toBe(0)
  // Even where the application says that all was dropped, what was sealed lately stays.
  await db.asSystem(async (tx) => {
    await tx.execute(sql`insert into audit_drops (chain_id, from_sequence, to_sequence, previous_hash, hash, dropped_at, key_id, signature)
      values ('00000000-0000-0000-0000-000000000000', 1, 999, 'x', 'x', now(), 'x', 'x')`)
    await recordAudit(tx, { by: { ...analyst, bodyId: null }, action: 'x', at: new Date(), requestId: null })
  })
  await sealAudit(db, keys, new Date())
  expect(await as('daylight_retention', sql`delete from audit_seals`)).toBe(0)
})
