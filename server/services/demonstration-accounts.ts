import type { Database } from '../../db/client.ts'
import { findInstallation } from '../../db/queries/installation.ts'
import { listHeldRoles } from '../../db/queries/people.ts'
import { listUsersOf } from '../../db/queries/sign-in.ts'
import { DomainError } from '../domain/errors.ts'
import type { HeldRole, SignedIn } from '../domain/visitor.ts'
import { type Browser, beginSession, type Moment } from './visits.ts'

/** The way in of a demonstration account: no proof at all. It opens nothing in a real installation. */
export const demonstrationProvider = 'demonstration'

/** An account that everybody may enter, in a demonstration only. */
export interface DemonstrationAccount {
  personId: string
  name: string
  body: SignedIn['body']
  held: readonly HeldRole[]
}

/** The accounts that a demonstration offers, in the order in which they were made; none in a real installation. */
export async function listDemonstrationAccounts(db: Database, now: Date): Promise<DemonstrationAccount[]> {
  if (!(await isDemonstration(db))) return []
  const users = await db.asSignIn((tx) => listUsersOf(tx, demonstrationProvider))
  const ids = users.map((one) => one.id)
  const people = await db.asSystem((tx) => listHeldRoles(tx, ids, now))
  return users.flatMap(({ id, name }) => {
    const person = people.find((one) => one.personId === id)
    return person && person.held.length > 0 ? [{ name, ...person }] : []
  })
}

/**
 * Enters a demonstration account. It counts as two proofs: an invented person has nothing to prove. Gives the token.
 *
 * @throws DomainError NOT_FOUND for an account that is none of the demonstration's, and always in a real installation.
 */
export async function enterDemonstration(
  db: Database,
  personId: string,
  browser: Browser,
  moment: Moment,
): Promise<string> {
  const users = (await isDemonstration(db)) ? await db.asSignIn((tx) => listUsersOf(tx, demonstrationProvider)) : []
  if (!users.some((one) => one.id === personId)) throw new DomainError('NOT_FOUND', 'person.none')
  return beginSession(db, { personId, factors: 2, browser }, moment)
}

/**
 * A real installation has no accounts that everybody may enter.
 *
 * @throws DomainError NOT_POSSIBLE_NOW when there is one in its database.
 */
export async function refuseDemonstrationAccounts(db: Database): Promise<void> {
  const users = await db.asSignIn((tx) => listUsersOf(tx, demonstrationProvider))
  if (users.length > 0 && !(await isDemonstration(db))) {
    throw new DomainError('NOT_POSSIBLE_NOW', 'installation.demonstration-accounts', { count: users.length })
  }
}

async function isDemonstration(db: Database): Promise<boolean> {
  return (await db.asSystem(findInstallation))?.kind === 'demonstration'
}
