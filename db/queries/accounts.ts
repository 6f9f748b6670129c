import type { Tx } from '../client.ts'
import { account, user } from '../schema/sign-in.ts'

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
