import { and, desc, eq, isNull, or } from 'drizzle-orm'
import type { Tx } from '../client.ts'
import { bodies, invitations } from '../schema/index.ts'

export type Invitation = typeof invitations.$inferSelect

const isOpen = and(isNull(invitations.acceptedAt), isNull(invitations.revokedAt))

/** A body by its id, when there is one. */
export async function findBodyById(tx: Tx, id: string) {
  const [row] = await tx.select().from(bodies).where(eq(bodies.id, id))
  return row
}

/** The invitations of a body, the newest first; never their tokens. */
export function listInvitations(tx: Tx, bodyId: string) {
  const {
    id,
    name,
    email,
    role,
    placeKind,
    placeId,
    invitedBy,
    invitedAt,
    expiresAt,
    acceptedAt,
    personId,
    revokedAt,
  } = invitations
  return tx
    .select({
      id,
      name,
      email,
      role,
      placeKind,
      placeId,
      invitedBy,
      invitedAt,
      expiresAt,
      acceptedAt,
      personId,
      revokedAt,
    })
    .from(invitations)
    .where(eq(invitations.bodyId, bodyId))
    .orderBy(desc(invitations.invitedAt), desc(invitations.id))
}

/** Adds an invitation; false when the body has asked that address at the same moment. */
export async function saveInvitation(tx: Tx, row: typeof invitations.$inferInsert): Promise<boolean> {
  const saved = await tx.insert(invitations).values(row).onConflictDoNothing().returning({ id: invitations.id })
  return saved.length > 0
}

/** Ends the open invitation of an address in a body; gives its id when there was one. */
export async function revokeOfEmail(tx: Tx, where: { bodyId: string; email: string }, end: { at: Date; by: string }) {
  const [row] = await tx
    .update(invitations)
    .set({ revokedAt: end.at, revokedBy: end.by })
    .where(and(eq(invitations.bodyId, where.bodyId), eq(invitations.email, where.email), isOpen))
    .returning({ id: invitations.id })
  return row?.id
}

/** Ends the open invitations that one person or the terminal gave in a body, and any of the same address. */
export async function revokeOfInviter(
  tx: Tx,
  { bodyId, invitedBy, email }: { bodyId: string; invitedBy: string; email: string },
  at: Date,
): Promise<void> {
  const isOfInviter = or(eq(invitations.invitedBy, invitedBy), eq(invitations.email, email))
  await tx
    .update(invitations)
    .set({ revokedAt: at, revokedBy: invitedBy })
    .where(and(eq(invitations.bodyId, bodyId), isOfInviter, isOpen))
}

/** Ends an open invitation; false when there is none that the asker may end. */
export async function saveRevocation(tx: Tx, id: string, end: { at: Date; by: string }): Promise<boolean> {
  const ended = await tx
    .update(invitations)
    .set({ revokedAt: end.at, revokedBy: end.by })
    .where(and(eq(invitations.id, id), isOpen))
    .returning({ id: invitations.id })
  return ended.length > 0
}

/** Puts a new token on an open invitation, in place of the one before; undefined when it is open no longer. */
export async function saveToken(tx: Tx, id: string, token: { hash: string; expiresAt: Date }) {
  const [row] = await tx
    .update(invitations)
    .set({ tokenHash: token.hash, expiresAt: token.expiresAt })
    .where(and(eq(invitations.id, id), isOpen))
    .returning()
  return row
}

export async function findInvitation(tx: Tx, tokenHash: string): Promise<Invitation | undefined> {
  const [row] = await tx.select().from(invitations).where(eq(invitations.tokenHash, tokenHash))
  return row
}

/** The invitation of a token with its row locked: two that take it up at once do so one after the other. */
export async function lockInvitation(tx: Tx, tokenHash: string): Promise<Invitation | undefined> {
  const [row] = await tx.select().from(invitations).where(eq(invitations.tokenHash, tokenHash)).for('update')
  return row
}

export async function saveAcceptance(tx: Tx, id: string, personId: string, at: Date): Promise<void> {
  await tx.update(invitations).set({ acceptedAt: at, personId }).where(eq(invitations.id, id))
}
