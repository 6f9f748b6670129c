import { v7 } from 'uuid'
import type { Database } from '../../db/client.ts'
import { findBody, loadActor, saveAssignment, savePerson } from '../../db/queries/people.ts'
import { session, user } from '../../db/schema/sign-in.ts'
import type { Actor, BodyKind, Place, Role } from '../../server/domain/access.ts'
import { prepareBodies } from '../../server/services/bodies.ts'
import { testMoment } from './call-as.ts'

const country: Place = { kind: 'country', id: null }

/** Gives the account of a person a name, or makes it, with one open session: gives the session's id. */
export async function addAccount(db: Database, personId: string, name: string): Promise<string> {
  const times = { createdAt: testMoment, updatedAt: new Date() }
  const sessionId = v7()
  await db.asSignIn(async (tx) => {
    const own = { id: personId, name, email: `${personId}@example.org`, ...times }
    await tx.insert(user).values(own).onConflictDoUpdate({ target: user.id, set: { name } })
    const expiresAt = new Date(Date.now() + 3_600_000)
    await tx.insert(session).values({ id: sessionId, userId: personId, token: v7(), expiresAt, ...times })
  })
  return sessionId
}

/** The account without which nobody is a person. */
export function accountOf(id: string) {
  return { id, name: 'Somebody', email: `${id}@example.org`, createdAt: testMoment, updatedAt: testMoment }
}

/** A person of a body who holds one role, as the installation would resolve them: `await addPerson(db, 'npm', 'npm-member')`. */
export async function addPerson(db: Database, body: BodyKind, role: Role, place: Place = country): Promise<Actor> {
  return db.asSystem(async (tx) => {
    await prepareBodies(tx)
    const found = await findBody(tx, body)
    if (!found) throw new Error(`there is no body ${body}`)
    const person = { id: v7(), bodyId: found.id, addedAt: testMoment }
    await tx.insert(user).values(accountOf(person.id))
    await savePerson(tx, person)
    const at = { placeKind: place.kind, placeId: place.id, grantedBy: 'system', grantedAt: testMoment }
    await saveAssignment(tx, { personId: person.id, bodyId: found.id, role, ...at })
    const actor = await loadActor(tx, person.id, undefined, testMoment)
    if (!actor) throw new Error('nobody was resolved')
    return actor
  })
}
