import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import type { Actor } from '../../server/domain/access.ts'
import { createCaller } from '../../server/trpc/router.ts'
import { askAs } from '../../server/web/asking.ts'
import { testMoment } from '../support/call-as.ts'
import { freshDatabase } from '../support/database.ts'
import { addPerson } from '../support/people.ts'

const db = await freshDatabase()
const asking = (actor: Actor, question: (api: ReturnType<typeof createCaller>) => Promise<unknown>) =>
  askAs(db, { actor, now: () => testMoment, requestId: 'request-1' }, (context) => question(createCaller(context)))

const kept = (actor: Actor) =>
  db.asSystem(async (tx) => [
    ...(await tx.execute(sql`select action, outcome, request_id as "requestId", role, place_kind as "placeKind"
      from audit_entries where person_id = ${actor.userId} order by id`)),
  ])

test('a right that is not held is refused, and the refusal is kept although the question was undone', async () => {
  const administrator = await addPerson(db, 'npm', 'npm-administrator')
  await expect(asking(administrator, (api) => api.rules.list())).resolves.toBeDefined()
  await expect(asking(administrator, (api) => api.imports.list({}))).rejects.toMatchObject({ code: 'FORBIDDEN' })
  const refusal = { action: 'imports.list', outcome: 'refused', requestId: 'request-1' }
  expect(await kept(administrator)).toEqual([{ ...refusal, role: 'npm-administrator', placeKind: 'country' }])
})

test('a facility outside the own place leaves a trace, a mistyped one of the whole country none', async () => {
  const facility = v7()
  await db.asSystem((tx) =>
    tx.execute(
      sql`insert into facilities (id, key, created_at) values (${facility}, 'f', ${testMoment.toISOString()})`,
    ),
  )
  const director = await addPerson(db, 'administration', 'facility-director', { kind: 'facility', id: facility })
  const analyst = await addPerson(db, 'administration', 'ministry-analyst')
  for (const actor of [director, analyst]) {
    await expect(asking(actor, (api) => api.facilities.get({ facility: 'x', month: '2025-01' }))).rejects.toMatchObject(
      {
        code: 'NOT_FOUND',
      },
    )
  }
  expect(await kept(director)).toMatchObject([{ action: 'facilities.get', outcome: 'refused' }])
  expect(await kept(analyst)).toEqual([])
})
