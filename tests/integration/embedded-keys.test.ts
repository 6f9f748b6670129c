import { randomBytes } from 'node:crypto'
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { codeOf, stepAt } from '../../server/auth/totp.ts'
import { rotateKey, takeKeysIntoUse } from '../../server/services/key-rotation.ts'
import { openKeys } from '../../server/services/key-store.ts'
import { lockSecret, unlockSecret } from '../../server/services/second-factor-secrets.ts'
import { freshDatabase } from '../support/database.ts'
import { newcomer, openGuest, password } from '../support/guest.ts'
import { testRing } from '../support/visit.ts'

const db = await freshDatabase()
const directory = join(db.dataDir, 'keys')
const place = { given: {}, directory, hasServer: false }
const now = new Date('2026-03-01T08:00:00Z')
const all = ['sign-in', 'second-factors', 'traces'] as const
const file = (name: string) => join(directory, name)
const ring = () => openKeys(['second-factors'], place)['second-factors']
const start = () => takeKeysIntoUse(db, openKeys(all, place), place, { now })
const secrets = () =>
  db.asSignIn(async (tx) => [...(await tx.execute<{ secret: string }>(sql`select secret from two_factor order by id`))])
const deedsOf = (action: string) =>
  db.asSystem(async (tx) => [
    ...(await tx.execute<{ subject: string }>(
      sql`select subject from audit_entries where action = ${action} order by id`,
    )),
  ])

const people: { email: string; secret: string }[] = []

beforeAll(async () => {
  await start()
  // What the guests set up stands under the key of the tests, so that one is put into the file.
  writeFileSync(file('second-factors'), testRing.current)
  await start()
  for (const name of ['ada', 'bo', 'cy']) {
    const { guest, email } = await newcomer(db, `${name}@example.org`)
    const shown = await guest.ask((entrance) => entrance.nextStep())
    const secret = shown.step === 'set-up' ? shown.offer.typed.replaceAll(' ', '') : ''
    await guest.ask((entrance) => entrance.giveCode(codeOf(secret, stepAt(guest.clock))))
    people.push({ email, secret })
  }
})

/** Whether everybody's secret opens with what is in the files now, as a server would that starts now. */
async function everybodyOpens(): Promise<boolean> {
  const opened = await Promise.all((await secrets()).map(({ secret }) => unlockSecret(ring(), secret)))
  return opened.length === 3 && opened.every((one, at) => one?.secret === people[at]!.secret)
}

describe('a rotation of the key of second factors', () => {
  test('moves every secret, keeps nothing of the key before, and is written down', async () => {
    const [before, under] = [await secrets(), ring().current]
    expect(await rotateKey(db, 'second-factors', place, { now })).toMatchObject({ moved: 3, unreadable: 0 })
    expect(ring()).toEqual({ current: expect.not.stringContaining(under) })
    expect(await everybodyOpens()).toBe(true)
    for (const { secret } of await secrets()) {
      expect(before.map((one) => one.secret)).not.toContain(secret)
      expect(await unlockSecret({ current: under }, secret)).toBeUndefined()
    }
    const told = (await deedsOf('key.rotate')).at(-1)!.subject
    expect(JSON.parse(told)).toEqual({ moved: 3, purpose: 'second-factors', source: 'file', unreadable: 0 })
    expect(told).not.toContain(ring().current)
  })

  /** The states in which a kill can leave files and rows, made by hand. */
  const cuts: [string, () => Promise<void>][] = [
    ['after the key before was laid aside', async () => cpSync(file('second-factors'), file('second-factors.before'))],
    ['after the new key came, before any secret was moved', async () => layAside()],
    [
      'in the middle of the secrets',
      async () => {
        layAside()
        const [first] = await secrets()
        const open = await unlockSecret(ring(), first!.secret)
        const moved = await lockSecret(ring(), open!.secret)
        await db.asSignIn((tx) =>
          tx.execute(sql`update two_factor set secret = ${moved} where secret = ${first!.secret}`),
        )
      },
    ],
  ]
  function layAside() {
    cpSync(file('second-factors'), file('second-factors.before'))
    writeFileSync(file('second-factors'), randomBytes(32).toString('base64url'))
  }

  test.each(cuts)('that was killed %s leaves everybody their second factor, and goes on', async (_name, cut) => {
    await cut()
    expect(await everybodyOpens()).toBe(true)
    await rotateKey(db, 'second-factors', place, { now })
    expect(ring().before).toBeUndefined()
    expect(await everybodyOpens()).toBe(true)
  })

  test.each(cuts)('that was killed %s is ended by the next start of the server', async (_name, cut) => {
    await cut()
    await start()
    expect(ring().before).toBeUndefined()
    expect(await everybodyOpens()).toBe(true)
  })
})

describe('a key from the environment', () => {
  const key = () => randomBytes(32).toString('base64')
  const given = (current: string, before?: string) => ({
    ...place,
    given: { 'second-factors': current, ...(before && { 'second-factors-before': before }) },
  })
  const startWith = (where: ReturnType<typeof given>) =>
    takeKeysIntoUse(db, openKeys(['second-factors'], where), where, { now })

  test('is changed by a start with the new and the old one; without the old one nothing starts and nothing is lost', async () => {
    const [old, fresh] = [ring().current, key()]
    await expect(startWith(given(fresh))).rejects.toMatchObject({ messageId: 'key.lost.second-factors' })
    expect(await everybodyOpens()).toBe(true)
    expect(await startWith(given(fresh, old))).toEqual([{ purpose: 'second-factors', moved: 3, unreadable: 0 }])
    // From now on the old one is not needed.
    expect(await startWith(given(fresh))).toEqual([])
    await expect(startWith(given(old))).rejects.toMatchObject({ messageId: 'key.lost.second-factors' })
    expect(await startWith(given(old, fresh))).toMatchObject([{ moved: 3 }])
  })

  test('cannot be made here: it is said which variables to set', async () => {
    const where = given(ring().current)
    const refusal = { messageId: 'key.in-environment', values: { variable: 'KEY_SECOND_FACTORS', hasBefore: 'yes' } }
    await expect(rotateKey(db, 'second-factors', where, { now })).rejects.toMatchObject(refusal)
    const signIn = { ...place, given: { 'sign-in': openKeys(['sign-in'], place)['sign-in'].current } }
    await expect(rotateKey(db, 'sign-in', signIn, { now })).rejects.toMatchObject({ messageId: 'key.in-environment' })
  })
})

test('a rotation of the key of sign-in ends every session, once', async () => {
  const guest = openGuest(db)
  await guest.ask((entrance) => entrance.enterByPassword({ email: people[0]!.email, password }))
  const before = readFileSync(file('sign-in'), 'utf8')
  const { sessions } = await rotateKey(db, 'sign-in', place, { now })
  expect(sessions).toBe(3)
  expect(readFileSync(file('sign-in'), 'utf8')).not.toBe(before)
  expect(await start()).toEqual([])
})

test('the key of traces is renewed, and the one of surrogates never', async () => {
  const before = readFileSync(file('traces'), 'utf8')
  await rotateKey(db, 'traces', place, { now })
  expect(readFileSync(file('traces'), 'utf8')).not.toBe(before)
  await expect(rotateKey(db, 'surrogates', place, { now })).rejects.toMatchObject({ messageId: 'key.surrogates' })
})

test('another key for surrogates is refused once there are records', async () => {
  const takeSurrogateKey = () => takeKeysIntoUse(db, openKeys(['surrogates'], place), place, { now })
  await takeSurrogateKey()
  rmSync(file('surrogates'))
  await takeSurrogateKey()
  await db.asSystem((tx) =>
    tx.execute(sql`insert into imports (id, kind, source, file_name, file_bytes, file_sha256, mapping, mapping_sha256,
      rows_read, rows_good, rows_bad, duplicates, unchanged, superseded, by, started_at, accepted_at)
      values (${v7()}, 'records', 's', 'f', 1, 'x', '{}', 'y', 1, 1, 0, 0, 0, 0, 'x', ${now.toISOString()}, ${now.toISOString()})`),
  )
  await takeSurrogateKey()
  rmSync(file('surrogates'))
  await expect(takeSurrogateKey()).rejects.toMatchObject({ messageId: 'key.lost.surrogates' })
})

describe('a key that is gone for good', () => {
  beforeEach(() => rmSync(directory, { recursive: true }))

  test('keeps the server from starting until it is said so; then its second factors are taken away', async () => {
    await expect(start()).rejects.toMatchObject({ messageId: 'key.lost.second-factors' })
    expect(await rotateKey(db, 'second-factors', place, { now, isLost: true })).toMatchObject({
      moved: 0,
      unreadable: 3,
    })
    expect(await secrets()).toEqual([])
    await start()
    const guest = openGuest(db)
    await guest.ask((entrance) => entrance.enterByPassword({ email: people[1]!.email, password }))
    expect(await guest.ask((entrance) => entrance.nextStep())).toMatchObject({ step: 'set-up' })
  })
})
