import { and, desc, eq, gte, isNotNull, lt, sql } from 'drizzle-orm'
import type { AuditEntry } from '../../server/domain/audit/entry.ts'
import type { Tx } from '../client.ts'
import { auditChecks, auditEntries, auditSeals, user } from '../schema/index.ts'
import { placeNames } from './body-people.ts'

/** Which entries are looked for; what is not given is not asked. */
export interface AuditFilter {
  personId?: string | undefined
  /** How the action begins: 'assignment' finds 'assignment.grant'. */
  action?: string | undefined
  outcome?: AuditEntry['outcome'] | undefined
  /** From the beginning of this day on, and until the end of that one; UTC. */
  from?: Date | undefined
  until?: Date | undefined
  /** A part of what it was about: an id, a facility's key, a filter. */
  object?: string | undefined
}

/** Entries of one body, the newest first, each with who did it and its place in the chain; those behind `before` when given. */
export function listBodyEntries(
  tx: Tx,
  bodyId: string,
  filter: AuditFilter,
  page: { before?: string | undefined; limit: number },
) {
  const { personId, action, outcome, from, until, object } = filter
  return tx
    .select({
      entry: auditEntries,
      name: user.name,
      ...placeNames(sql`${auditEntries.placeKind}`, sql`${auditEntries.placeId}`),
      sequence: auditSeals.sequence,
    })
    .from(auditEntries)
    .leftJoin(user, eq(sql`${user.id}::text`, auditEntries.personId))
    .leftJoin(auditSeals, eq(auditSeals.entryId, auditEntries.id))
    .where(
      and(
        eq(auditEntries.bodyId, bodyId),
        personId === undefined ? undefined : eq(auditEntries.personId, personId),
        action === undefined ? undefined : sql`starts_with(${auditEntries.action}, ${action})`,
        outcome && eq(auditEntries.outcome, outcome),
        from && gte(auditEntries.at, from),
        until && lt(auditEntries.at, until),
        // Not a pattern: whatever is typed is looked for as it stands.
        object === undefined ? undefined : sql`strpos(lower(${auditEntries.subject}), lower(${object})) > 0`,
        page.before === undefined ? undefined : lt(auditEntries.id, page.before),
      ),
    )
    .orderBy(desc(auditEntries.id))
    .limit(page.limit)
}

/** The last link of a chain that is signed: a head that can be carried out. Undefined before the first round. */
export async function findSignedHead(tx: Tx, chainId: string) {
  const [row] = await tx
    .select({
      sequence: auditSeals.sequence,
      hash: auditSeals.hash,
      keyId: auditSeals.keyId,
      signature: auditSeals.signature,
      sealedAt: auditSeals.sealedAt,
    })
    .from(auditSeals)
    .where(and(eq(auditSeals.chainId, chainId), isNotNull(auditSeals.signature)))
    .orderBy(desc(auditSeals.sequence))
    .limit(1)
  return row
}

export type AuditCheck = typeof auditChecks.$inferSelect

/** What the last reading of a chain found; undefined when it was never read. */
export async function findAuditCheck(tx: Tx, chainId: string): Promise<AuditCheck | undefined> {
  const [row] = await tx.select().from(auditChecks).where(eq(auditChecks.chainId, chainId))
  return row
}

/** The chains that somebody wants to have read. */
export async function listWantedChecks(tx: Tx): Promise<string[]> {
  const rows = await tx
    .select({ chainId: auditChecks.chainId })
    .from(auditChecks)
    .where(isNotNull(auditChecks.wantedAt))
  return rows.map((row) => row.chainId)
}

/** The chains that were read at least once. */
export async function listCheckedChains(tx: Tx): Promise<string[]> {
  const rows = await tx.select({ chainId: auditChecks.chainId }).from(auditChecks)
  return rows.map((row) => row.chainId)
}

/** Asks for another reading of a chain, or of every one. */
export async function wantAuditCheck(tx: Tx, now: Date, chainId?: string): Promise<void> {
  await tx
    .update(auditChecks)
    .set({ wantedAt: now })
    .where(chainId === undefined ? undefined : eq(auditChecks.chainId, chainId))
}

/** Keeps what a reading found. */
export async function saveAuditCheck(tx: Tx, check: Omit<AuditCheck, 'wantedAt'>): Promise<void> {
  await tx
    .insert(auditChecks)
    .values({ ...check, wantedAt: null })
    .onConflictDoUpdate({ target: auditChecks.chainId, set: { ...check, wantedAt: null } })
}

/** The key that signed a chain last, and since when it signs. */
export async function findSigningKey(tx: Tx, chainId: string): Promise<{ keyId: string; since: Date } | undefined> {
  const head = await findSignedHead(tx, chainId)
  if (!head?.keyId) return undefined
  const [row] = await tx
    .select({ since: sql<string>`min(${auditSeals.sealedAt})` })
    .from(auditSeals)
    .where(and(eq(auditSeals.chainId, chainId), eq(auditSeals.keyId, head.keyId)))
  return row && { keyId: head.keyId, since: new Date(row.since) }
}
