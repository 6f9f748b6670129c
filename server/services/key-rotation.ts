import type { Database } from '../../db/client.ts'
import {
  endEverySession,
  hasRowsUnder,
  type InstallationKey,
  listKeys,
  listLockedSecrets,
  saveKey,
  swapLockedSecret,
} from '../../db/queries/keys.ts'
import { deleteSecondFactor } from '../../db/queries/second-factors.ts'
import { systemActor } from '../domain/access.ts'
import { DomainError } from '../domain/errors.ts'
import { changeOfKey, type KeyPurpose, type KeyRing } from '../domain/keys.ts'
import { recordAudit } from './audit.ts'
import {
  dropKeyBefore,
  fingerprintOf,
  type KeyPlace,
  keyVariable,
  lookAtKey,
  openKeys,
  renewKeyFile,
} from './key-store.ts'
import { lockSecret, unlockSecret } from './second-factor-secrets.ts'

/** Secrets that are moved in one transaction. */
const secretsAPiece = 100
const firstId = '00000000-0000-0000-0000-000000000000'

/** What became of what stood under a key that another one has replaced; nothing where nothing stands under it. */
export interface Carried {
  purpose: KeyPurpose
  /** Sessions that ended. */
  sessions?: number
  /** Second factors that stand under the new key now. */
  moved?: number
  /** Second factors that open under no key that is here: left as they are, or taken away where the key is said to be lost. */
  unreadable?: number
}

interface Occasion {
  now: Date
  /** The key before is gone for good: second factors that nothing opens are taken away. */
  isLost?: boolean
}

/**
 * Notes the keys that a process works with. Where one is another than before, what stood under that is carried over first:
 * second factors are moved under the new key, sessions end. A stop in the middle is gone on with by the next call.
 *
 * @throws DomainError NOT_POSSIBLE_NOW `key.lost.PURPOSE` where something stands under the known key, which is not here;
 *   nothing is noted then.
 */
export async function takeKeysIntoUse(
  db: Database,
  rings: Partial<Record<KeyPurpose, KeyRing>>,
  place: KeyPlace,
  { now, isLost = false }: Occasion,
): Promise<Carried[]> {
  const known = await db.asSystem(listKeys)
  const carried: Carried[] = []
  for (const [name, ring] of Object.entries(rings)) {
    const purpose = name as KeyPurpose
    const last = known.find((one) => one.purpose === purpose)
    const own = { current: fingerprintOf(ring.current), before: ring.before && fingerprintOf(ring.before) }
    const change = changeOfKey(purpose, last, own, await hasDependants(db, purpose))
    if (change === 'lost' && !isLost) throw new DomainError('NOT_POSSIBLE_NOW', `key.lost.${purpose}`)
    const isOther = change !== 'same' || ring.before !== undefined
    if (last && !isOther) continue
    const done = isOther ? await carryOver(db, purpose, ring, isLost) : {}
    const { source } = lookAtKey(purpose, place)
    await noteKey(db, { purpose, fingerprint: own.current, source, since: now }, last, done)
    if (isOther) carried.push({ purpose, ...done })
    dropKeyBefore(place.directory, purpose)
  }
  return carried
}

function hasDependants(db: Database, purpose: KeyPurpose): Promise<boolean> {
  if (purpose === 'second-factors') return db.asSignIn((tx) => hasRowsUnder(tx, purpose))
  return purpose === 'surrogates' ? db.asSystem((tx) => hasRowsUnder(tx, purpose)) : Promise.resolve(false)
}

async function carryOver(db: Database, purpose: KeyPurpose, ring: KeyRing, isLost: boolean) {
  if (purpose === 'sign-in') return { sessions: await db.asSignIn(endEverySession) }
  return purpose === 'second-factors' ? moveSecrets(db, ring, isLost) : {}
}

async function noteKey(
  db: Database,
  key: InstallationKey,
  last: InstallationKey | undefined,
  done: Omit<Carried, 'purpose'>,
): Promise<void> {
  const since = last?.fingerprint === key.fingerprint ? last.since : key.since
  await db.asSystem(async (tx) => {
    await saveKey(tx, { ...key, since })
    const subject = { purpose: key.purpose, source: key.source, ...done }
    const action = last ? 'key.rotate' : 'key.begin'
    await recordAudit(tx, { by: systemActor, action, subject, at: key.since, requestId: null })
  })
}

/**
 * Puts a new key in the place of the one for `purpose`. One that the environment gives cannot be made here: its variables are
 * set, and the next start, or this call, carries over what stands under the one before.
 *
 * @throws DomainError NOT_POSSIBLE_NOW `key.surrogates`, `key.in-environment`, and what `takeKeysIntoUse` throws.
 */
export async function rotateKey(db: Database, purpose: KeyPurpose, place: KeyPlace, how: Occasion): Promise<Carried> {
  if (purpose === 'surrogates') throw new DomainError('NOT_POSSIBLE_NOW', 'key.surrogates')
  if (place.given[purpose] === undefined && !how.isLost) {
    renewKeyFile(place.directory, purpose, { keepBefore: purpose === 'second-factors' })
  }
  const [carried] = await takeKeysIntoUse(db, openKeys([purpose], place), place, how)
  if (!carried) throw inEnvironment(purpose)
  return carried
}

function inEnvironment(purpose: KeyPurpose) {
  const names = { variable: keyVariable(purpose), hasBefore: purpose === 'second-factors' ? 'yes' : 'no' }
  return new DomainError('NOT_POSSIBLE_NOW', 'key.in-environment', names)
}

/** Moves every secret under the current key, piece by piece; those that stand under it already stay. */
async function moveSecrets(db: Database, ring: KeyRing, isLost: boolean) {
  const done = { moved: 0, unreadable: 0 }
  for (let after = firstId; ; ) {
    const piece = await db.asSignIn((tx) => listLockedSecrets(tx, after, secretsAPiece))
    for (const one of piece) {
      const end = await moveSecret(db, ring, one, isLost)
      if (end) done[end]++
    }
    const last = piece.at(-1)
    if (!last || piece.length < secretsAPiece) return done
    after = last.id
  }
}

async function moveSecret(
  db: Database,
  ring: KeyRing,
  { id, userId, secret: locked }: { id: string; userId: string; secret: string },
  isLost: boolean,
): Promise<'moved' | 'unreadable' | undefined> {
  const open = await unlockSecret(ring, locked)
  if (!open) {
    if (isLost) await db.asSignIn((tx) => deleteSecondFactor(tx, userId, { mustSetUp: true }))
    return 'unreadable'
  }
  if (open.isCurrent) return undefined
  const moved = await lockSecret(ring, open.secret)
  await db.asSignIn((tx) => swapLockedSecret(tx, id, locked, moved))
  return 'moved'
}
