import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { beforeAll, describe, expect, test } from 'vitest'
import { loadActor } from '../../db/queries/people.ts'
import { type Actor, type BodyKind, bodyKinds, type Role } from '../../server/domain/access.ts'
import { sealAudit } from '../../server/services/audit-chain.ts'
import { checkWantedAudits } from '../../server/services/audit-checks.ts'
import { callAs, testMoment as now } from '../support/call-as.ts'
import { freshDatabase } from '../support/database.ts'
import { addAccount, addPerson } from '../support/people.ts'

const db = await freshDatabase()
const members: Record<BodyKind, Role> = {
  administration: 'ministry-analyst',
  inspectorate: 'inspector',
  npm: 'npm-member',
}

/** One body with those who look after it, and somebody with an open session. */
interface Staffed {
  administrator: Actor
  auditor: Actor
  member: Actor
  session: string
}
const bodies = {} as Record<BodyKind, Staffed>
let director: Actor

beforeAll(async () => {
  for (const kind of bodyKinds) {
    const administrator = await addPerson(db, kind, `${kind}-administrator` as Role)
    const auditor = await addPerson(db, kind, `${kind}-auditor` as Role)
    const member = await addPerson(db, kind, members[kind])
    await addAccount(db, administrator.userId, `Administrator of ${kind}`)
    bodies[kind] = { administrator, auditor, member, session: await addAccount(db, member.userId, `Member of ${kind}`) }
  }
  const facility = v7()
  await db.asSystem(async (tx) => {
    await tx.execute(sql`insert into facilities (id, key, created_at) values (${facility}, 'f', ${now.toISOString()})`)
    await tx.execute(sql`insert into facility_versions (id, facility_id, name, timezone, valid_from, recorded_at)
      values (${v7()}, ${facility}, 'Northgate', 'UTC', '2020-01-01', ${now.toISOString()})`)
  })
  director = await addPerson(db, 'administration', 'facility-director', { kind: 'facility', id: facility })
})

const others = (kind: BodyKind) => bodyKinds.filter((one) => one !== kind)

describe.each(bodyKinds)('the administrator of the %s', (kind) => {
  const own = () => bodies[kind]
  const api = () => callAs(db, own().administrator)

  test('sees the own people by name, with role, place and last visit, and nobody else', async () => {
    const listed = await api().people.list()
    const member = listed.find((one) => one.id === own().member.userId)
    expect(member).toMatchObject({
      name: `Member of ${kind}`,
      hasSecondFactor: false,
      isSecondFactorForced: true,
      running: [{ role: members[kind], placeKind: 'country' }],
    })
    expect(member?.lastSeenAt).toBeInstanceOf(Date)
    const foreign = others(kind).flatMap((one) => Object.values(bodies[one]).map((person) => person.userId ?? person))
    expect(listed.filter((one) => foreign.includes(one.id))).toEqual([])
  })

  test('finds no person, no session and no role of another body', async () => {
    for (const other of others(kind)) {
      const { member, session } = bodies[other]
      const notThere = { code: 'NOT_FOUND' }
      await expect(api().people.get({ person: member.userId })).rejects.toMatchObject(notThere)
      await expect(api().people.end({ person: member.userId })).rejects.toMatchObject(notThere)
      await expect(api().people.endAssignment({ assignment: member.assignment!.id })).rejects.toMatchObject(notThere)
      await expect(api().sessions.end({ session })).rejects.toMatchObject(notThere)
      await expect(api().sessions.endAll({ person: member.userId })).rejects.toMatchObject(notThere)
      const grant = { person: member.userId, role: members[kind], at: { kind: 'country' } } as const
      await expect(api().people.grant(grant)).rejects.toMatchObject(notThere)
    }
    const unknown = { person: v7() }
    await expect(api().people.get(unknown)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(api().people.get({ person: 'x' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })

  test('sees the sessions of the own people only', async () => {
    const listed = await api().sessions.list()
    expect(listed.map((one) => one.id)).toContain(own().session)
    for (const other of others(kind)) expect(listed.map((one) => one.id)).not.toContain(bodies[other].session)
  })

  test('is offered the roles of the own body and no other', async () => {
    const { roles } = await api().people.choices()
    for (const other of others(kind)) expect(roles.map((one) => one.role)).not.toContain(members[other])
    expect(roles.map((one) => one.role)).toContain(members[kind])
  })

  test('reads no audit', async () => {
    await expect(api().audit.list({})).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(api().audit.head()).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe.each(bodyKinds)('the auditor of the %s', (kind) => {
  const api = () => callAs(db, bodies[kind].auditor)

  test('reads what was done in the own body, and reading is itself written down', async () => {
    await callAs(db, bodies[kind].administrator).people.list()
    const listed = await api().audit.list({})
    expect(listed[0]).toMatchObject({ entry: { action: 'people.list' }, name: `Administrator of ${kind}` })
    expect(new Set(listed.map((one) => one.entry.bodyId))).toEqual(new Set([bodies[kind].auditor.bodyId]))
    const [last] = await api().audit.list({ action: 'audit.' })
    expect(last?.entry).toMatchObject({ action: 'audit.list', personId: bodies[kind].auditor.userId })
  })

  test('looks after nobody', async () => {
    await expect(api().people.list()).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(api().sessions.list()).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(api().people.end({ person: bodies[kind].member.userId })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  test('is given a signed head of the own chain, and told whether every link holds', async () => {
    const keys = `${db.dataDir}/keys`
    await sealAudit(db, keys, now)
    await checkWantedAudits(db, keys, now)
    const { head, check } = await api().audit.state()
    expect(check).toMatchObject({ brokenSequence: null, chainId: bodies[kind].auditor.bodyId })
    expect(head?.sequence).toBeGreaterThan(0)
    expect(await api().audit.head()).toMatchObject({ body: kind, chainId: bodies[kind].auditor.bodyId })
    await api().audit.check()
    expect(await checkWantedAudits(db, keys, now)).toBe(1)
    expect(await checkWantedAudits(db, keys, now)).toBe(0)
  })
})

describe('everybody else', () => {
  test('reads their own deeds and no other’s', async () => {
    const { member } = bodies.administration
    await callAs(db, member).audit.ofOneself({})
    const listed = await callAs(db, member).audit.ofOneself({ action: 'audit.ofOneself' })
    expect(listed.map((one) => one.entry.personId)).toEqual([member.userId])
  })

  test.each([
    ['a member', () => bodies.administration.member],
    ['a director', () => director],
  ] as const)('%s looks after nobody and reads no audit', async (_name, who) => {
    const api = callAs(db, who())
    for (const question of [api.people.list, api.sessions.list, api.audit.state, api.security.get]) {
      await expect(question()).rejects.toMatchObject({ code: 'FORBIDDEN' })
    }
  })
})

describe('filters of the audit are values, never statements', () => {
  test.each([`' or 1=1 --`, '%', '_', `'; drop table audit_entries; --`, '\\', 'x\u2028'])(
    '%j finds nothing and breaks nothing',
    async (text) => {
      const api = callAs(db, bodies.npm.auditor)
      expect(await api.audit.list({ action: text })).toEqual([])
      // Its own question is found by the object, and nothing that came before it.
      expect(await api.audit.list({ person: text })).toEqual([])
      await expect(api.audit.list({ before: text })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
      await expect(api.audit.list({ from: text })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    },
  )

  test('a text that no database can hold is refused', async () => {
    const api = callAs(db, bodies.npm.auditor)
    for (const filter of [{ action: 'x\0' }, { object: '\0' }, { person: 'x\0' }]) {
      await expect(api.audit.list(filter)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    }
  })

  test('a period, an outcome and an object narrow the list', async () => {
    const api = callAs(db, bodies.npm.auditor)
    const day = now.toISOString().slice(0, 10)
    expect((await api.audit.list({ from: day, to: day })).length).toBeGreaterThan(0)
    expect(await api.audit.list({ from: '2030-01-01' })).toEqual([])
    expect(await api.audit.list({ to: '2020-01-01' })).toEqual([])
    expect(await api.audit.list({ outcome: 'refused' })).toEqual([])
    expect(await api.audit.list({ object: 'no such thing as this' })).toEqual([])
  })
})

describe('people come and go', () => {
  test('a role for a time runs until its end and no longer', async () => {
    const { administrator } = bodies.inspectorate
    const expert = await addPerson(db, 'inspectorate', 'quality-reader')
    const granted = {
      person: expert.userId,
      role: 'inspector',
      at: { kind: 'country' },
      until: '2025-03-20',
    } as const
    const { assignment } = await callAs(db, administrator).people.grant(granted)
    const at = (day: string) => db.asSystem((tx) => loadActor(tx, expert.userId, assignment, new Date(day)))
    expect(await at('2025-03-20T23:59:59Z')).toMatchObject({ role: 'inspector' })
    expect(await at('2025-03-21T00:00:00Z')).toBeUndefined()
    // What has run out does not stand in the way of the same role.
    const later = new Date('2025-04-01')
    await expect(callAs(db, administrator, later).people.grant({ ...granted, until: undefined })).resolves.toBeDefined()
    await expect(
      callAs(db, administrator, later).people.grant({ ...granted, role: 'lead-inspector' }),
    ).rejects.toMatchObject({ message: 'assignment.until' })
  })

  test('whoever leaves holds nothing, has no session, and is given nothing any more', async () => {
    const { administrator } = bodies.npm
    const leaver = await addPerson(db, 'npm', 'npm-member')
    await addAccount(db, leaver.userId, 'Leaver')
    const api = callAs(db, administrator)
    expect(await api.people.end({ person: leaver.userId })).toEqual({ sessions: 1 })
    expect(await db.asSystem((tx) => loadActor(tx, leaver.userId, undefined, now))).toBeUndefined()
    expect((await api.sessions.list()).filter((one) => one.personId === leaver.userId)).toEqual([])
    await expect(api.people.end({ person: leaver.userId })).rejects.toMatchObject({ message: 'person.ended' })
    const again = { person: leaver.userId, role: 'npm-member', at: { kind: 'country' } } as const
    await expect(api.people.grant(again)).rejects.toMatchObject({ message: 'person.ended' })
  })

  test('nobody ends themselves, and an administrator for a time is not the last one', async () => {
    const { administrator } = bodies.npm
    const api = callAs(db, administrator)
    await expect(api.people.end({ person: administrator.userId })).rejects.toMatchObject({ message: 'person.self' })
    const second = await addPerson(db, 'npm', 'npm-member')
    await api.people.grant({
      person: second.userId,
      role: 'npm-administrator',
      at: { kind: 'country' },
      until: '2025-12-31',
    })
    const end = callAs(db, administrator).people.endAssignment({ assignment: administrator.assignment!.id })
    await expect(end).rejects.toMatchObject({ message: 'assignment.last-administrator' })
  })

  test('a place that is not there is refused', async () => {
    const { administrator, member } = bodies.administration
    for (const at of [
      { kind: 'facility', key: 'nowhere' },
      { kind: 'facility' },
      { kind: 'region', key: `' or 1=1` },
      { kind: 'team', key: 'f' },
    ] as const) {
      const grant = callAs(db, administrator).people.grant({ person: member.userId, role: 'facility-director', at })
      await expect(grant).rejects.toMatchObject({ code: 'BAD_REQUEST', message: 'assignment.place' })
    }
  })
})

test('a role in a team is refused in words while there are no inspections, and ended where there is one', async () => {
  const { administrator, member } = bodies.inspectorate
  const api = callAs(db, administrator)
  const team = { role: 'inspector', at: { kind: 'team' } } as const
  const refused = { code: 'CONFLICT', message: 'assignment.no-team' }
  await expect(api.people.grant({ person: member.userId, ...team })).rejects.toMatchObject(refused)
  await expect(api.people.invite({ name: 'N', email: 'team@example.org', ...team })).rejects.toMatchObject(refused)
  // A role that is held in no team is not held there either.
  const quality = api.people.grant({ person: member.userId, role: 'quality-reader', at: { kind: 'team' } })
  await expect(quality).rejects.toMatchObject({ message: 'assignment.place' })
  const placed = await addPerson(db, 'inspectorate', 'inspector', { kind: 'team', id: v7() })
  expect(placed.facilities).toEqual([])
  const [held] = (await api.people.get({ person: placed.userId })).running
  expect(held).toMatchObject({ placeKind: 'team', placeKey: null, placeName: null })
  await api.people.endAssignment({ assignment: placed.assignment!.id })
  expect(await db.asSystem((tx) => loadActor(tx, placed.userId, undefined, now))).toBeUndefined()
})

describe('the database alone', () => {
  const seen = (actor: Actor, statement: ReturnType<typeof sql>) =>
    db.asActor(actor, async (tx) => [...(await tx.execute(statement))])

  test('shows an administrator no secret of an account', async () => {
    const { administrator } = bodies.administration
    for (const statement of [
      sql`select token from session`,
      sql`select * from "user"`,
      sql`select password from account`,
      sql`select secret from two_factor`,
      sql`select credential_id from passkey`,
    ]) {
      await expect(seen(administrator, statement)).rejects.toThrow()
    }
  })

  test('shows and ends nothing of another body, whatever is asked', async () => {
    const { administrator } = bodies.administration
    const foreign = bodies.npm.member.userId
    expect(await seen(administrator, sql`select id from "user" where id = ${foreign}`)).toEqual([])
    expect(await seen(administrator, sql`select id from session where user_id = ${foreign}`)).toEqual([])
    expect(await seen(administrator, sql`delete from session where user_id = ${foreign} returning id`)).toEqual([])
    expect(
      await seen(
        administrator,
        sql`update people set ended_at = now(), ended_by = 'x' where id = ${foreign} returning id`,
      ),
    ).toEqual([])
    expect(
      await seen(
        bodies.administration.auditor,
        sql`select 1 from audit_seals where chain_id = ${bodies.npm.auditor.bodyId}`,
      ),
    ).toEqual([])
    expect(
      await seen(
        bodies.administration.auditor,
        sql`select 1 from audit_checks where chain_id = ${bodies.npm.auditor.bodyId}`,
      ),
    ).toEqual([])
  })

  test('shows a member neither the accounts nor the sessions of colleagues', async () => {
    const { member } = bodies.administration
    expect(await seen(member, sql`select id from "user"`)).toEqual([])
    expect(await seen(member, sql`select id from session`)).toEqual([])
    expect(await seen(member, sql`delete from session returning id`)).toEqual([])
  })
})
