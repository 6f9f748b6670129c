import { sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
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
