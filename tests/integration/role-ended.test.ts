import { type SQL, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { beforeEach, expect, test } from 'vitest'
import { savePerson } from '../../db/queries/people.ts'
import type { Actor } from '../../server/domain/access.ts'
import { recordAudit } from '../../server/services/audit.ts'
import { createCallerFactory, permitted, router } from '../../server/trpc/init.ts'
import { testMoment as now } from '../support/call-as.ts'
import { freshDatabase } from '../support/database.ts'
import { addPerson } from '../support/people.ts'

const db = await freshDatabase()
let administrator: Actor

beforeEach(async () => {
  administrator = await addPerson(db, 'npm', 'npm-administrator')
})

/** A change that takes long enough for the role of its maker to be ended by `endedBy` before it is through. */
const slow = createCallerFactory(
  router({
    change: permitted('person.invite')
      .input((given) => given as { endedBy?: string })
      .mutation(async ({ ctx, input: { endedBy } }) => {
        await recordAudit(ctx.tx, { by: ctx.actor, action: 'person.invite', at: now, requestId: null })
        if (!endedBy) return
        await ctx.tx.execute(sql`update assignments set ended_at = ${now.toISOString()}, ended_by = ${endedBy}
          where id = ${ctx.actor.assignment!.id}`)
      }),
  }),
)
const change = (endedBy?: string) =>
  db.asActor(administrator, (tx) => slow({ tx, actor: administrator, now: () => now }).change({ endedBy }))
const deeds = () =>
  db.asSystem((tx) => tx.execute(sql`select id from audit_entries where person_id = ${administrator.userId}`))

test('a change whose maker lost the role meanwhile is undone', async () => {
  await expect(change('another administrator')).rejects.toMatchObject({ code: 'FORBIDDEN' })
  expect(await deeds()).toHaveLength(0)
})

test('a change is kept while the role runs, and when it was the maker who laid it down', async () => {
  await change()
  await change(administrator.userId)
  expect(await deeds()).toHaveLength(2)
})

/** The code with which the database refuses what a body's administrator tries past the product. */
function refusal(statement: SQL): Promise<string> {
  return db
    .asActor(administrator, (tx) => tx.execute(statement))
    .then(
      () => 'done',
      (error) => error.cause?.code ?? error.code,
    )
}

test('an end stands: who may write it can neither take it back nor put it on somebody else', async () => {
  const person = sql`where person_id = ${administrator.userId}`
  const end = sql`update assignments set ended_at = ${now.toISOString()}, ended_by = 'one' ${person}`
  expect(await refusal(end)).toBe('done')
  expect(await refusal(sql`update assignments set ended_at = null, ended_by = null ${person}`)).toBe('42501')
  expect(await refusal(sql`update assignments set ended_by = 'other' ${person}`)).toBe('42501')
  expect(await refusal(sql`update assignments set ended_at = '2020-01-01' ${person}`)).toBe('42501')
  const own = sql`where id = ${administrator.userId}`
  expect(await refusal(sql`update people set ended_at = ${now.toISOString()}, ended_by = 'one' ${own}`)).toBe('done')
  expect(await refusal(sql`update people set ended_at = null, ended_by = null ${own}`)).toBe('42501')
})

test('nobody is a person without an account, and an account has one spelling', async () => {
  const add = (id: string) =>
    db
      .asSystem((tx) => savePerson(tx, { id, bodyId: administrator.bodyId!, addedAt: now }))
      .then(
        () => 'done',
        (error) => error.cause?.code ?? error.code,
      )
  expect(await add(v7())).toBe('23503')
  expect(await add(administrator.userId.toUpperCase())).toBe('23514')
  expect(await add('nobody')).toBe('22P02')
})
