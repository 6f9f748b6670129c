import { sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { codeOf, stepAt } from '../../server/auth/totp.ts'
import { attemptLimits } from '../../server/domain/sign-in/attempts.ts'
import { freshDatabase } from '../support/database.ts'
import { type Guest, invitationFor, openGuest } from '../support/guest.ts'
import { openOidcProvider } from '../support/oidc-provider.ts'

const db = await freshDatabase()
const provider = await openOidcProvider()
const single = { issuer: provider.issuer, clientId: 'daylight', clientSecret: 'secret', name: 'the ministry' }
const password = 'tin kettle under blue moss'
let refusals = 0
const refused = { name: 'DomainError', messageId: 'single-sign-on.refused' }

beforeEach(() => {
  provider.claims = { sub: 'u-1', email: 'nobody@example.org', email_verified: true }
  Object.assign(provider, { isForging: false, isUnsigned: false, isDown: false })
})

/** Goes to the provider and comes back with what it sends. */
async function comeBack(
  guest: Guest,
  change: (query: Record<string, string>) => Record<string, string> = (same) => same,
) {
  const { to } = await guest.ask((entrance) => entrance.beginSingleSignOn('/account'))
  const sent = await fetch(to, { redirect: 'manual' })
  const back = new URL(sent.headers.get('location')!)
  expect(back.pathname).toBe('/sign-in/single/return')
  const query = change(Object.fromEntries(back.searchParams))
  return guest.ask((entrance) => entrance.finishSingleSignOn(query))
}

async function invited(email: string): Promise<Guest> {
  const token = await invitationFor(db, email, 'npm', 'npm-member')
  const guest = openGuest(db)
  await guest.ask((entrance) => entrance.takeUpInvitation(token, { password, again: password }))
  return guest
}

test('lets somebody in who was invited, again and again, with one proof', async () => {
  await invited('known@example.org')
  provider.claims = { sub: 'u-known', email: 'Known@example.org', email_verified: true }
  for (const round of [1, 2]) {
    const guest = openGuest(db, { single })
    expect(await comeBack(guest)).toMatchObject({ to: '/account' })
    expect([round, (await guest.visitor()).signedIn]).toMatchObject([round, { factors: 1, lacks: 'second-factor' }])
  }
})

test('asks whoever has a second factor for its code', async () => {
  const own = await invited('careful@example.org')
  const shown = await own.ask((entrance) => entrance.nextStep())
  const secret = shown.step === 'set-up' ? shown.offer.typed.replaceAll(' ', '') : ''
  await own.ask((entrance) => entrance.giveCode(codeOf(secret, stepAt(own.clock))))
  provider.claims = { sub: 'u-careful', email: 'careful@example.org', email_verified: true }
  const guest = openGuest(db, { single, clock: new Date(Date.now() + 60_000) })
  await comeBack(guest)
  expect(await guest.ask((entrance) => entrance.nextStep())).toEqual({ step: 'code' })
  await guest.ask((entrance) => entrance.giveCode(codeOf(secret, stepAt(guest.clock))))
  expect((await guest.visitor()).signedIn).toMatchObject({ factors: 2, lacks: undefined })
})

test('makes no account for whoever was not invited', async () => {
  const guest = openGuest(db, { single })
  await expect(comeBack(guest)).rejects.toMatchObject(refused)
  const rows = await db.asSignIn((tx) => tx.execute(sql`select 1 from "user" where email = 'nobody@example.org'`))
  expect(rows).toHaveLength(0)
  expect((await guest.visitor()).signedIn).toBeUndefined()
})

test.each<[string, () => void, (query: Record<string, string>) => Record<string, string>]>([
  ['an address that its provider did not verify', () => (provider.claims.email_verified = false), (same) => same],
  ['a forged signature', () => (provider.isForging = true), (same) => same],
  ['an answer without a signature', () => (provider.isUnsigned = true), (same) => same],
  ['the word of another issuer', () => (provider.claims.iss = 'https://evil.example'), (same) => same],
  ['what was said to another site', () => (provider.claims.aud = 'another'), (same) => same],
  ['what was said long ago', () => (provider.claims.exp = 1_700_000_000), (same) => same],
  ['the answer to another question', () => (provider.claims.nonce = 'another'), (same) => same],
  [
    'a provider that goes away in between',
    () => {},
    (same) => {
      provider.isDown = true
      return same
    },
  ],
  ['a return that was begun elsewhere', () => {}, (query) => ({ ...query, state: 'x'.repeat(32) })],
  ['a return without a code', () => {}, ({ code: _, ...query }) => query],
  ['a fault of the provider', () => {}, ({ state }) => ({ state: state!, error: 'access_denied' })],
  ['nothing at all', () => {}, () => ({})],
])('refuses %s', async (_name, prepare, change) => {
  const email = `refused-${refusals++}@example.org`
  await invited(email)
  provider.claims = { sub: email, email, email_verified: true }
  prepare()
  await expect(comeBack(openGuest(db, { single }), change)).rejects.toMatchObject(refused)
})

test('a return is taken once', async () => {
  await invited('once@example.org')
  provider.claims = { sub: 'u-once', email: 'once@example.org', email_verified: true }
  const guest = openGuest(db, { single })
  let seen: Record<string, string> = {}
  await comeBack(guest, (query) => {
    seen = query
    return query
  })
  await expect(guest.ask((entrance) => entrance.finishSingleSignOn(seen))).rejects.toMatchObject(refused)
})

test('returns that were never begun do not fill the audit: one address is stopped', async () => {
  const guest = openGuest(db, { single, address: '192.0.2.77' })
  const finish = () => guest.ask((entrance) => entrance.finishSingleSignOn({ code: 'x', state: 'y' }))
  const answers = new Set<string>()
  for (let tries = 0; tries <= attemptLimits['single-sign-on.address'].most; tries++) {
    answers.add(await finish().catch((error) => error.messageId))
  }
  expect([...answers]).toEqual(['single-sign-on.refused', 'sign-in.too-often'])
})

test('a provider that is away is said to be away, and is asked again', async () => {
  const away = openGuest(db, { single: { ...single, issuer: 'http://127.0.0.1:1' } })
  const begin = () => away.ask((entrance) => entrance.beginSingleSignOn(undefined))
  for (let round = 0; round < 2; round++) {
    await expect(begin()).rejects.toMatchObject({ messageId: 'single-sign-on.away' })
  }
})

test('where the environment names none there is none', async () => {
  const guest = openGuest(db)
  expect(await guest.ask((entrance) => entrance.singleSignOnName())).toBeUndefined()
  await expect(guest.ask((entrance) => entrance.beginSingleSignOn(undefined))).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
})
