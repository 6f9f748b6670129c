import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import { hashPassword } from 'better-auth/crypto'
import { eq, sql } from 'drizzle-orm'
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
import { account, session, twoFactor, user, verification } from '../../db/schema/sign-in.ts'
import { openSignIn } from '../../server/auth/sign-in.ts'
import { attemptLimits } from '../../server/domain/sign-in/attempts.ts'
import { resetLifeMs } from '../../server/domain/sign-in/reset.ts'
import { forgetOldAttempts } from '../../server/services/attempts.ts'
import type { MailCarrier } from '../../server/services/mail-carrier.ts'
import { sendWaiting } from '../../server/services/outgoing-mail.ts'
import { countedDatabase } from '../support/counted-tx.ts'
import { freshDatabase } from '../support/database.ts'
import { invitationFor, newcomer as newcomerIn, openGuest, password } from '../support/guest.ts'

const db = await freshDatabase()
const signIn = openSignIn(db, { publicUrl: 'http://localhost:3000', secret: 'x7Kq2m'.repeat(8) })
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

const newcomer = async (own: string) => (await newcomerIn(db, own)).guest
const refusal = (messageId: string) => ({ name: 'DomainError', messageId })
const enterAs = (own: string, given: string, guest = openGuest(db)) =>
  guest.ask((entrance) => entrance.enterByPassword({ email: own, password: given }))

describe('a password is taken as it is', () => {
  test.each([
    ['nothing behind its 72nd byte is lost', `${'tin kettle '.repeat(7)}moss`, `${'tin kettle '.repeat(7)}mist`],
    ['a letter of another script is another letter', 'tin kettle under blue moss', 'tin kettle under blue mоss'],
    ['a sign without width is a sign', 'tin kettle under blue moss', 'tin kettle\u200b under blue moss'],
    ['a space at its end is a part of it', 'tin kettle under blue moss ', 'tin kettle under blue moss'],
    ['a letter and its accent are what they are together', 'régen über der brücke', 'regen uber der brucke'],
  ])('%s', async (_name, right, wrong) => {
    const own = `as-it-is-${crypto.randomUUID()}@example.org`
    const token = await invitationFor(db, own, 'npm', 'npm-member')
    await openGuest(db).ask((entrance) => entrance.takeUpInvitation(token, { password: right, again: right }))
    await expect(enterAs(own, wrong)).rejects.toMatchObject(refusal('sign-in.wrong'))
    await expect(enterAs(own, right)).resolves.toBeDefined()
  })
})

describe('a password that is changed', () => {
  const next = 'another kettle over green stone'
  const other = { current: password, password: next, again: next }

  test('leaves its maker a session of another token, and ends all others and what began with the old one', async () => {
    const own = 'changes@example.org'
    const [guest, elsewhere] = [await newcomer(own), openGuest(db)]
    await enterAs(own, password, elsewhere)
    const { personId } = (await guest.visitor()).signedIn!
    const waiting = {
      identifier: '2fa-abcdefghijklmnopqrst',
      value: personId,
      expiresAt: at,
      createdAt: at,
      updatedAt: at,
    }
    await db.asSignIn((tx) => tx.insert(verification).values(waiting))
    // A session that lacks its second factor changes nothing.
    await expect(guest.ask((one) => one.changePassword(other))).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
    await db.asSignIn((tx) => tx.update(session).set({ factors: 2 }).where(eq(session.userId, personId)))
    const before = new Map(guest.cookies)
    await guest.ask((one) => one.changePassword(other))
    expect((await guest.visitor()).signedIn).toMatchObject({ personId })
    guest.cookies = before
    expect((await guest.visitor()).signedIn).toBeUndefined()
    expect((await elsewhere.visitor()).signedIn).toBeUndefined()
    const left = await db.asSignIn((tx) => tx.select().from(verification).where(eq(verification.value, personId)))
    expect(left).toEqual([])
  })
})

describe('the way to a new password', () => {
  const chosen = 'another kettle over green stone'
  const letters: { to: string; text: string }[] = []
  const carrier: MailCarrier = { hand: async ({ to, text }) => void letters.push({ to, text }) }

  /** Asks for it, and gives the token of the message that comes. */
  async function askFor(own: string): Promise<string> {
    await openGuest(db).ask((entrance) => entrance.askForReset(own))
    await sendWaiting({ db, carrier, publicUrl: 'http://localhost:3000', clock: () => new Date() })
    return /\/reset\/([\w-]{43})/.exec(letters.findLast(({ to }) => to === own)?.text ?? '')?.[1] ?? ''
  }
  const finish = (token: string, guest = openGuest(db)) =>
    guest.ask((entrance) => entrance.finishReset(token, { password: chosen, again: chosen }))

  test('opens once, ends every session, and does not enter', async () => {
    const own = 'resets@example.org'
    const signedIn = await newcomer(own)
    const [token, guest] = [await askFor(own), openGuest(db)]
    await finish(token, guest)
    expect((await guest.visitor()).signedIn).toBeUndefined()
    expect((await signedIn.visitor()).signedIn).toBeUndefined()
    await expect(finish(token)).rejects.toMatchObject(refusal('reset.none'))
    await expect(enterAs(own, password)).rejects.toMatchObject(refusal('sign-in.wrong'))
    await expect(enterAs(own, chosen)).resolves.toBeDefined()
  })

  test('is one for many who try at the same moment', async () => {
    await newcomer('resets-at-once@example.org')
    const token = await askFor('resets-at-once@example.org')
    const tries = await Promise.allSettled([1, 2, 3].map(() => finish(token)))
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test('gives one answer for what is replaced, expired, foreign, of another kind and no token at all', async () => {
    const own = 'resets-late@example.org'
    await newcomer(own)
    const [replaced, token] = [await askFor(own), await askFor(own)]
    const invitation = await invitationFor(db, 'resets-never@example.org', 'npm', 'npm-member')
    const late = openGuest(db, { clock: new Date(Date.now() + resetLifeMs + 60_000) })
    for (const [wrong, guest] of [
      [replaced, openGuest(db)],
      [token, late],
      ['A'.repeat(43), openGuest(db)],
      [invitation, openGuest(db)],
      ["' or 1=1 --", openGuest(db)],
      ['x'.repeat(1_000_000), openGuest(db)],
    ] as const) {
      const answer = { ...refusal('reset.none'), code: 'NOT_FOUND', values: {} }
      await expect(guest.ask((entrance) => entrance.checkReset(wrong))).rejects.toMatchObject(answer)
      await expect(finish(wrong, guest)).rejects.toMatchObject(answer)
    }
    await expect(openGuest(db).ask((entrance) => entrance.showInvitation(token))).rejects.toMatchObject({
      messageId: 'invitation.none',
    })
    await expect(finish(token)).resolves.toBeUndefined()
  })
})

describe('somebody who is known and somebody who is not make the same work', () => {
  /** What one question cost: statements to the database, and passwords hashed. */
  async function workOf(question: (guest: ReturnType<typeof openGuest>) => Promise<unknown>) {
    const counted = countedDatabase(db)
    const { scrypt } = crypto
    let hashes = 0
    crypto.scrypt = ((...given: Parameters<typeof scrypt>) => {
      hashes++
      return scrypt(...given)
    }) as typeof scrypt
    syncBuiltinESMExports()
    const answer = await question(openGuest(counted.db))
      .catch((error) => error.messageId)
      .finally(() => {
        crypto.scrypt = scrypt
        syncBuiltinESMExports()
      })
    return { answer, hashes, statements: counted.count() }
  }

  test('at a wrong password', async () => {
    await newcomer('known@example.org')
    const wrong = (own: string) => workOf((guest) => enterAs(own, 'wrong wrong wrong', guest))
    const [known, nobody] = [await wrong('known@example.org'), await wrong('unknown@example.org')]
    expect(known).toMatchObject({ answer: 'sign-in.wrong', hashes: 1 })
    expect(known.statements).toBeGreaterThan(3)
    expect(nobody).toEqual(known)
  })

  test('at the question for a new password', async () => {
    const ask = (own: string) => workOf((guest) => guest.ask((entrance) => entrance.askForReset(own)))
    expect(await ask('known@example.org')).toEqual(await ask('unknown@example.org'))
  })
})

test.each([
  ['of one account', 'parallel@example.org'],
  ['of nobody', 'parallel-nobody@example.org'],
])('the limit of wrong passwords %s holds when twenty come at once', async (_name, own) => {
  if (!own.includes('nobody')) await newcomer(own)
  const tries = Array.from({ length: 20 }, () => enterAs(own, 'wrong wrong wrong').catch((error) => error.messageId))
  const answers = await Promise.all(tries)
  const { most } = attemptLimits['password.account']
  expect(answers.filter((one) => one === 'sign-in.wrong')).toHaveLength(most)
  expect(answers.filter((one) => one === 'sign-in.too-often')).toHaveLength(20 - most)
})

test('attempts at the same moment are all counted, and a window that is over begins anew', async () => {
  const count = async (now: Date) => (await db.asSignIn((tx) => countAttempt(tx, 'a', 60_000, now))).count
  const counts = await Promise.all([1, 2, 3, 4].map(() => count(at)))
  expect(counts.toSorted()).toEqual([1, 2, 3, 4])
  expect(await count(new Date(at.getTime() + 59_000))).toBe(5)
  expect(await count(new Date(at.getTime() + 61_000))).toBe(1)
})

test('what was tried more than a day ago is forgotten, and nothing younger', async () => {
  const hours = (count: number) => new Date(at.getTime() + count * 3_600_000)
  await db.asSignIn((tx) => countAttempt(tx, 'old', 60_000, at))
  await db.asSignIn((tx) => countAttempt(tx, 'young', 60_000, hours(2)))
  const asked = (identifier: string, expiresAt: Date) => ({
    identifier,
    value: 'x',
    expiresAt,
    createdAt: at,
    updatedAt: at,
  })
  const waited = [asked('old', at), asked('young', hours(2))]
  await db.asSignIn((tx) => tx.insert(verification).values(waited))
  await forgetOldAttempts(db, hours(25))
  const kept = await db.asSignIn((tx) => tx.execute(sql`select key from rate_limit`))
  expect(kept.map(({ key }) => key)).toEqual(['young'])
  const left = await db.asSignIn((tx) => tx.execute(sql`select identifier from verification where value = 'x'`))
  expect(left.map(({ identifier }) => identifier)).toEqual(['young'])
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
