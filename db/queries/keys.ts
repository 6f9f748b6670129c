import { asc, eq, gt, sql } from 'drizzle-orm'
import type { KeyPurpose } from '../../server/domain/keys.ts'
import type { Tx } from '../client.ts'
import { installationKeys } from '../schema/index.ts'
import { account, session, twoFactor } from '../schema/sign-in.ts'

export type InstallationKey = typeof installationKeys.$inferSelect

/** The keys that the installation works with, as far as the database knows them. */
export function listKeys(tx: Tx): Promise<InstallationKey[]> {
  return tx.select().from(installationKeys).orderBy(asc(installationKeys.purpose))
}

/** The same without what a key is known by: as much as a visitor's request may read. */
export function listKeyAges(tx: Tx): Promise<Omit<InstallationKey, 'fingerprint'>[]> {
  const { purpose, source, since } = installationKeys
  return tx.select({ purpose, source, since }).from(installationKeys).orderBy(asc(purpose))
}

export async function saveKey(tx: Tx, { purpose, ...of }: InstallationKey): Promise<void> {
  await tx
    .insert(installationKeys)
    .values({ purpose, ...of })
    .onConflictDoUpdate({ target: installationKeys.purpose, set: of })
}

/** Whether anything stands under a key: second factors, or records whose persons it hid. Read in the role of those rows. */
export async function hasRowsUnder(tx: Tx, purpose: Extract<KeyPurpose, 'second-factors' | 'surrogates'>) {
  const table = purpose === 'second-factors' ? sql`two_factor` : sql`imports where kind = 'records'`
  const [row] = await tx.execute<{ has: boolean }>(sql`select exists (select from ${table}) as has`)
  return row?.has ?? false
}

/** Ends every session, and forgets what single sign-on has left behind: both stand under the key of sign-in. */
export async function endEverySession(tx: Tx): Promise<number> {
  await tx.update(account).set({ accessToken: null, refreshToken: null, idToken: null })
  return (await tx.delete(session).returning({ id: session.id })).length
}

/** Locked secrets of code generators behind `after`, in order. */
export function listLockedSecrets(tx: Tx, after: string, limit: number) {
  const { id, userId, secret } = twoFactor
  return tx.select({ id, userId, secret }).from(twoFactor).where(gt(id, after)).orderBy(asc(id)).limit(limit)
}

/** Puts the same secret under another key; nothing happens when its owner has made another one meanwhile. */
export async function swapLockedSecret(tx: Tx, id: string, from: string, to: string): Promise<void> {
  await tx
    .update(twoFactor)
    .set({ secret: to })
    .where(sql`${eq(twoFactor.id, id)} and ${eq(twoFactor.secret, from)}`)
}
