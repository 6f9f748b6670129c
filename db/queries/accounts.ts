import { and, eq, gt, like, ne } from 'drizzle-orm'
import type { Tx } from '../client.ts'
import { account, session, user, verification } from '../schema/sign-in.ts'

/** An account that somebody can sign in to by a password, as the sign-in library keeps it. */
export interface NewAccount {
  userId: string
  name: string
  email: string
  passwordHash: string
  at: Date
}

/** Makes an account; false when the address has one already. The asker is the system, which cannot read accounts back. */
export async function saveAccount(tx: Tx, { userId, name, email, passwordHash, at }: NewAccount): Promise<boolean> {
  const times = { createdAt: at, updatedAt: at }
  // The message came to the address, so it is its owner's.
  const made = await tx
    .insert(user)
    .values({ id: userId, name, email, emailVerified: true, ...times })
    .onConflictDoNothing()
  if (made.count === 0) return false
  await tx
    .insert(account)
    .values({ userId, accountId: userId, providerId: 'credential', password: passwordHash, ...times })
  return true
}

/** The account of an id or an address, as far as a message to it needs to know. */
export async function findUserToWrite(tx: Tx, by: { id: string } | { email: string }) {
  const [row] = await tx
    .select({ id: user.id, name: user.name, email: user.email })
    .from(user)
    .where('id' in by ? eq(user.id, by.id) : eq(user.email, by.email))
  return row
}

/** The hash of an account's password; undefined when it has none. */
export async function findPasswordHash(tx: Tx, userId: string): Promise<string | undefined> {
  const [row] = await tx
    .select({ password: account.password })
    .from(account)
    .where(and(eq(account.userId, userId), eq(account.providerId, 'credential')))
  return row?.password ?? undefined
}

const resetName = (tokenHash: string) => `reset:${tokenHash}`

/** Opens the way to a new password, in place of one that was opened before. */
export async function saveReset(
  tx: Tx,
  { userId, tokenHash, expiresAt, at }: { userId: string; tokenHash: string; expiresAt: Date; at: Date },
): Promise<void> {
  await tx.delete(verification).where(and(like(verification.identifier, 'reset:%'), eq(verification.value, userId)))
  const times = { createdAt: at, updatedAt: at }
  await tx.insert(verification).values({ identifier: resetName(tokenHash), value: userId, expiresAt, ...times })
}

/** The account whose way to a new password a token opens, while it is open. */
export async function findReset(tx: Tx, tokenHash: string, now: Date): Promise<string | undefined> {
  const [row] = await tx
    .select({ userId: verification.value })
    .from(verification)
    .where(and(eq(verification.identifier, resetName(tokenHash)), gt(verification.expiresAt, now)))
  return row?.userId
}

/** Uses a token up: of several that try at once only one gets the account. */
export async function takeReset(tx: Tx, tokenHash: string, now: Date): Promise<string | undefined> {
  const [row] = await tx
    .delete(verification)
    .where(and(eq(verification.identifier, resetName(tokenHash)), gt(verification.expiresAt, now)))
    .returning({ userId: verification.value })
  return row?.userId
}

/** Gives an account another password, ends its sessions, all but `keptSession`, and whatever began with the password before. */
export async function savePassword(
  tx: Tx,
  { userId, passwordHash, at, keptSession }: { userId: string; passwordHash: string; at: Date; keptSession?: string },
): Promise<void> {
  const isPassword = and(eq(account.userId, userId), eq(account.providerId, 'credential'))
  const changed = await tx.update(account).set({ password: passwordHash, updatedAt: at }).where(isPassword)
  if (changed.count === 0) {
    const times = { createdAt: at, updatedAt: at }
    const row = { userId, accountId: userId, providerId: 'credential', password: passwordHash }
    await tx.insert(account).values({ ...row, ...times })
  }
  const others = keptSession === undefined ? undefined : ne(session.id, keptSession)
  await tx.delete(session).where(and(eq(session.userId, userId), others))
  await tx.delete(verification).where(eq(verification.value, userId))
}
