import { and, asc, desc, eq, gt, inArray, isNull, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { installationChain, type Seal, type Tail } from '../../server/domain/audit/chain.ts'
import type { AuditEntry } from '../../server/domain/audit/entry.ts'
import type { Tx } from '../client.ts'
import { auditEntries, auditQueue, auditSeals } from '../schema/index.ts'

/** Adds one entry and puts it in line to be sealed. */
export async function saveAuditEntry(tx: Tx, entry: Omit<AuditEntry, 'id'>): Promise<void> {
  const id = v7()
  await tx.insert(auditEntries).values({ ...entry, id })
  await tx.insert(auditQueue).values({ entryId: id })
}

export async function isQueueEmpty(tx: Tx): Promise<boolean> {
  const rows = await tx.select({ id: auditQueue.entryId }).from(auditQueue).limit(1)
  return rows.length === 0
}

/** Holds the turn to seal until the transaction ends. */
export async function takeAuditTurn(tx: Tx, now: Date): Promise<void> {
  await tx.execute(sql`insert into audit_turn (id, taken_at) values (1, ${now.toISOString()})
    on conflict (id) do update set taken_at = excluded.taken_at`)
}

/** Entries that wait to be sealed, in the order of their ids. */
export async function listQueued(tx: Tx, limit: number): Promise<AuditEntry[]> {
  const rows = await tx
    .select({ entry: auditEntries })
    .from(auditQueue)
    .innerJoin(auditEntries, eq(auditEntries.id, auditQueue.entryId))
    .orderBy(asc(auditQueue.entryId))
    .limit(limit)
  return rows.map((row) => row.entry)
}

export async function dropFromQueue(tx: Tx, entryIds: readonly string[]): Promise<void> {
  await tx.delete(auditQueue).where(inArray(auditQueue.entryId, [...entryIds]))
}

/** Where a chain has come to; undefined before its first link. */
export async function findTail(tx: Tx, chainId: string): Promise<Tail | undefined> {
  const [row] = await tx
    .select({ sequence: auditSeals.sequence, hash: auditSeals.hash })
    .from(auditSeals)
    .where(eq(auditSeals.chainId, chainId))
    .orderBy(desc(auditSeals.sequence))
    .limit(1)
  return row
}

export async function saveSeals(tx: Tx, chainId: string, seals: readonly Seal[]): Promise<void> {
  await tx.insert(auditSeals).values(seals.map((seal) => ({ ...seal, chainId })))
}

/** Links of a chain behind `sequence`, in order, each with its entry where there still is one. */
export async function listLinks(
  tx: Tx,
  chainId: string,
  sequence: number,
  limit: number,
): Promise<{ seal: Seal; entry: AuditEntry | undefined }[]> {
  const rows = await tx
    .select({ seal: auditSeals, entry: auditEntries })
    .from(auditSeals)
    .leftJoin(auditEntries, eq(auditEntries.id, auditSeals.entryId))
    .where(and(eq(auditSeals.chainId, chainId), gt(auditSeals.sequence, sequence)))
    .orderBy(asc(auditSeals.sequence))
    .limit(limit)
  return rows.map(({ seal, entry }) => ({ seal, entry: entry ?? undefined }))
}

/** Entries of a chain that were neither sealed nor wait for it. */
export function listNeverSealed(tx: Tx, chainId: string, limit: number): Promise<{ id: string }[]> {
  const ofChain = chainId === installationChain ? isNull(auditEntries.bodyId) : eq(auditEntries.bodyId, chainId)
  return tx
    .select({ id: auditEntries.id })
    .from(auditEntries)
    .leftJoin(auditSeals, eq(auditSeals.entryId, auditEntries.id))
    .leftJoin(auditQueue, eq(auditQueue.entryId, auditEntries.id))
    .where(and(ofChain, isNull(auditSeals.entryId), isNull(auditQueue.entryId)))
    .orderBy(asc(auditEntries.id))
    .limit(limit)
}
