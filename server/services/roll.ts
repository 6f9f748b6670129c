import type { Database } from '../../db/client.ts'
import { listBodies, listPeople } from '../../db/queries/people.ts'
import { listUsers } from '../../db/queries/sign-in.ts'
import { systemActor } from '../domain/access.ts'
import { recordAudit } from './audit.ts'

/** A person as the terminal lists them. */
export interface RollEntry {
  body: string
  name: string
  email: string
  roles: { role: string; placeKind: string; grantedAt: Date; endedAt: Date | null }[]
}

/** Everybody of every body with all that they hold or held, ended roles too. That it was read is written down. */
export async function readRoll(db: Database, now: Date): Promise<RollEntry[]> {
  const users = new Map((await db.asSignIn(listUsers)).map((one) => [one.id, one]))
  return db.asSystem(async (tx) => {
    const entries = new Map<string, RollEntry>()
    for (const body of await listBodies(tx)) {
      for (const { person, assignment } of await listPeople(tx, body.id)) {
        const { name = '', email = '' } = users.get(person.id) ?? {}
        const entry = entries.get(person.id) ?? { body: body.key, name, email, roles: [] }
        entries.set(person.id, entry)
        if (assignment) entry.roles.push(assignment)
      }
    }
    await recordAudit(tx, { by: systemActor, action: 'person.list', at: now, requestId: null })
    return [...entries.values()]
  })
}
