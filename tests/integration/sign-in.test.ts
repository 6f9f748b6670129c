import { hashPassword } from 'better-auth/crypto'
import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  countAttempt,
  endSession,
  findSession,
  listSessions,
  takeStep,
  touchSession,
} from '../../db/queries/sign-in.ts'
import { account, twoFactor, user } from '../../db/schema/sign-in.ts'
import { openSignIn } from '../../server/auth/sign-in.ts'
import { forgetOldAttempts } from '../../server/services/attempts.ts'
import { freshDatabase } from '../support/database.ts'

const db = await freshDatabase()
const signIn = openSignIn(db, { publicUrl: 'http://localhost:3000', secret: 'x7Kq2m'.repeat(8) })
const password = 'tin kettle under blue moss'
const email = 'rosalind@example.org'
const at = new Date()

beforeAll(async () => {
  const hash = await hashPassword(password)
  await db.asSignIn(async (tx) => {
    const times = { createdAt: at, updatedAt: at }
    const [made] = await tx
      .insert(user)
      .values({ name: 'R', email, emailVerified: true, ...times })
      .returning()
    const userId = made!.id
    await tx.insert(account).values({ userId, accountId: userId, providerId: 'credential', password: hash, ...times })
  })
})

const enter = (body: { email: string; password: string }) => signIn.api.signInEmail({ body, asResponse: true })
const cookieOf = (answer: Response) => /daylight\.session_token=[^;]+/.exec(answer.headers.get('set-cookie') ?? '')?.[0]

describe('a password', () => {
  test('opens a session of one proof, kept in a cookie that no script and no other site gets', async () => {
    const answer = await enter({ email: email.toUpperCase(), password })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('set-cookie')).toMatch(/HttpOnly.*SameSite=Lax/i)
    const found = await signIn.api.getSession({ headers: new Headers({ cookie: cookieOf(answer)! }) })
    expect(found?.user.email).toBe(email)
    expect(found?.session.factors).toBe(1)
  })

  test('that is wrong is refused as one of nobody is', async () => {
    const wrong = await enter({ email, password: 'another thing altogether' })
    const nobody = await enter({ email: 'nobody@example.org', password })
    expect([wrong.status, await wrong.text()]).toEqual([nobody.status, await nobody.text()])
    expect(wrong.status).toBe(401)
  })

  test('that is ten million characters long is refused', async () => {
    expect((await enter({ email, password: 'x'.repeat(10_000_000) })).status).toBe(400)
  })

  test('is asked for by several at once, and each gets a session of their own', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => enter({ email, password })))
    expect(new Set(answers.map(cookieOf)).size).toBe(3)
  })
})

test('a cookie that was changed opens nothing', async () => {
  const cookie = cookieOf(await enter({ email, password }))!
  const at = cookie.indexOf('=') + 3
  const changed = cookie.slice(0, at) + (cookie[at] === 'a' ? 'b' : 'a') + cookie.slice(at + 1)
  expect(await signIn.api.getSession({ headers: new Headers({ cookie: changed }) })).toBeNull()
})

test('nobody registers, and there is no door to organisations or providers', async () => {
  const body = { email: 'new@example.org', password, name: 'N' }
  expect((await signIn.api.signUpEmail({ body, asResponse: true })).status).toBe(400)
  expect(Object.keys(signIn.api).filter((name) => /organization|sso/i.test(name))).toEqual([])
})

describe('the tables of sign-in', () => {
  const everybody = { userId: 'x', role: 'ministry-analyst', bodyId: null, facilities: 'all' } as const
  test.each(['user', 'session', 'account', 'verification', 'two_factor', 'passkey', 'rate_limit'])(
    '%s is not there for a visitor or a job',
    async (name) => {
      const read = sql`select count(*) from ${sql.identifier(name)}`
      const secrets = sql`select * from ${sql.identifier(name)}`
      await expect(db.asActor(everybody, (tx) => tx.execute(secrets))).rejects.toThrow()
      const counted = await db.asActor(everybody, (tx) => tx.execute(read)).catch(() => [])
      expect([[], [{ count: '0' }]]).toContainEqual([...counted])
      await expect(db.asSystem((tx) => tx.execute(read))).rejects.toThrow()
    },
  )

  test('are all that the sign-in library sees', async () => {
    await expect(db.asSignIn((tx) => tx.execute(sql`select count(*) from facilities`))).rejects.toThrow()
  })
})

describe('a session', () => {
  const token = (cookie: string) => decodeURIComponent(cookie.split('=')[1]!).split('.')[0]!

  test('is found by its token, is seen at most once a minute, and is ended by its owner alone', async () => {
    const mine = token(cookieOf(await enter({ email, password }))!)
    const found = (await db.asSignIn((tx) => findSession(tx, mine)))!
    const later = (ms: number) => new Date(found.seenAt.getTime() + ms)
    const seenAfter = (ms: number) =>
      db.asSignIn(async (tx) => {
        await touchSession(tx, found.id, later(ms))
        return (await findSession(tx, mine))!.seenAt
      })
    expect(await seenAfter(59_000)).toEqual(found.seenAt)
    expect(await seenAfter(61_000)).toEqual(later(61_000))
    const listed = await db.asSignIn((tx) => listSessions(tx, found.userId, later(0)))
    expect(listed.map(({ id }) => id)).toContain(found.id)
    expect(JSON.stringify(listed)).not.toContain(mine)
    expect(await db.asSignIn((tx) => endSession(tx, v7(), found.id))).toBe(false)
    expect(await db.asSignIn((tx) => endSession(tx, found.userId, found.id))).toBe(true)
    expect(await db.asSignIn((tx) => findSession(tx, mine))).toBeUndefined()
  })
})

test('attempts at the same moment are all counted, and a window that is over begins anew', async () => {
  const count = (now: Date) => db.asSignIn((tx) => countAttempt(tx, 'a', 60_000, now))
  const counts = await Promise.all([1, 2, 3, 4].map(() => count(at)))
  expect(counts.toSorted()).toEqual([1, 2, 3, 4])
  expect(await count(new Date(at.getTime() + 59_000))).toBe(5)
  expect(await count(new Date(at.getTime() + 61_000))).toBe(1)
})

test('what was tried more than a day ago is forgotten, and nothing younger', async () => {
  const hours = (count: number) => new Date(at.getTime() + count * 3_600_000)
  await db.asSignIn((tx) => countAttempt(tx, 'old', 60_000, at))
  await db.asSignIn((tx) => countAttempt(tx, 'young', 60_000, hours(2)))
  await forgetOldAttempts(db, hours(25))
  const kept = await db.asSignIn((tx) => tx.execute(sql`select key from rate_limit`))
  expect(kept.map(({ key }) => key)).toEqual(['young'])
})

test('a code is taken once, and none from before it', async () => {
  const userId = await db.asSignIn(async (tx) => {
    const [made] = await tx.select().from(user)
    await tx.insert(twoFactor).values({ userId: made!.id, secret: 's', backupCodes: 'b' })
    return made!.id
  })
  const take = (step: number) => db.asSignIn((tx) => takeStep(tx, userId, step))
  expect((await Promise.all([take(100), take(100)])).toSorted()).toEqual([false, true])
  expect(await take(99)).toBe(false)
  expect(await take(101)).toBe(true)
})
