import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { beforeAll, describe, expect, test } from 'vitest'
import { passkey } from '../../db/schema/sign-in.ts'
import { codeOf, stepAt } from '../../server/auth/totp.ts'
import type { Actor } from '../../server/domain/access.ts'
import { mostResets } from '../../server/domain/people.ts'
import { callAs } from '../support/call-as.ts'
import { freshDatabase } from '../support/database.ts'
import { type Guest, newcomer, password } from '../support/guest.ts'
import { addPerson } from '../support/people.ts'

const db = await freshDatabase()
const reason = 'Called back under the number in the file'
let administrator: Actor
let second: Actor
let foreign: Actor
let accounts = 0

beforeAll(async () => {
  administrator = await addPerson(db, 'npm', 'npm-administrator')
  second = await addPerson(db, 'npm', 'npm-administrator')
  foreign = await addPerson(db, 'inspectorate', 'inspectorate-administrator')
})

/** A person of the preventive mechanism who is signed in with a code generator. */
async function holder() {
  const { email, guest, personId } = await newcomer(db, `holder-${accounts++}@example.org`)
  const secret = await setUp(guest)
  return { email, guest, personId, secret }
}

async function setUp(guest: Guest): Promise<string> {
  const shown = await guest.ask((entrance) => entrance.nextStep())
  const secret = shown.step === 'set-up' ? shown.offer.typed.replaceAll(' ', '') : ''
  await guest.ask((entrance) => entrance.giveCode(codeOf(secret, stepAt(guest.clock))))
  return secret
}

const reset = (by: Actor, person: string, why = reason) =>
  callAs(db, by).people.resetSecondFactor({ person, reason: why })
const messagesTo = (personId: string) =>
  db.asSystem(async (tx) => [...(await tx.execute(sql`select kind from outgoing_messages where about = ${personId}`))])
const ageResets = () =>
  db.asSignIn((tx) =>
    tx.execute(sql`update "user" set second_factor_reset_at = second_factor_reset_at - interval '2 hours'`),
  )

describe('an administrator takes the second factor of somebody away who has lost it', () => {
  test('sessions end, the person is told, it is written down why, and the next sign-in sets up another', async () => {
    const { email, guest, personId, secret } = await holder()
    expect((await guest.visitor()).signedIn).toMatchObject({ factors: 2, lacks: undefined })
    expect(await reset(administrator, personId)).toEqual({ sessions: 1 })
    expect((await guest.visitor()).signedIn).toBeUndefined()
    expect(await messagesTo(personId)).toEqual([{ kind: 'second-factor-reset' }])
    const [entry] = await db.asSystem(async (tx) => [
      ...(await tx.execute(
        sql`select reason, person_id, subject from audit_entries where action = 'second-factor.reset'`,
      )),
    ])
    expect(entry).toMatchObject({
      reason,
      person_id: administrator.userId,
      subject: JSON.stringify({ personId, sessions: 1 }),
    })

    expect((await guest.ask((entrance) => entrance.enterByPassword({ email, password }))).asksCode).toBe(false)
    expect(await guest.visitor()).toMatchObject({ signedIn: { lacks: 'second-factor' }, actor: { role: 'public' } })
    const fresh = await setUp(guest)
    expect(fresh).not.toBe(secret)
    expect((await guest.visitor()).actor.role).toBe('npm-member')
  })

  test('who holds a role that asks for none sets one up as well', async () => {
    const director = await newcomer(db, `free-${accounts++}@example.org`, 'npm-member')
    await setUp(director.guest)
    await reset(administrator, director.personId)
    // The same account with the role of a facility, which forces no second factor, in place of its own.
    await db.asSystem((tx) =>
      tx.execute(sql`update assignments set ended_at = now(), ended_by = 'x' where person_id = ${director.personId}`),
    )
    await director.guest.ask((entrance) => entrance.enterByPassword({ email: director.email, password }))
    expect((await director.guest.visitor()).signedIn?.lacks).toBe('second-factor')
  })

  test('passkeys go as well: they may be on the lost device', async () => {
    const { personId } = await holder()
    await db.asSignIn((tx) =>
      tx
        .insert(passkey)
        .values({ userId: personId, publicKey: 'k', credentialID: v7(), counter: 0, deviceType: 'x', backedUp: false }),
    )
    await reset(administrator, personId)
    expect([
      ...(await db.asSignIn((tx) => tx.execute(sql`select id from passkey where user_id = ${personId}`))),
    ]).toEqual([])
    expect(await callAs(db, administrator).people.get({ person: personId })).toMatchObject({ hasSecondFactor: false })
  })
})

describe('is refused', () => {
  test.each([
    ['without a reason', '   short  ', 'BAD_REQUEST', 'second-factor.reason'],
    ['with a reason of several lines', 'one line\nand another one', 'BAD_REQUEST', undefined],
    ['with a reason that never ends', 'x'.repeat(10_000), 'BAD_REQUEST', undefined],
  ])('%s', async (_name, why, code, messageId) => {
    const { personId } = await holder()
    const refusal = messageId ? { code, message: messageId } : { code }
    await expect(reset(administrator, personId, why)).rejects.toMatchObject(refusal)
    expect(await callAs(db, administrator).people.get({ person: personId })).toMatchObject({ hasSecondFactor: true })
  })

  test('by another body’s administrator, to whom nobody of that id exists, as by whoever has no such right', async () => {
    const { personId, guest } = await holder()
    const answers = await Promise.all(
      [personId, v7()].map((id) => reset(foreign, id).catch((error) => [error.code, error.message])),
    )
    expect(answers).toEqual([
      ['NOT_FOUND', 'person.none'],
      ['NOT_FOUND', 'person.none'],
    ])
    const auditor = await addPerson(db, 'npm', 'npm-auditor')
    await expect(reset(auditor, personId)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect((await guest.visitor()).signedIn?.lacks).toBeUndefined()
  })

  test('for oneself, for who has none, and for who has left', async () => {
    await expect(reset(administrator, administrator.userId)).rejects.toMatchObject({ message: 'second-factor.self' })
    await expect(reset(administrator, second.userId)).rejects.toMatchObject({
      message: 'second-factor.nothing-to-reset',
    })
    const { personId } = await holder()
    await callAs(db, administrator).people.end({ person: personId })
    await expect(reset(administrator, personId)).rejects.toMatchObject({ message: 'person.ended' })
  })

  test('too often within an hour, whichever administrator of the body does it', async () => {
    await ageResets()
    const people: string[] = []
    for (let made = 0; made <= mostResets; made++) people.push((await holder()).personId)
    const last = people.pop()!
    for (const [at, person] of people.entries()) await reset(at % 2 === 0 ? administrator : second, person)
    await expect(reset(second, last)).rejects.toMatchObject({ message: 'second-factor.reset-too-often' })
    await ageResets()
    await expect(reset(second, last)).resolves.toEqual({ sessions: 1 })
  })
})

test('the database itself lets nobody give a second factor back, or take one of another body or their own', async () => {
  const { personId } = await holder()
  const count = (by: Actor, statement: ReturnType<typeof sql>) =>
    db.asActor(by, async (tx) => (await tx.execute(statement)).count)
  const taken = sql`delete from two_factor where user_id = ${personId}`
  expect(await count(foreign, taken)).toBe(0)
  const given = sql`update "user" set two_factor_enabled = true where id = ${personId}`
  await expect(count(administrator, given)).rejects.toThrow()
  const own = sql`update "user" set two_factor_enabled = false where id = ${administrator.userId}`
  expect(await count(administrator, own)).toBe(0)
  expect(await count(administrator, taken)).toBe(1)
})
