import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { countWaitingMessages, saveMessage } from '../../db/queries/outgoing-messages.ts'
import type { Actor } from '../../server/domain/access.ts'
import { acceptInvitation, invitePerson } from '../../server/services/invitations.ts'
import { folderCarrier, type MailCarrier, smtpCarrier } from '../../server/services/mail-carrier.ts'
import { sendWaiting } from '../../server/services/outgoing-mail.ts'
import { freshDatabase } from '../support/database.ts'
import { addAccount, addPerson } from '../support/people.ts'
import { openSmtpServer } from '../support/smtp-server.ts'

const db = await freshDatabase()
const smtp = await openSmtpServer()
const start = new Date('2026-03-01T08:00:00Z')
const minutesOn = (minutes: number) => new Date(start.getTime() + minutes * 60_000)
const publicUrl = 'https://daylight.example.org'
let administrator: Actor

const byMail = smtpCarrier(smtp.url, 'Daylight <daylight@example.org>')
const send = (carrier: MailCarrier, now = start) => sendWaiting({ db, carrier, publicUrl, clock: () => now })
const invite = (email: string, name = 'Rosalind') =>
  db.asActor(administrator, (tx) =>
    invitePerson(tx, { actor: administrator, now: start, requestId: null }, administrator.bodyId!, {
      name,
      email,
      role: 'npm-member',
      place: { kind: 'country', id: null },
    }),
  )
const ask = (email: string) => db.asSystem((tx) => saveMessage(tx, 'reset', email))
const waiting = () => db.asSystem(async (tx) => [...(await tx.execute(sql`select * from outgoing_messages`))])
const tokenIn = (text: string) => /\/(?:invitation|reset)\/([\w-]{43})/.exec(text.replaceAll('=\n', ''))?.[1]

beforeAll(async () => {
  administrator = await addPerson(db, 'npm', 'npm-administrator')
})
beforeEach(async () => {
  smtp.received.length = 0
  smtp.answer = '250 taken'
  await db.asSystem((tx) => tx.execute(sql`delete from outgoing_messages`))
})

describe('an invitation', () => {
  test('is undone together with its message', async () => {
    const undone = db.asActor(administrator, async (tx) => {
      const occasion = { actor: administrator, now: start, requestId: null }
      const place = { kind: 'country', id: null } as const
      const asked = { name: 'U', email: 'undone@example.org', role: 'npm-member', place } as const
      await invitePerson(tx, occasion, administrator.bodyId!, asked)
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    expect(await waiting()).toEqual([])
  })

  test('comes with a link that makes the account, and is sent once', async () => {
    await invite('rosalind@example.org')
    expect((await send(byMail)).sent).toBe(1)
    expect((await send(byMail)).sent).toBe(0)
    const [letter] = smtp.received
    expect(letter!.to.join()).toContain('rosalind@example.org')
    const token = tokenIn(letter!.data)!
    await db.asSystem((tx) =>
      acceptInvitation(tx, { now: minutesOn(1), requestId: null }, { token, passwordHash: 'h' }),
    )
  })

  test('leaves its token in no table', async () => {
    await invite('secret@example.org')
    await send(byMail)
    const token = tokenIn(smtp.received[0]!.data)!
    const rows = await db.asSystem(async (tx) => [
      ...(await tx.execute(sql`select * from invitations`)),
      ...(await tx.execute(sql`select * from audit_entries`)),
    ])
    expect(JSON.stringify(rows)).not.toContain(token)
  })

  test('that was revoked meanwhile is not sent', async () => {
    await invite('changed-mind@example.org')
    await db.asSystem((tx) =>
      tx.execute(sql`update invitations set revoked_at = now(), revoked_by = 'x'
      where email = 'changed-mind@example.org'`),
    )
    expect(await send(byMail)).toMatchObject({ sent: 0, failed: 0 })
    expect(await waiting()).toEqual([])
  })

  test('cannot put a receiver or a head of its own into the message', async () => {
    await invite('a@example.org', 'R <b@example.org>, "Bcc: c@example.org"')
    await send(byMail)
    expect(smtp.received[0]!.to).toEqual(['<a@example.org>'])
  })
})

describe('a new password that is asked for', () => {
  test('for an address of nobody sends nothing and leaves nothing', async () => {
    await ask('nobody@example.org')
    expect(await send(byMail)).toMatchObject({ sent: 0, failed: 0 })
    expect(smtp.received).toEqual([])
    expect(await waiting()).toEqual([])
  })

  test('goes to the address of the account', async () => {
    await ask('rosalind@example.org')
    await send(byMail)
    expect(tokenIn(smtp.received[0]!.data)).toBeDefined()
  })
})

describe('a mail server that is down', () => {
  test('loses nothing: the message waits, tries again after growing pauses, and goes when the server is back', async () => {
    await invite('patient@example.org')
    smtp.answer = '451 not now'
    expect((await send(byMail)).failed).toBe(1)
    expect(await send(byMail, minutesOn(0.9))).toMatchObject({ sent: 0, failed: 0 })
    expect((await send(byMail, minutesOn(1))).failed).toBe(1)
    expect(await send(byMail, minutesOn(2.9))).toMatchObject({ sent: 0, failed: 0 })
    smtp.answer = '250 taken'
    expect((await send(byMail, minutesOn(3))).sent).toBe(1)
    expect(tokenIn(smtp.received[0]!.data)).toBeDefined()
  })

  test('holds up no other message, and whoever looks after people sees how many wait, not whose', async () => {
    const nobodyListens = smtpCarrier('smtp://127.0.0.1:1', 'd@example.org')
    await invite('one@example.org')
    await invite('two@example.org')
    expect((await send(nobodyListens)).failed).toBe(2)
    expect(await db.asActor(administrator, countWaitingMessages)).toMatchObject({ failing: 2, failures: 1 })
    await expect(
      db.asActor(administrator, (tx) => tx.execute(sql`select about from outgoing_messages`)),
    ).rejects.toThrow()
    // Another body is told of its own alone.
    const other = await addPerson(db, 'inspectorate', 'inspectorate-administrator')
    expect(await db.asActor(other, countWaitingMessages)).toMatchObject({ failing: 0, lastFault: null })
    const analyst = await addPerson(db, 'administration', 'ministry-analyst')
    expect(await db.asActor(analyst, countWaitingMessages)).toMatchObject({ failing: 0 })
  })

  test('of new passwords and changed ones a body is told where an account of its own asked for them', async () => {
    const member = await addPerson(db, 'npm', 'npm-member')
    await addAccount(db, member.userId, 'Somebody of the body')
    await ask(`${member.userId}@example.org`)
    await db.asSystem((tx) => saveMessage(tx, 'password-changed', member.userId))
    // Of an address of nobody nothing is left to tell.
    await ask('nobody@example.org')
    expect((await send(smtpCarrier('smtp://127.0.0.1:1', 'd@example.org'))).failed).toBe(2)
    expect(await db.asActor(administrator, countWaitingMessages)).toMatchObject({ failing: 2 })
    const other = await addPerson(db, 'administration', 'administration-administrator')
    expect(await db.asActor(other, countWaitingMessages)).toMatchObject({ failing: 0 })
  })

  test('a message whose sender was killed is tried again', async () => {
    await invite('killed@example.org')
    const killed: MailCarrier = { hand: () => new Promise(() => {}) }
    void send(killed)
    await expect.poll(async () => (await waiting())[0]?.next_at).not.toBeNull()
    expect((await send(byMail, minutesOn(1))).sent).toBe(0)
    expect((await send(byMail, minutesOn(2))).sent).toBe(1)
  })
})

test('several processes send each message once', async () => {
  for (const name of ['a', 'b', 'c']) await invite(`${name}-many@example.org`)
  await Promise.all([send(byMail), send(byMail), send(byMail)])
  expect(smtp.received.map((one) => one.to.join()).sort()).toHaveLength(3)
})

test('without a mail server each message is a file that its owner alone reads', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'daylight-mail-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const mail = join(folder, 'mail')
  await invite('file@example.org')
  await send(folderCarrier(mail))
  const [file] = readdirSync(mail)
  expect(statSync(join(mail, file!)).mode & 0o777).toBe(0o600)
  expect(statSync(mail).mode & 0o777).toBe(0o700)
  const text = readFileSync(join(mail, file!), 'utf8')
  expect(text).toContain('To: file@example.org')
  expect(text).toContain(`${publicUrl}/invitation/${tokenIn(text)}`)
})
