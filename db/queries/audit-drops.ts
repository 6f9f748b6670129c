import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { Dropped } from '../../server/domain/audit/chain.ts'
import type { Tx } from '../client.ts'
import { auditDrops } from '../schema/index.ts'

/** What is kept of the links of a chain that were dropped, in order. */
export function listDropped(tx: Tx, chainId: string): Promise<Dropped[]> {
  return tx.select().from(auditDrops).where(eq(auditDrops.chainId, chainId)).orderBy(asc(auditDrops.fromSequence))
}

/** Up to which link a chain was dropped last, and when; undefined when all of it is there. */
export async function findLastDrop(tx: Tx, chainId: string) {
  const { toSequence, droppedAt } = auditDrops
  const [row] = await tx
    .select({ toSequence, droppedAt })
    .from(auditDrops)
    .where(and(eq(auditDrops.chainId, chainId)))
    .orderBy(desc(toSequence))
    .limit(1)
  return row
}

/**
 * The last signed link, of the first `limit` that are left of a chain, up to which all were sealed before a moment; never the
 * last of the chain, which the next entry is bound to. Undefined when there is none.
 */
export async function findDropEnd(tx: Tx, chainId: string, before: Date, limit: number) {
  const [row] = await tx.execute<{ sequence: number; hash: string }>(sql`
    with first as (select sequence, hash, signature, sealed_at from audit_seals
      where chain_id = ${chainId}::uuid order by sequence limit ${limit})
    select sequence::float8 as sequence, hash from first f
    where signature is not null
      and not exists (select from first g where g.sequence <= f.sequence and g.sealed_at >= ${before.toISOString()}::timestamptz)
      and exists (select from audit_seals s where s.chain_id = ${chainId}::uuid and s.sequence > f.sequence)
    order by sequence desc limit 1`)
  return row
}

/** How many links at the beginning of a chain were sealed before a moment. */
export async function countOlderLinks(tx: Tx, chainId: string, before: Date): Promise<number> {
  const [row] = await tx.execute<{ count: number }>(sql`select count(*)::int as count from audit_seals
    where chain_id = ${chainId}::uuid and sealed_at < ${before.toISOString()}::timestamptz`)
  return row?.count ?? 0
}

/** Keeps what is said of a stretch, and takes its entries and links away, in the role that may do nothing else. Gives how many. */
export async function dropLinks(tx: Tx, chainId: string, dropped: Dropped): Promise<number> {
  await tx.insert(auditDrops).values({ chainId, ...dropped })
  const ofStretch = sql`chain_id = ${chainId}::uuid and sequence between ${dropped.fromSequence} and ${dropped.toSequence}`
  await tx.execute(sql`select set_config('role', 'daylight_retention', true)`)
  const entries = await tx.execute(
    sql`delete from audit_entries where id in (select entry_id from audit_seals where ${ofStretch})`,
  )
  const links = await tx.execute(sql`delete from audit_seals where ${ofStretch}`)
  await tx.execute(sql`select set_config('role', 'daylight_system', true)`)
  return Math.min(entries.count, links.count)
}
