import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { beforeAll, describe, expect, test } from 'vitest'
import { listPeople, loadActor } from '../../db/queries/people.ts'
import type { Actor, Place, Role } from '../../server/domain/access.ts'
import { recordAudit } from '../../server/services/audit.ts'
import { endAssignment, grantAssignment } from '../../server/services/people.ts'
import { testMoment as now } from '../support/call-as.ts'
import { freshDatabase } from '../support/database.ts'
import { addPerson } from '../support/people.ts'

const db = await freshDatabase()
const country: Place = { kind: 'country', id: null }
const [north, northEast, mine, other] = [v7(), v7(), v7(), v7()]
let administrator: Actor
let analyst: Actor
let inspector: Actor
let inspectorateAdministrator: Actor

beforeAll(async () => {
  administrator = await addPerson(db, 'administration', 'administration-administrator')
  analyst = await addPerson(db, 'administration', 'ministry-analyst')
  inspector = await addPerson(db, 'inspectorate', 'inspector')
  inspectorateAdministrator = await addPerson(db, 'inspectorate', 'inspectorate-administrator')
  await db.asSystem(async (tx) => {
    const at = now.toISOString()
    for (const [id, key, parent] of [
      [north, 'north', null],
      [northEast, 'north-east', north],
    ] as const) {
      await tx.execute(sql`insert into regions (id, key, created_at) values (${id}, ${key}, ${at})`)
      await tx.execute(sql`insert into region_versions (id, region_id, parent_id, name, valid_from)
        values (${v7()}, ${id}, ${parent}, ${key}, '2020-01-01')`)
    }
    for (const [id, key, region] of [
      [mine, 'mine', northEast],
      [other, 'other', null],
    ] as const) {
      await tx.execute(sql`insert into facilities (id, key, created_at) values (${id}, ${key}, ${at})`)
      await tx.execute(sql`insert into facility_versions (id, facility_id, name, region_id, timezone, valid_from, recorded_at)
        values (${v7()}, ${id}, ${key}, ${region}, 'UTC', '2020-01-01', ${at})`)
    }
  })
})

const occasion = (actor: Actor) => ({ actor, now, requestId: 'r-1' })
const grant = (by: Actor, person: Actor, role: Role, place = country) =>
  db.asActor(by, (tx) => grantAssignment(tx, occasion(by), { personId: person.userId, role, place }))
const actorNow = (person: Actor, assignmentId?: string) =>
  db.asSystem((tx) => loadActor(tx, person.userId, assignmentId, now))

describe('a person is resolved to an actor', () => {
  test('a country-wide place opens every facility', async () => {
    expect(await actorNow(analyst)).toMatchObject({ role: 'ministry-analyst', facilities: 'all' })
  })

  test('a region opens the facilities in it and below it, as the tree is today', async () => {
    const placed = await addPerson(db, 'administration', 'ministry-analyst', { kind: 'region', id: north })
    expect(placed.facilities).toEqual([mine])
    expect([...placed.regions!].sort()).toEqual([north, northEast].sort())
  })

  test('a facility opens itself', async () => {
    const director = await addPerson(db, 'administration', 'facility-director', { kind: 'facility', id: other })
    expect(director.facilities).toEqual([other])
  })

  test('nobody, and another person’s assignment, open nothing', async () => {
    expect(await db.asSystem((tx) => loadActor(tx, v7(), undefined, now))).toBeUndefined()
    expect(await actorNow(analyst, inspector.assignment!.id)).toBeUndefined()
  })
})

describe('roles are given and taken', () => {
  test('a second role can be acted in at once, and no longer once it is ended', async () => {
    const id = await grant(administrator, analyst, 'facility-director', { kind: 'facility', id: mine })
    expect(await actorNow(analyst, id)).toMatchObject({ role: 'facility-director', facilities: [mine] })
    await db.asActor(administrator, (tx) => endAssignment(tx, occasion(administrator), id))
    expect(await actorNow(analyst, id)).toBeUndefined()
    expect(await actorNow(analyst)).toMatchObject({ role: 'ministry-analyst' })
  })

  const refused: [string, () => Promise<unknown>, string][] = [
    ['a person of another body', () => grant(administrator, inspector, 'ministry-analyst'), 'person.none'],
    ['a role of another body', () => grant(administrator, analyst, 'inspector'), 'assignment.other-body'],
    ['a role to oneself', () => grant(administrator, administrator, 'ministry-analyst'), 'assignment.self'],
    ['a role at a place of another kind', () => grant(administrator, analyst, 'facility-director'), 'assignment.place'],
    [
      'a place that is not there',
      () => grant(administrator, analyst, 'facility-director', { kind: 'facility', id: v7() }),
      'assignment.place',
    ],
    ['a role twice', () => grant(administrator, analyst, 'ministry-analyst'), 'assignment.running'],
    [
      'a role by somebody without the right',
      () => grant(analyst, administrator, 'ministry-analyst'),
      'error.not-permitted',
    ],
    ['the system’s role', () => grant(administrator, analyst, 'system'), 'assignment.other-body'],
  ]
  test.each(refused)('%s is refused', async (_name, attempt, messageId) => {
    await expect(attempt()).rejects.toMatchObject({ messageId })
  })

  test('the last administrator stays', async () => {
    const end = db.asActor(administrator, (tx) =>
      endAssignment(tx, occasion(administrator), administrator.assignment!.id),
    )
    await expect(end).rejects.toMatchObject({ messageId: 'assignment.last-administrator' })
  })

  test('one of two administrators may go, and never both at the same time', async () => {
    const second = await addPerson(db, 'npm', 'npm-administrator')
    const third = await addPerson(db, 'npm', 'npm-administrator')
    const ends = await Promise.allSettled([
      db.asActor(second, (tx) => endAssignment(tx, occasion(second), third.assignment!.id)),
      db.asActor(third, (tx) => endAssignment(tx, occasion(third), second.assignment!.id)),
    ])
    expect(ends.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
  })

  test('nobody is administrator and auditor at once', async () => {
    const auditor = await addPerson(db, 'administration', 'administration-auditor')
    await expect(grant(administrator, auditor, 'administration-administrator')).rejects.toMatchObject({
      messageId: 'assignment.both-duties',
    })
  })

  test('an assignment of another body does not exist', async () => {
    const end = db.asActor(administrator, (tx) => endAssignment(tx, occasion(administrator), inspector.assignment!.id))
    await expect(end).rejects.toMatchObject({ messageId: 'assignment.none' })
  })
})

describe('the database alone keeps the bodies apart', () => {
  const peopleSeen = (actor: Actor, bodyId: string) => db.asActor(actor, (tx) => listPeople(tx, bodyId))

  test('an administrator sees the people of the own body and of no other', async () => {
    expect((await peopleSeen(administrator, administrator.bodyId!)).length).toBeGreaterThan(1)
    expect(await peopleSeen(administrator, inspector.bodyId!)).toEqual([])
    expect(await peopleSeen(inspectorateAdministrator, administrator.bodyId!)).toEqual([])
  })

  test('anybody else sees themselves', async () => {
    const seen = await peopleSeen(analyst, analyst.bodyId!)
    expect(new Set(seen.map((one) => one.person.id))).toEqual(new Set([analyst.userId]))
  })

  test.each([
    [
      'a person of another body',
      sql`insert into people (id, body_id, added_at) select 'x', id, now() from bodies where kind = 'npm'`,
    ],
    ['the deletion of a person', sql`delete from people`],
    ['the deletion of an assignment', sql`delete from assignments`],
    ['a change of a role', sql`update assignments set role = 'npm-member'`],
    ['a change of a person’s body', sql`update people set body_id = (select id from bodies where kind = 'npm')`],
    ['a change of an audit entry', sql`update audit_entries set reason = 'none'`],
    ['the deletion of an audit entry', sql`delete from audit_entries`],
  ])('%s is refused', async (_name, statement) => {
    await expect(db.asActor(administrator, (tx) => tx.execute(statement))).rejects.toThrow()
  })

  test('even the system rewrites neither a role nor the audit', async () => {
    for (const statement of [
      sql`update audit_entries set reason = ''`,
      sql`delete from audit_entries`,
      sql`update assignments set role = ''`,
    ]) {
      await expect(db.asSystem((tx) => tx.execute(statement))).rejects.toThrow()
    }
  })
})

describe('the audit', () => {
  const actions = (actor: Actor) =>
    db.asActor(actor, async (tx) => {
      const rows = await tx.execute<{ action: string }>(sql`select action from audit_entries`)
      return rows.map((row) => row.action)
    })

  test('holds every grant and every end, for the body’s auditor and for no other body’s', async () => {
    const auditor = await addPerson(db, 'administration', 'administration-auditor')
    expect(await actions(auditor)).toContain('assignment.grant')
    expect(await actions(auditor)).toContain('assignment.end')
    const foreign = await addPerson(db, 'inspectorate', 'inspectorate-auditor')
    expect(await actions(foreign)).not.toContain('assignment.grant')
  })

  test('shows each person their own deeds and not those of others', async () => {
    expect(await actions(administrator)).toContain('assignment.grant')
    expect(await actions(analyst)).toEqual([])
  })

  test('takes no entry in another’s name', async () => {
    const forged = db.asActor(analyst, (tx) =>
      recordAudit(tx, { by: inspector, action: 'audit.list', at: now, requestId: null }),
    )
    await expect(forged).rejects.toThrow()
  })

  test('forgets a deed that was undone', async () => {
    const undone = db.asActor(analyst, async (tx) => {
      await recordAudit(tx, { by: analyst, action: 'session.begin', at: now, requestId: null })
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    expect(await actions(analyst)).toEqual([])
  })
})
