import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { codeOf, stepAt } from '../../server/auth/totp.ts'
import { restoreAdministrator } from '../../server/services/restore.ts'
import { freshDatabase } from '../support/database.ts'
import { newcomer, password } from '../support/guest.ts'
import { addPerson } from '../support/people.ts'

const db = await freshDatabase()
const now = new Date('2026-01-15T09:00:00Z')
const reason = 'Came to the counter with their papers'
const restore = (body: string, why = reason) => restoreAdministrator(db, { body, reason: why }, now)
const rows = (question: ReturnType<typeof sql>) => db.asSystem(async (tx) => [...(await tx.execute(question))])
const messages = () => rows(sql`select kind, about from outgoing_messages where kind <> 'invitation' order by id`)
const deeds = sql`select a.reason, a.person_id, a.subject, b.key as body from audit_entries a join bodies b on b.id = a.body_id
  where a.action = 'second-factor.restore'`

test('the only administrator of a body comes in again with another second factor; the body knows of it', async () => {
  const { email, guest, personId } = await newcomer(db, 'only@example.org', 'npm-administrator')
  const auditor = await addPerson(db, 'npm', 'npm-auditor')
  await addPerson(db, 'npm', 'npm-member')
  await addPerson(db, 'inspectorate', 'inspectorate-auditor')
  const shown = await guest.ask((entrance) => entrance.nextStep())
  const lost = shown.step === 'set-up' ? shown.offer.typed.replaceAll(' ', '') : ''
  await guest.ask((entrance) => entrance.giveCode(codeOf(lost, stepAt(guest.clock))))
  expect((await guest.visitor()).actor.role).toBe('npm-administrator')

  await expect(restore('npm', ' short ')).rejects.toMatchObject({ messageId: 'second-factor.reason' })
  expect(await messages()).toEqual([])
  expect((await guest.visitor()).actor.role).toBe('npm-administrator')

  expect(await restore('npm')).toBe(1)
  expect((await guest.visitor()).signedIn).toBeUndefined()
  expect(await messages()).toEqual([
    { kind: 'administrator-restored', about: personId },
    { kind: 'administrator-restored-told', about: auditor.userId },
  ])
  const subject = JSON.stringify({ personId })
  expect(await rows(deeds)).toEqual([{ reason, person_id: 'system', subject, body: 'npm' }])

  // The password stays as it was, and opens nothing until there is another second factor.
  expect((await guest.ask((entrance) => entrance.enterByPassword({ email, password }))).asksCode).toBe(false)
  expect(await guest.visitor()).toMatchObject({ signedIn: { lacks: 'second-factor' }, actor: { role: 'public' } })
})

test('nobody is restored where another administrator can help, where there is none, and in a body that does not exist', async () => {
  await addPerson(db, 'npm', 'npm-administrator')
  await expect(restore('npm')).rejects.toMatchObject({ messageId: 'restore.another' })
  await expect(restore('inspectorate')).rejects.toMatchObject({ messageId: 'restore.nobody' })
  await expect(restore('ministry-of-magic')).rejects.toMatchObject({ messageId: 'body.none' })
  expect(await rows(deeds)).toHaveLength(1)
})
