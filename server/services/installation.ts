import type { Database } from '../../db/client.ts'
import { findInstallation, type Installation, saveInstallation } from '../../db/queries/installation.ts'
import { DomainError } from '../domain/errors.ts'
import { prepareBodies } from './bodies.ts'

/** What a first start makes of an empty database. */
export interface FirstStart {
  kind: Installation['kind']
  countryName: string
  timezone: string
  /** The moment at which a demonstration stands still. */
  displayedNow: Date | null
}

/** The time of the installation: the world's, or the moment at which a demonstration stands still. */
export async function momentOf(db: Database, clock: Date): Promise<Date> {
  return (await db.asSystem(findInstallation))?.displayedNow ?? clock
}

/** What the installation is, or what its first start will make it. */
export async function kindOfInstallation(db: Database, isEmpty: boolean): Promise<Installation['kind']> {
  return (await db.asSystem(findInstallation))?.kind ?? (isEmpty ? 'real' : 'demonstration')
}

/**
 * The installation as it is, or as `wanted` makes it at the first start. A demonstration and a real installation never
 * mix: asking for the other kind is refused, and nothing is changed.
 */
export async function prepareInstallation(
  db: Database,
  wanted: FirstStart,
  isAskedFor: boolean,
  now: Date,
): Promise<Installation & { isNew: boolean }> {
  return db.asSystem(async (tx) => {
    await prepareBodies(tx)
    const known = await findInstallation(tx)
    if (!known) {
      await saveInstallation(tx, { ...wanted, createdAt: now })
      return { id: 1, ...wanted, createdAt: now, isNew: true }
    }
    if (isAskedFor && known.kind !== wanted.kind) {
      throw new DomainError('NOT_POSSIBLE_NOW', 'installation.otherKind', { kind: known.kind })
    }
    return { ...known, isNew: false }
  })
}
