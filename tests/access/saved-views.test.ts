import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../server/domain/access.ts'
import { callAs } from '../support/call-as.ts'
import { freshDatabase } from '../support/database.ts'
import { addPerson } from '../support/people.ts'

const db = await freshDatabase()
let keeper: Actor
let auditor: Actor
let colleague: Actor

beforeAll(async () => {
  keeper = await addPerson(db, 'administration', 'ministry-analyst')
  colleague = await addPerson(db, 'administration', 'ministry-analyst')
  auditor = await addPerson(db, 'administration', 'administration-auditor')
})

const outcome = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: Error) => error.message,
  )
const names = async (as: Actor) => (await callAs(db, as).views.list()).map(({ name }) => name)

test('a view is its person’s alone: nobody else lists it, renames it or takes it away', async () => {
  const asked = { name: 'What I look at', path: '/map?indicator=occupancy-rate', latestMonth: false }
  const id = await callAs(db, keeper).views.keep(asked)
  for (const other of [colleague, auditor]) {
    expect(await names(other)).toEqual([])
    expect(await outcome(callAs(db, other).views.rename({ id, name: 'Mine' }))).toBe('view.none')
    expect(await outcome(callAs(db, other).views.drop({ id }))).toBe('view.none')
  }
  // The same name is free for everybody else.
  expect(await outcome(callAs(db, colleague).views.keep(asked))).toBe('done')
  expect(await outcome(callAs(db, keeper).views.keep(asked))).toBe('view.twice')
  await callAs(db, keeper).views.rename({ id, name: 'Crowding' })
  expect(await names(keeper)).toEqual(['Crowding'])
  await callAs(db, keeper).views.drop({ id })
  expect(await names(keeper)).toEqual([])
  expect(await names(colleague)).toEqual(['What I look at'])
})

test('the audit says that it was done, and neither the name nor the page', async () => {
  const entries = await db.asSystem((tx) =>
    tx.execute<{ action: string; subject: string }>(
      `select action, subject::text as subject from audit_entries where action like 'view.%' and outcome = 'done' order by at, id`,
    ),
  )
  expect([...new Set(entries.map(({ action }) => action))].sort()).toEqual(['view.drop', 'view.keep', 'view.rename'])
  expect(JSON.stringify(entries)).not.toMatch(/Crowding|look at|occupancy/)
})

test('a tour that was ended is ended for its person and role, as often as it is ended', async () => {
  expect(await callAs(db, keeper).tours.isEnded()).toBe(false)
  await callAs(db, keeper).tours.end()
  await callAs(db, keeper).tours.end()
  expect(await callAs(db, keeper).tours.isEnded()).toBe(true)
  expect(await callAs(db, { ...keeper, role: 'ministry-duty-desk' }).tours.isEnded()).toBe(false)
  expect(await callAs(db, colleague).tours.isEnded()).toBe(false)
})
