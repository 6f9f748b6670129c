import { chmodSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type SQL, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '../../server/domain/access.ts'
import { recordAudit } from '../../server/services/audit.ts'
import { exportHead, rotateAuditKey, sealAudit, verifyAudit } from '../../server/services/audit-chain.ts'
import { testMoment as now } from '../support/call-as.ts'
import { freshDatabase } from '../support/database.ts'
import { addPerson } from '../support/people.ts'

const db = await freshDatabase()
const keys = join(db.dataDir, 'keys')
const owner = db.adminUrl ? postgres(db.adminUrl, { max: 1, onnotice: () => {} }) : undefined
let analyst: Actor
let inspector: Actor

/** What whoever runs the machine can do: past every wall and what mends it. */
async function asOperator<T>(tamper: SQL[], look: () => Promise<T>, mend: SQL[]): Promise<T> {
  await runAsOwner(tamper)
  try {
    return await look()
  } finally {
    await runAsOwner(mend)
  }
}

async function runAsOwner(statements: SQL[]): Promise<void> {
  if (owner) {
    for (const statement of statements) await drizzle(owner).execute(statement)
    return
  }
  await db.asSystem(async (tx) => {
    await tx.execute(sql`set local role none`)
    for (const statement of statements) await tx.execute(statement)
  })
}

const keep = [sql`create table kept_entries as table audit_entries`, sql`create table kept_seals as table audit_seals`]
const mend = [
  sql`delete from audit_entries`,
  sql`insert into audit_entries select * from kept_entries`,
  sql`delete from audit_seals`,
  sql`insert into audit_seals select * from kept_seals`,
  sql`delete from audit_queue`,
]

const tell = (by: Actor, action: string) =>
  db.asActor(by, (tx) => recordAudit(tx, { by, action, subject: { row: v7() }, at: now, requestId: 'r' }))

async function verdictOf(body: string, head?: Awaited<ReturnType<typeof exportHead>>) {
  const [verdict] = await verifyAudit(db, keys, { body, ...(head && { head }) })
  return verdict!
}

beforeAll(async () => {
  analyst = await addPerson(db, 'administration', 'ministry-analyst')
  inspector = await addPerson(db, 'inspectorate', 'inspector')
  for (let round = 0; round < 3; round++) {
    for (const action of ['facility.list', 'facility.get', 'person.list']) await tell(analyst, action)
    await tell(inspector, 'audit.list')
    await sealAudit(db, keys, now)
  }
  await runAsOwner(keep)
})
afterAll(() => owner?.end())

test('each body has a chain of its own, and every chain holds', async () => {
  expect(await verifyAudit(db, keys, {})).toEqual([
    { body: 'installation', links: 0 },
    { body: 'administration', links: 9 },
    { body: 'inspectorate', links: 3 },
    { body: 'npm', links: 0 },
  ])
})

test('keys are readable by their owner alone, and one that others may read is refused', async () => {
  const file = join(keys, 'audit-administration.pem')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  chmodSync(file, 0o644)
  await expect(verdictOf('administration')).rejects.toMatchObject({ messageId: 'key.open' })
  chmodSync(file, 0o600)
})

const chain = () => sql`chain_id = ${analyst.bodyId}`
const entryAt = (sequence: number) =>
  sql`id = (select entry_id from audit_seals where ${chain()} and sequence = ${sequence})`

describe('what the operator of the machine tampers with is found', () => {
  const tamperings: [string, () => SQL[], { sequence: number; reason: string }][] = [
    [
      'an edited entry',
      () => [sql`update audit_entries set action = 'x' where ${entryAt(4)}`],
      { sequence: 4, reason: 'altered' },
    ],
    [
      'a moment altered by a millisecond',
      () => [sql`update audit_entries set at = at + interval '1 millisecond' where ${entryAt(2)}`],
      { sequence: 2, reason: 'altered' },
    ],
    [
      'a deleted entry',
      () => [sql`delete from audit_entries where ${entryAt(5)}`],
      { sequence: 5, reason: 'entry-missing' },
    ],
    [
      'a deleted link',
      () => [sql`delete from audit_seals where ${chain()} and sequence = 3`],
      { sequence: 3, reason: 'link-missing' },
    ],
    [
      'two entries that changed places',
      () => [
        sql`create temporary table swap as select sequence, entry_id from audit_seals where ${chain()} and sequence in (4, 5)`,
        sql`delete from audit_seals where ${chain()} and sequence in (4, 5)`,
        sql`insert into audit_seals select k.chain_id, k.sequence, s.entry_id, k.previous_hash, k.hash, k.sealed_at, k.key_id, k.signature
          from kept_seals k join swap s on s.sequence = 9 - k.sequence where ${chain()} and k.sequence in (4, 5)`,
        sql`drop table swap`,
      ],
      { sequence: 4, reason: 'altered' },
    ],
    [
      'an entry put in beside the chain',
      () => [
        sql`insert into audit_entries (id, body_id, at, person_id, role, action, outcome, subject)
          values (${v7()}, ${analyst.bodyId}, now(), 'x', 'inspector', 'x', 'done', '{}')`,
      ],
      { sequence: 10, reason: 'never-sealed' },
    ],
    [
      'an end cut off inside a round',
      () => [sql`delete from audit_seals where ${chain()} and sequence > 7`],
      { sequence: 8, reason: 'tail-unsigned' },
    ],
    [
      'a link with a hash of the operator’s own',
      () => [sql`update audit_seals set hash = repeat('a', 64) where ${chain()} and sequence = 9`],
      { sequence: 9, reason: 'altered' },
    ],
    [
      'a signature taken away',
      () => [sql`update audit_seals set signature = null where ${chain()} and sequence = 6`],
      { sequence: 6, reason: 'signature' },
    ],
  ]
  test.each(tamperings)('%s', async (_name, tamper, expected) => {
    const verdict = await asOperator(tamper(), () => verdictOf('administration'), mend)
    expect(verdict.broken).toMatchObject(expected)
    expect((await verdictOf('administration')).broken).toBeUndefined()
  })

  test('an end cut off at the end of a round, against the exported head', async () => {
    const head = await exportHead(db, keys, 'administration', now)
    const cut = [
      sql`delete from audit_entries where id in (select entry_id from audit_seals where ${chain()} and sequence > 6)`,
      sql`delete from audit_seals where ${chain()} and sequence > 6`,
    ]
    const [without, against] = await asOperator(
      cut,
      async () => [await verdictOf('administration'), await verdictOf('administration', head)] as const,
      mend,
    )
    // Nothing inside the database can tell: that is what the exported head is for.
    expect(without.broken).toBeUndefined()
    expect(against.broken).toMatchObject({ sequence: 7, reason: 'cut' })
  })

  test('a head that was altered is refused', async () => {
    const head = await exportHead(db, keys, 'administration', now)
    await expect(verdictOf('administration', { ...head, sequence: 1 })).rejects.toMatchObject({
      messageId: 'audit.head-forged',
    })
  })
})

test('processes that seal at the same time take turns, and each entry is sealed once', async () => {
  const before = (await verdictOf('administration')).links
  await Promise.all(
    Array.from({ length: 20 }, async (_, step) => {
      await tell(analyst, `step-${step}`)
      await sealAudit(db, keys, now)
    }),
  )
  await sealAudit(db, keys, now)
  expect(await verdictOf('administration')).toEqual({ body: 'administration', links: before + 20 })
})

test('a new key signs from now on, the old one still proves what it signed, and the change is in the chain', async () => {
  const head = await exportHead(db, keys, 'inspectorate', now)
  const keyId = await rotateAuditKey(db, keys, 'inspectorate', now)
  expect(keyId).not.toBe(head.keyId)
  await tell(inspector, 'after')
  expect((await exportHead(db, keys, 'inspectorate', now)).keyId).toBe(keyId)
  expect(await verdictOf('inspectorate', head)).toEqual({ body: 'inspectorate', links: head.sequence + 2 })
  expect(
    readdirSync(keys).filter((name) => name.startsWith('audit-inspectorate.') && name.includes('public')),
  ).toHaveLength(2)
})

test('a chain that is no body’s is not there', async () => {
  await expect(verifyAudit(db, keys, { body: 'nobody' })).rejects.toMatchObject({ messageId: 'body.none' })
})
