import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { beforeAll, expect, test } from 'vitest'
import { listHeldRoles, loadActor } from '../../db/queries/people.ts'
import { type Actor, roles, rolesOf } from '../../server/domain/access.ts'
import { testMoment as now } from '../support/call-as.ts'
import { freshDatabase } from '../support/database.ts'
import { addPerson } from '../support/people.ts'

const db = await freshDatabase()
let administrator: Actor
let colleague: Actor

beforeAll(async () => {
  administrator = await addPerson(db, 'npm', 'npm-administrator')
  colleague = await addPerson(db, 'npm', 'npm-member')
})

/** Writes the row of a role past the application, as far as the database lets an administrator. */
async function writeRole(role: string): Promise<string> {
  const id = v7()
  await db.asActor(administrator, (tx) =>
    tx.execute(sql`insert into assignments (id, person_id, body_id, role, place_kind, granted_by, granted_at)
      values (${id}, ${colleague.userId}, ${administrator.bodyId}, ${role}, 'country', 'x', ${now.toISOString()})`),
  )
  return id
}

const foreign = [...roles.filter((role) => !rolesOf('npm').includes(role)), 'constructor', '']

test.each(foreign)(
  'a role that is none of the body’s (%s) opens nothing, even written straight into the table',
  async (role) => {
    const id = await writeRole(role)
    const [person] = await db.asSystem((tx) => listHeldRoles(tx, [colleague.userId], now))
    expect(person!.held.map((one) => one.role)).toEqual(['npm-member'])
    expect((await db.asSystem((tx) => loadActor(tx, colleague.userId, id, now)))?.role).not.toBe('system')
  },
)
