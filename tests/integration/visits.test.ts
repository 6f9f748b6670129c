import { hashPassword } from 'better-auth/crypto'
import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { beforeAll, describe, expect, test } from 'vitest'
import { account, user } from '../../db/schema/sign-in.ts'
import { sessionCookie } from '../../server/auth/session-cookie.ts'
import { openSignIn } from '../../server/auth/sign-in.ts'
import { type Actor, type Role, systemActor } from '../../server/domain/access.ts'
import { sessionLimits } from '../../server/domain/sign-in/session-limits.ts'
import { type NewAccount, prepareAccount } from '../../server/services/accounts.ts'
import {
  demonstrationProvider,
  enterDemonstration,
  listDemonstrationAccounts,
} from '../../server/services/demonstration-accounts.ts'
import { startInstallation } from '../../server/services/first-start.ts'
import { prepareInstallation } from '../../server/services/installation.ts'
import { endAssignment, grantAssignment } from '../../server/services/people.ts'
import { beginSession, chooseRole, findVisitor, leave } from '../../server/services/visits.ts'
import { freshDatabase } from '../support/database.ts'
import { testCookie } from '../support/visit.ts'

const db = await freshDatabase()
const clock = new Date()
const moment = { clock, now: clock, requestId: 'r-1' }
const country = { kind: 'country', id: null } as const
const browser = { address: null, agent: 'a browser' }
const secret = 'x7Kq2m'.repeat(8)

beforeAll(async () => {
  const real = { kind: 'real', countryName: 'Test', timezone: 'UTC', displayedNow: null } as const
  await prepareInstallation(db, real, true, clock)
})

let people = 0
const newAccount = (holds: NewAccount['holds']) => {
  const who = { name: 'N. Obody', email: `p${people++}@example.org`, providerId: 'credential' }
  return prepareAccount(db, { ...who, body: 'administration', holds }, clock)
}
const newPerson = (...roles: Role[]) => newAccount(roles.map((role) => ({ role, place: country })))
const enter = (personId: string, factors: 1 | 2 = 2) => beginSession(db, { personId, factors, browser }, moment)
const whoIs = (token: string, later = 0) =>
  findVisitor(db, token, { ...moment, clock: new Date(clock.getTime() + later) })
const occasion = { actor: systemActor, now: clock, requestId: null }
const grant = (personId: string, role: Role) =>
  db.asSystem((tx) => grantAssignment(tx, occasion, { personId, role, place: country }))
const end = (bodyId: string, id: string) =>
  db.asSystem((tx) => endAssignment(tx, { ...occasion, actor: { ...systemActor, bodyId } as Actor }, id))

describe('a session', () => {
  test('acts in the only role of its person, with the eyes of that role', async () => {
    const { actor, signedIn } = await whoIs(await enter(await newPerson('ministry-analyst')))
    expect(actor).toMatchObject({ role: 'ministry-analyst', facilities: 'all' })
    expect(signedIn).toMatchObject({ name: 'N. Obody', body: { kind: 'administration' }, lacks: undefined })
  })

  test('ends when it is left alone, after a day in any case, and when it is ended', async () => {
    const token = await enter(await newPerson('ministry-analyst'))
    expect((await whoIs(token, sessionLimits.idleMs - 1)).signedIn).toBeDefined()
    expect((await whoIs(token, sessionLimits.idleMs * 2)).signedIn).toBeUndefined()
    expect((await whoIs(token, sessionLimits.absoluteMs)).signedIn).toBeUndefined()
    await leave(db, await whoIs(token), moment)
    expect((await whoIs(token)).signedIn).toBeUndefined()
  })

  test('of one proof opens nothing for a role that needs two', async () => {
    const analyst = await whoIs(await enter(await newPerson('ministry-analyst'), 1))
    expect([analyst.signedIn?.lacks, analyst.actor.role]).toEqual(['second-factor', 'public'])
  })

  test('is one of several at the same time, each with an end of its own', async () => {
    const person = await newPerson('ministry-analyst')
    const tokens = await Promise.all([1, 2, 3, 4].map(() => enter(person)))
    expect(new Set(tokens).size).toBe(4)
    await leave(db, await whoIs(tokens[0]!), moment)
    const left = await Promise.all(tokens.map(async (token) => (await whoIs(token)).signedIn !== undefined))
    expect(left).toEqual([false, true, true, true])
  })

  test('of an account without a person is nobody’s', async () => {
    const userId = v7()
    const times = { createdAt: clock, updatedAt: clock }
    await db.asSignIn((tx) => tx.insert(user).values({ id: userId, name: 'x', email: 'x@example.org', ...times }))
    expect(await whoIs(await enter(userId))).toMatchObject({ signedIn: undefined, actor: { role: 'public' } })
  })
})

describe('roles change while somebody is signed in', () => {
  test('an ended role opens nothing at the next request', async () => {
    const token = await enter(await newPerson('ministry-analyst'))
    const { signedIn } = await whoIs(token)
    await end(signedIn!.body.id, signedIn!.held[0]!.assignmentId)
    const after = await whoIs(token)
    expect([after.signedIn?.lacks, after.actor.role]).toEqual(['role', 'public'])
  })

  test('a role that is given does not change the one that the session acts in, and can be chosen', async () => {
    const person = await newPerson('ministry-analyst')
    const token = await enter(person)
    const given = await grant(person, 'ministry-duty-desk')
    expect((await whoIs(token)).actor.role).toBe('ministry-analyst')
    const renewed = await chooseRole(db, await whoIs(token), given, moment)
    expect((await whoIs(renewed)).actor.role).toBe('ministry-duty-desk')
    expect((await whoIs(token)).signedIn).toBeUndefined()
  })

  test('with several roles nothing is shown until one is chosen, and one session’s choice is its own', async () => {
    const person = await newPerson('ministry-analyst', 'ministry-duty-desk')
    const [token, other] = [await enter(person), await enter(person)]
    expect((await whoIs(token)).signedIn?.lacks).toBe('role')
    const { held } = (await whoIs(token)).signedIn!
    const renewed = await chooseRole(db, await whoIs(token), held[1]!.assignmentId, moment)
    expect((await whoIs(renewed)).actor.role).toBe('ministry-duty-desk')
    expect((await whoIs(other)).signedIn?.lacks).toBe('role')
  })

  test('when the chosen role ends, none of several others takes its place by itself', async () => {
    const person = await newPerson('ministry-analyst', 'ministry-duty-desk', 'ministry-decision-maker')
    const token = await enter(person)
    const { signedIn } = await whoIs(token)
    const chosen = signedIn!.held[0]!.assignmentId
    const renewed = await chooseRole(db, await whoIs(token), chosen, moment)
    await end(signedIn!.body.id, chosen)
    expect((await whoIs(renewed)).signedIn?.lacks).toBe('role')
  })

  test('a role of somebody else, one that ended and one that never was cannot be chosen', async () => {
    const token = await enter(await newPerson('ministry-analyst'))
    const foreign = (await whoIs(await enter(await newPerson('ministry-duty-desk')))).signedIn!.held[0]!.assignmentId
    for (const id of [foreign, v7(), 'nothing']) {
      const choice = chooseRole(db, await whoIs(token), id, moment)
      await expect(choice).rejects.toMatchObject({ messageId: 'assignment.none' })
    }
  })
})

describe('a place changes while somebody is signed in there', () => {
  const [facility, north, south] = [v7(), v7(), v7()]
  const day = (days: number) => new Date(clock.getTime() + days * 86_400_000).toISOString().slice(0, 10)
  const change = (statement: ReturnType<typeof sql>) => db.asSystem((tx) => tx.execute(statement))

  beforeAll(async () => {
    const at = clock.toISOString()
    for (const id of [north, south]) {
      await change(sql`insert into regions (id, key, created_at) values (${id}, ${id}, ${at})`)
      await change(sql`insert into region_versions (id, region_id, name, valid_from)
        values (${v7()}, ${id}, 'R', '2020-01-01')`)
    }
    await change(sql`insert into facilities (id, key, created_at) values (${facility}, 'moves', ${at})`)
    await change(sql`insert into facility_versions (id, facility_id, name, region_id, timezone, valid_from, recorded_at)
      values (${v7()}, ${facility}, 'F', ${north}, 'UTC', '2020-01-01', ${at})`)
  })
  const placed = (kind: 'region' | 'facility', id: string, role: Role) =>
    newAccount([{ role, place: { kind, id } }]).then((person) => enter(person))

  test('a facility that goes to another region is out of reach at the next request, and one that is closed breaks nothing', async () => {
    const [inNorth, inSouth, director] = [
      await placed('region', north, 'ministry-analyst'),
      await placed('region', south, 'ministry-analyst'),
      await placed('facility', facility, 'facility-director'),
    ]
    const reach = async () => [(await whoIs(inNorth)).actor.facilities, (await whoIs(inSouth)).actor.facilities]
    expect(await reach()).toEqual([[facility], []])
    await change(sql`update facility_versions set valid_to = ${day(0)}::date where facility_id = ${facility}`)
    const moved = sql`insert into facility_versions (id, facility_id, name, region_id, timezone, valid_from, recorded_at)
      values (${v7()}, ${facility}, 'F', ${south}, 'UTC', ${day(0)}::date, ${clock.toISOString()})`
    await change(moved)
    expect(await reach()).toEqual([[], [facility]])
    await change(sql`update facility_versions set valid_to = ${day(0)}::date where facility_id = ${facility}`)
    await change(sql`update region_versions set valid_to = ${day(0)}::date where region_id = ${south}`)
    expect(await reach()).toEqual([[], []])
    const { actor, signedIn } = await whoIs(director)
    expect([actor.facilities, signedIn?.acting]).toMatchObject([[facility], { placeKey: 'moves', placeName: null }])
  })
})

describe('a cookie', () => {
  test('of the sign-in library is read, and one of ours is read by the library', async () => {
    const signIn = openSignIn(db, { publicUrl: 'http://localhost:3000', secret })
    const [password, email] = ['tin kettle under blue moss', 'rosalind@example.org']
    const personId = await prepareAccount(
      db,
      { name: 'R', email, body: 'npm', providerId: 'other', holds: [{ role: 'npm-member', place: country }] },
      clock,
    )
    const hash = await hashPassword(password)
    const own = { userId: personId, accountId: personId, providerId: 'credential', password: hash }
    await db.asSignIn((tx) => tx.insert(account).values({ ...own, createdAt: clock, updatedAt: clock }))
    const answer = await signIn.api.signInEmail({ body: { email, password }, asResponse: true })
    const token = testCookie.read(answer.headers.getSetCookie()[0]!.split(';')[0]!)
    expect((await whoIs(token!)).signedIn?.personId).toBe(personId)
    const cookie = testCookie.write(await enter(personId)).split(';')[0]!
    const found = await signIn.api.getSession({ headers: new Headers({ cookie }) })
    expect(found?.user.id).toBe(personId)
  })

  test('that was changed, cut or signed by another key is nobody’s', async () => {
    const cookie = testCookie.write('a-token').split(';')[0]!
    expect(testCookie.read(cookie)).toBe('a-token')
    expect(testCookie.read(`theme=dark; ${cookie}; dir=ltr`)).toBe('a-token')
    const name = 'daylight.session_token='
    const wrong = [
      cookie.replace('a-token', 'b-token'),
      cookie.slice(0, -4),
      `${name}a-token`,
      `${name}a-token.`,
      `${name}.${'A'.repeat(43)}=`,
      `${name}%E0%A4%A`,
      name,
      '',
    ]
    for (const one of wrong) expect([one, testCookie.read(one)]).toEqual([one, undefined])
    expect(testCookie.read(null)).toBeUndefined()
  })
})

test('behind TLS the cookie is one that no other host can set, and it goes by TLS alone', () => {
  const cookie = sessionCookie({ publicUrl: 'https://daylight.example.org', secret })
  expect(cookie.write('a-token')).toMatch(
    /^__Host-daylight\.session_token=a-token[^;]+; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax; Secure$/,
  )
  expect(cookie.read(cookie.write('a-token').split(';')[0]!)).toBe('a-token')
  expect(cookie.read(testCookie.write('a-token').split(';')[0]!)).toBeUndefined()
})

describe('the audit', () => {
  test('holds the beginning, the choice of a role and the end of each session, never its token', async () => {
    const person = await newPerson('ministry-analyst', 'ministry-duty-desk')
    const token = await enter(person)
    const { held } = (await whoIs(token)).signedIn!
    const renewed = await chooseRole(db, await whoIs(token), held[0]!.assignmentId, moment)
    await leave(db, await whoIs(renewed), moment)
    const rows = await db.asSystem((tx) =>
      tx.execute<{ action: string; role: string; subject: string }>(
        sql`select action, role, subject from audit_entries where person_id = ${person} order by id`,
      ),
    )
    expect(rows.map(({ action, role }) => [action, role])).toEqual([
      ['session.begin', 'public'],
      ['session.role', 'ministry-analyst'],
      ['session.end', 'ministry-analyst'],
    ])
    expect(JSON.stringify(rows)).not.toContain(token)
  })
})

test('a real installation offers no demonstration account, lets nobody in by one, and does not start with one', async () => {
  const holds = [{ role: 'npm-member', place: country } as const]
  const invented = {
    name: 'D',
    email: 'd@demonstration.invalid',
    body: 'npm',
    providerId: demonstrationProvider,
  } as const
  const personId = await prepareAccount(db, { ...invented, holds }, clock)
  expect(await listDemonstrationAccounts(db, clock)).toEqual([])
  await expect(enterDemonstration(db, personId, browser, moment)).rejects.toMatchObject({ messageId: 'person.none' })
  const none = { isWhole: async () => true, load: async () => {}, addAccounts: async () => {} }
  const installation = { kind: 'real', countryName: '', timezone: 'UTC', displayedNow: null } as const
  const start = startInstallation(
    db,
    { installation, ...none },
    { isEmpty: true, countryName: '', timezone: 'UTC', clock: () => clock, onProgress: () => {} },
  )
  await expect(start).rejects.toMatchObject({ messageId: 'installation.demonstration-accounts' })
})
