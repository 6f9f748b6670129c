import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { v7 } from 'uuid'
import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../server/domain/access.ts'
import type { Break, Head } from '../../server/domain/audit/chain.ts'
import { recordAudit } from '../../server/services/audit.ts'
import { exportHead, sealAudit, verifyAudit } from '../../server/services/audit-chain.ts'
import { asOwner } from '../support/as-owner.ts'
import { testMoment as now } from '../support/call-as.ts'
import { freshDatabase } from '../support/database.ts'
import { addPerson } from '../support/people.ts'

const db = await freshDatabase()
const keys = join(db.dataDir, 'keys')
const links = 12
let analyst: Actor
let head: Head

beforeAll(async () => {
  analyst = await addPerson(db, 'administration', 'ministry-analyst')
  for (let round = 0; round < 4; round++) {
    for (let step = 0; step < 3; step++) {
      const deed = { by: analyst, action: `facility.step-${step}`, subject: { row: v7() }, at: now, requestId: 'r' }
      await db.asActor(analyst, (tx) => recordAudit(tx, { ...deed, reason: 'because' }))
    }
    await sealAudit(db, keys, now)
  }
  head = await exportHead(db, keys, 'administration', now)
  await asOwner(db, async (tx) => {
    await tx.execute(sql`create table kept_entries as table audit_entries`)
    await tx.execute(sql`create table kept_seals as table audit_seals`)
  })
})

const ofChain = () => sql`chain_id = ${analyst.bodyId}`
const entryAt = (sequence: number) =>
  sql`id = (select entry_id from audit_seals where ${ofChain()} and sequence = ${sequence})`

/** Columns of an entry, each with a value that it does not hold. */
const edits = {
  body_id: 'null',
  at: `at + interval '1 millisecond'`,
  person_id: `person_id || 'x'`,
  role: `'inspector'`,
  assignment_id: 'null',
  place_kind: `'region'`,
  place_id: `'01890a5d-ac96-774b-bcce-b302099a8057'`,
  action: `action || 'x'`,
  outcome: `'refused'`,
  subject: `subject || ' '`,
  reason: 'null',
  request_id: `''`,
}

const place = fc.integer({ min: 1, max: links })
/** What whoever runs the machine may do to a chain, anywhere in it. */
const tampering = fc.oneof(
  fc.record({ how: fc.constant('edit' as const), at: place, column: fc.constantFrom(...Object.keys(edits)) }),
  fc.record({ how: fc.constant('delete' as const), at: place }),
  fc.record({ how: fc.constant('unlink' as const), at: place }),
  fc.record({ how: fc.constant('insert' as const), at: place }),
  fc.record({ how: fc.constant('swap' as const), at: fc.integer({ min: 1, max: links - 1 }) }),
  fc.record({ how: fc.constant('truncate' as const), at: place }),
)
type Tampering = typeof tampering extends fc.Arbitrary<infer One> ? One : never

function statements(done: Tampering) {
  const { at } = done
  switch (done.how) {
    case 'edit': {
      const { column } = done as { column: keyof typeof edits }
      return [sql`update audit_entries set ${sql.identifier(column)} = ${sql.raw(edits[column])} where ${entryAt(at)}`]
    }
    case 'delete':
      return [sql`delete from audit_entries where ${entryAt(at)}`]
    case 'unlink':
      return [sql`delete from audit_seals where ${ofChain()} and sequence = ${at}`]
    case 'insert':
      return [
        sql`insert into audit_entries (id, body_id, at, person_id, role, action, outcome, subject)
          values (${v7()}, ${analyst.bodyId}, now(), 'x', 'inspector', 'x', 'done', '{}')`,
      ]
    case 'swap':
      return [
        sql`delete from audit_seals where ${ofChain()} and sequence in (${at}, ${at + 1})`,
        sql`insert into audit_seals select k.chain_id, k.sequence, o.entry_id, k.previous_hash, k.hash, k.sealed_at, k.key_id, k.signature
          from kept_seals k join kept_seals o on o.chain_id = k.chain_id and o.sequence = ${2 * at + 1} - k.sequence
          where k.chain_id = ${analyst.bodyId} and k.sequence in (${at}, ${at + 1})`,
      ]
    default:
      return [
        sql`delete from audit_entries where id in (select entry_id from audit_seals where ${ofChain()} and sequence >= ${at})`,
        sql`delete from audit_seals where ${ofChain()} and sequence >= ${at}`,
      ]
  }
}

/** The link that is to be named, and what is wrong there. */
function expected({ how, at }: Tampering): { sequence: number; reasons: Break[] } {
  const isLast = at === links
  if (how === 'edit' || how === 'swap') return { sequence: at, reasons: ['altered'] }
  if (how === 'delete') return { sequence: at, reasons: ['entry-missing'] }
  if (how === 'insert') return { sequence: links + 1, reasons: ['never-sealed'] }
  if (how === 'unlink' && !isLast) return { sequence: at, reasons: ['link-missing'] }
  return { sequence: at, reasons: ['tail-unsigned', 'cut'] }
}

async function verdict() {
  const [found] = await verifyAudit(db, keys, { head })
  return found!
}

test('every tampering, wherever it is done, is found, and the first broken link is named', async () => {
  expect(await verdict()).toEqual({ body: 'administration', links })
  const property = fc.asyncProperty(tampering, async (done) => {
    await asOwner(db, async (tx) => {
      for (const statement of statements(done)) await tx.execute(statement)
    })
    const { broken } = await verdict()
    await asOwner(db, async (tx) => {
      for (const table of ['entries', 'seals']) {
        await tx.execute(sql`delete from ${sql.identifier(`audit_${table}`)}`)
        await tx.execute(
          sql`insert into ${sql.identifier(`audit_${table}`)} select * from ${sql.identifier(`kept_${table}`)}`,
        )
      }
    })
    const { sequence, reasons } = expected(done)
    expect(broken).toMatchObject({ sequence })
    expect(reasons).toContain(broken?.reason)
  })
  await fc.assert(property, { numRuns: 80 })
  expect(await verdict()).toEqual({ body: 'administration', links })
})
