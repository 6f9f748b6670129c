import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { inviteFirstAdministrator } from '../../server/services/bootstrap.ts'
import { acceptInvitation, readInvitation } from '../../server/services/invitations.ts'
import { readRoll } from '../../server/services/roll.ts'
import { freshDatabase } from '../support/database.ts'

const db = await freshDatabase()
const now = new Date('2026-01-15T09:00:00Z')
const at = { now, requestId: 'r-1' }
const invite = (body: string, email = `${body}@example.org`) =>
  db.asSystem((tx) => inviteFirstAdministrator(tx, { body, email, name: 'First' }, now))
const accept = (token: string, when = now) =>
  db.asSystem((tx) => acceptInvitation(tx, { ...at, now: when }, { token, passwordHash: 'hash' }))

test.each([
  ['a body that there is none of', 'ministry-of-magic', 'a@example.org', 'body.none'],
  ['an address that is none', 'npm', 'nobody', 'invitation.email'],
])('%s is refused', async (_name, body, email, messageId) => {
  await expect(invite(body, email)).rejects.toMatchObject({ messageId })
})

test('a newer link ends the older, and each ends by itself after three days', async () => {
  const [older, newer] = [await invite('npm', 'older@example.org'), await invite('npm')]
  await expect(accept(older.token)).rejects.toMatchObject({ messageId: 'invitation.none' })
  await expect(accept(newer.token, newer.expiresAt)).rejects.toMatchObject({ messageId: 'invitation.none' })
  expect(newer.expiresAt).toEqual(new Date('2026-01-18T09:00:00Z'))
})

test('the first administrator of each body comes in by a token that opens once and is kept nowhere', async () => {
  for (const body of ['administration', 'inspectorate', 'npm']) {
    const { token } = await invite(body)
    const kept = await db.asSystem((tx) => tx.execute(sql`select i::text as row from invitations i`))
    expect(JSON.stringify(kept)).not.toContain(token)
    expect(await db.asSystem((tx) => readInvitation(tx, token, now))).toMatchObject({ role: `${body}-administrator` })
    await accept(token)
    await expect(accept(token)).rejects.toMatchObject({ messageId: 'invitation.none' })
  }
  const roll = await readRoll(db, now)
  expect(roll.map(({ body, email, roles }) => [body, email, roles.map((one) => one.role)])).toEqual([
    ['administration', 'administration@example.org', ['administration-administrator']],
    ['inspectorate', 'inspectorate@example.org', ['inspectorate-administrator']],
    ['npm', 'npm@example.org', ['npm-administrator']],
  ])
})

test('a body that has an administrator gets no second one from the terminal', async () => {
  await expect(invite('npm', 'other@example.org')).rejects.toMatchObject({ messageId: 'body.administered' })
})

test('each deed of the terminal is in the audit, those about a body in the body’s own', async () => {
  const rows = await db.asSystem((tx) =>
    tx.execute<{ action: string; body: string | null }>(
      sql`select a.action, b.key as body from audit_entries a left join bodies b on b.id = a.body_id order by a.id`,
    ),
  )
  const done = rows.map(({ action, body }) => `${action} ${body}`)
  for (const body of ['administration', 'inspectorate', 'npm']) expect(done).toContain(`person.bootstrap ${body}`)
  expect(done).toContain('person.list null')
})
