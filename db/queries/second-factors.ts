import { and, count, eq, gt, sql } from 'drizzle-orm'
import type { Tx } from '../client.ts'
import { people } from '../schema/people.ts'
import { passkey, twoFactor, user, verification } from '../schema/sign-in.ts'

/** A user's code generator: its encrypted secret, what is left of the recovery codes, and whether it was ever used. */
export async function findSecondFactor(tx: Tx, userId: string) {
  const { secret, backupCodes, verified } = twoFactor
  const [row] = await tx.select({ secret, backupCodes, verified }).from(twoFactor).where(eq(twoFactor.userId, userId))
  return row
}

/** Keeps a secret that its owner has not confirmed yet; one that was confirmed stays. */
export async function saveOffer(tx: Tx, userId: string, secret: string): Promise<void> {
  const offer = { secret, backupCodes: '[]', verified: false, lastStep: 0 }
  await tx
    .insert(twoFactor)
    .values({ userId, ...offer })
    .onConflictDoUpdate({ target: twoFactor.userId, set: offer, setWhere: eq(twoFactor.verified, false) })
}

/** From now on the user is asked for a code. */
export async function saveConfirmation(tx: Tx, userId: string, backupCodes: string): Promise<void> {
  await tx.update(twoFactor).set({ verified: true, backupCodes }).where(eq(twoFactor.userId, userId))
  await tx.update(user).set({ twoFactorEnabled: true }).where(eq(user.id, userId))
}

/** Puts other recovery codes in the place of `from`; false when somebody else was faster. */
export async function swapRecoveryCodes(tx: Tx, userId: string, from: string, to: string): Promise<boolean> {
  const swapped = await tx
    .update(twoFactor)
    .set({ backupCodes: to })
    .where(and(eq(twoFactor.userId, userId), eq(twoFactor.backupCodes, from)))
    .returning({ id: twoFactor.id })
  return swapped.length > 0
}

/** Takes a user's code generator away, with its recovery codes. With `mustSetUp` nothing is shown to them until they have another. */
export async function deleteSecondFactor(tx: Tx, userId: string, { mustSetUp = false } = {}): Promise<void> {
  await tx.delete(twoFactor).where(eq(twoFactor.userId, userId))
  const secondFactorResetAt = mustSetUp ? sql`now()` : null
  await tx.update(user).set({ twoFactorEnabled: false, secondFactorResetAt }).where(eq(user.id, userId))
}

/** The same with all passkeys, by somebody who looks after the user's body. Moments are the world's, which is the database's. */
export async function resetSecondFactors(tx: Tx, userId: string): Promise<void> {
  await tx.delete(passkey).where(eq(passkey.userId, userId))
  await deleteSecondFactor(tx, userId, { mustSetUp: true })
}

/** How many people of a body have lost their second factors to an administrator since an hour ago. */
export async function countResets(tx: Tx, bodyId: string): Promise<number> {
  const [row] = await tx
    .select({ count: count() })
    .from(user)
    .innerJoin(people, eq(people.id, sql`${user.id}::text`))
    .where(and(eq(people.bodyId, bodyId), gt(user.secondFactorResetAt, sql`now() - interval '1 hour'`)))
  return row?.count ?? 0
}

/** How the sign-in library names what waits for a code; other challenges, a passkey's or a return's, are named otherwise. */
const codeChallenge = /^2fa-[\w-]{20}$/

/** Whose code is waited for after a password was right, while it is waited for; undefined for a challenge of another kind. */
export async function findChallenge(tx: Tx, identifier: string, now: Date): Promise<string | undefined> {
  const { identifier: name, value, expiresAt } = verification
  if (!codeChallenge.test(identifier)) return undefined
  const [row] = await tx
    .select({ userId: value })
    .from(verification)
    .where(and(eq(name, identifier), gt(expiresAt, now)))
  return row?.userId
}

/** Ends the waiting; of several that end it at once only one is told so. */
export async function takeChallenge(tx: Tx, identifier: string): Promise<boolean> {
  const taken = await tx
    .delete(verification)
    .where(eq(verification.identifier, identifier))
    .returning({ id: verification.id })
  return taken.length > 0
}

/** Whether a user has a passkey. */
export async function hasPasskey(tx: Tx, userId: string): Promise<boolean> {
  return (await tx.select({ id: passkey.id }).from(passkey).where(eq(passkey.userId, userId)).limit(1)).length > 0
}

/** A user's passkeys as their owner knows them. */
export function listPasskeys(tx: Tx, userId: string) {
  const { id, name, createdAt, backedUp } = passkey
  return tx.select({ id, name, createdAt, backedUp }).from(passkey).where(eq(passkey.userId, userId)).orderBy(createdAt)
}

/** Renames a passkey of its owner; false when it is nobody's or somebody else's. */
export async function renamePasskey(tx: Tx, userId: string, id: string, name: string): Promise<boolean> {
  const own = and(eq(passkey.userId, userId), eq(passkey.id, id))
  return (await tx.update(passkey).set({ name }).where(own).returning({ id: passkey.id })).length > 0
}

/** Takes a passkey of its owner away; false when it is nobody's or somebody else's. */
export async function deletePasskey(tx: Tx, userId: string, id: string): Promise<boolean> {
  const own = and(eq(passkey.userId, userId), eq(passkey.id, id))
  return (await tx.delete(passkey).where(own).returning({ id: passkey.id })).length > 0
}
