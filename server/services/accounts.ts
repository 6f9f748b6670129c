import { v7 } from 'uuid'
import type { Database } from '../../db/client.ts'
import { findBody, findPerson, listRunningAssignments, savePerson } from '../../db/queries/people.ts'
import { findUserByEmail, saveUser } from '../../db/queries/sign-in.ts'
import { type BodyKind, type Place, type Role, systemActor } from '../domain/access.ts'
import { DomainError } from '../domain/errors.ts'
import { recordAudit } from './audit.ts'
import { grantAssignment } from './people.ts'

/** An account as the installation itself makes it: of a person of a body, with one way to prove who they are. */
export interface NewAccount {
  name: string
  email: string
  body: BodyKind
  providerId: string
  holds: readonly { role: Role; place: Place }[]
}

/**
 * Sees to it that there is an account of this address with its person and roles; what is there already stays. Gives the
 * person's id.
 */
export async function prepareAccount(db: Database, account: NewAccount, now: Date): Promise<string> {
  const id = await db.asSignIn(async (tx) => {
    const known = await findUserByEmail(tx, account.email)
    if (known) return known.id
    const { name, email, providerId } = account
    const made = { id: v7(), name, email, providerId, now }
    await saveUser(tx, made)
    return made.id
  })
  await db.asSystem(async (tx) => {
    const by = systemActor
    const body = await findBody(tx, account.body)
    if (!body) throw new DomainError('NOT_FOUND', 'body.none')
    if (!(await findPerson(tx, id))) {
      await savePerson(tx, { id, bodyId: body.id, addedAt: now })
      await recordAudit(tx, { by, action: 'person.add', subject: { personId: id }, at: now, requestId: null })
    }
    const running = await listRunningAssignments(tx, id, now)
    for (const { role, place } of account.holds) {
      if (running.some((one) => one.role === role && one.placeId === place.id)) continue
      await grantAssignment(tx, { actor: by, now, requestId: null }, { personId: id, role, place })
    }
  })
  return id
}
