import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { listInvitations } from '../../db/queries/invitations.ts'
import { loadActor } from '../../db/queries/people.ts'
import type { Actor, Place } from '../../server/domain/access.ts'
import {
  acceptInvitation,
  invitePerson,
  issueToken,
  readInvitation,
  revokeInvitation,
} from '../../server/services/invitations.ts'
import { makeToken } from '../../server/services/one-time-token.ts'
import { endAssignment } from '../../server/services/people.ts'
import { testMoment as now } from '../support/call-as.ts'
import { freshDatabase } from '../support/database.ts'
import { addPerson } from '../support/people.ts'

const db = await freshDatabase()
const country: Place = { kind: 'country', id: null }
let administrator: Actor
let foreign: Actor

beforeAll(async () => {
  administrator = await addPerson(db, 'npm', 'npm-administrator')
  foreign = await addPerson(db, 'inspectorate', 'inspectorate-administrator')
})

let guests = 0
const newAddress = () => `guest-${guests++}@example.org`
const invite = (email = newAddress(), by = administrator) =>
  db.asActor(by, (tx) =>
    invitePerson(tx, { actor: by, now, requestId: 'r-1' }, administrator.bodyId!, {
      name: 'A guest',
      email,
      role: 'npm-member',
      place: country,
    }),
  )
const tokenOf = async (id: string, at = now) => (await db.asSystem((tx) => issueToken(tx, id, at)))!.token
const read = (token: string, at = now) => db.asSystem((tx) => readInvitation(tx, token, at))
const accept = (token: string, at = now) =>
  db.asSystem((tx) => acceptInvitation(tx, { now: at, requestId: 'r-2' }, { token, passwordHash: 'hash' }))
const revoke = (id: string, by = administrator) =>
  db.asActor(by, (tx) => revokeInvitation(tx, { actor: by, now, requestId: null }, id))

test('whoever takes an invitation up is a person of the body with the role, and it is written down', async () => {
  const email = newAddress()
  const token = await tokenOf(await invite(email))
  expect(await read(token)).toEqual({ name: 'A guest', email, role: 'npm-member' })
  const userId = await accept(token)
  expect(await db.asSystem((tx) => loadActor(tx, userId, undefined, now))).toMatchObject({
    role: 'npm-member',
    bodyId: administrator.bodyId,
    facilities: 'all',
  })
  const deeds = await db.asSystem((tx) =>
    tx.execute(
      sql`select action from audit_entries where person_id in (${administrator.userId}, ${userId}) order by id`,
    ),
  )
  expect(deeds.map((deed) => deed.action)).toEqual(['person.invite', 'invitation.accept'])
})

describe('the same answer is given for', () => {
  const tokens: [string, () => Promise<string>][] = [
    ['what is no token', async () => "' or 1=1 --"],
    ['ten million characters', async () => 'x'.repeat(10_000_000)],
    ['a foreign token', async () => makeToken()],
    [
      'a used one',
      async () => {
        const token = await tokenOf(await invite())
        await accept(token)
        return token
      },
    ],
    [
      'a revoked one',
      async () => {
        const id = await invite()
        const token = await tokenOf(id)
        await revoke(id)
        return token
      },
    ],
    [
      'one of an invitation that a newer one replaced',
      async () => {
        const email = newAddress()
        const token = await tokenOf(await invite(email))
        await invite(email)
        return token
      },
    ],
    [
      'one of an earlier message',
      async () => {
        const id = await invite()
        const token = await tokenOf(id)
        await tokenOf(id)
        return token
      },
    ],
    [
      'one of an administrator whose role was ended since',
      async () => {
        const leaving = await addPerson(db, 'npm', 'npm-administrator')
        const token = await tokenOf(await invite(newAddress(), leaving))
        await db.asActor(administrator, (tx) =>
          endAssignment(tx, { actor: administrator, now, requestId: null }, leaving.assignment!.id),
        )
        return token
      },
    ],
    ['one of 72 hours ago', async () => tokenOf(await invite(), new Date(now.getTime() - 72 * 3_600_000))],
  ]
  test.each(tokens)('%s', async (_name, made) => {
    const token = await made()
    const answer = { code: 'NOT_FOUND', messageId: 'invitation.none', values: {} }
    await expect(read(token)).rejects.toMatchObject(answer)
    await expect(accept(token)).rejects.toMatchObject(answer)
  })
})

test('it is taken up once, however many try at the same moment', async () => {
  const token = await tokenOf(await invite())
  const tries = await Promise.allSettled([accept(token), accept(token), accept(token)])
  expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
})

test('an address that has an account gets no second one, and the invitation stays open', async () => {
  const email = newAddress()
  await accept(await tokenOf(await invite(email)))
  const token = await tokenOf(await invite(email))
  await expect(accept(token)).rejects.toMatchObject({ messageId: 'invitation.has-account' })
  expect(await read(token)).toMatchObject({ email })
})

test('two administrators who invite one address at the same moment leave one open invitation', async () => {
  const email = newAddress()
  await Promise.allSettled([invite(email), invite(email)])
  const listed = await db.asActor(administrator, (tx) => listInvitations(tx, administrator.bodyId!))
  expect(listed.filter((one) => one.email === email && !one.revokedAt)).toHaveLength(1)
})

describe('bodies are kept apart', () => {
  test('an administrator of another body neither invites, sees nor revokes', async () => {
    const id = await invite()
    await expect(invite(newAddress(), foreign)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(revoke(id, foreign)).rejects.toMatchObject({ messageId: 'invitation.none' })
    expect(await db.asActor(foreign, (tx) => listInvitations(tx, administrator.bodyId!))).toEqual([])
  })

  test('a list holds no token', async () => {
    await tokenOf(await invite())
    const [listed] = await db.asActor(administrator, (tx) => listInvitations(tx, administrator.bodyId!))
    expect(Object.keys(listed!)).not.toContain('tokenHash')
  })
})

describe('the database alone refuses', () => {
  const npm = sql`(select id from bodies where kind = 'npm')`
  test.each([
    [
      'an invitation into another body',
      () => foreign,
      sql`insert into invitations
      (id, body_id, name, email, role, place_kind, invited_by, invited_at)
      select '01890a5d-ac96-774b-bcce-b302099a8057', id, 'x', 'x@example.org', 'npm-member', 'country', 'x', now() from bodies where kind = 'npm'`,
    ],
    ['a change of the role', () => administrator, sql`update invitations set role = 'npm-administrator'`],
    ['a change of the address', () => administrator, sql`update invitations set email = 'x@example.org'`],
    [
      'a token of one’s own making',
      () => administrator,
      sql`update invitations set token_hash = 'x', expires_at = now()`,
    ],
    ['the deletion of an invitation', () => administrator, sql`delete from invitations where body_id = ${npm}`],
    ['the deletion of a message that waits', () => administrator, sql`delete from outgoing_messages`],
    [
      'a message of another kind',
      () => administrator,
      sql`insert into outgoing_messages (id, kind, about)
      values ('01890a5d-ac96-774b-bcce-b302099a8057', 'reset', 'x@example.org')`,
    ],
  ])('%s', async (_name, actor, statement) => {
    await expect(db.asActor(actor(), (tx) => tx.execute(statement))).rejects.toThrow()
  })

  test('the system’s look at an account that it made', async () => {
    await expect(db.asSystem((tx) => tx.execute(sql`select email from "user"`))).rejects.toThrow()
  })
})
