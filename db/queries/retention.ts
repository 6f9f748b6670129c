import { desc, eq, isNotNull, notInArray, sql } from 'drizzle-orm'
import type { Held } from '../../server/domain/retention/term.ts'
import type { Plain, Tx } from '../client.ts'
import { retentionOrders, retentionProposals, retentionRuns, retentionTerms } from '../schema/index.ts'
import { textArray } from './staging.ts'

const uuids = (ids: readonly string[]) => sql`${textArray(ids)}::text[]::uuid[]`

export type PersonHeld = Held & { key: string }
export type StaffHeld = Held & { key: string; facilityId: string }

/**
 * Everybody, or some, of whom stays are kept and whose last day lies before `before`. A person with a stay that has not ended is held;
 * where all stays were withdrawn, the last day is that of the withdrawal.
 */
export async function listPersonsHeld(tx: Tx, before: string, some?: readonly string[]): Promise<PersonHeld[]> {
  const rows = await tx.execute<Plain<PersonHeld>>(sql`
    select * from (select person_key as key, bool_or(superseded_at is null and released_at is null) as "isOpen",
      (coalesce(max(released_at) filter (where superseded_at is null), max(superseded_at)) at time zone 'UTC')::date::text as "lastDay"
      from stay_records where person_key is not null ${some ? sql`and person_key = any(${uuids(some)})` : sql``} group by 1) p
    where not "isOpen" and "lastDay" < ${before} order by key`)
  return [...rows]
}

/** The same of those who work, or worked, at a facility. */
export async function listStaffHeld(tx: Tx, before: string): Promise<StaffHeld[]> {
  const rows = await tx.execute<Plain<StaffHeld>>(sql`
    select * from (select facility_id as "facilityId", staff_key as key,
      bool_or(superseded_at is null and left_on is null) as "isOpen",
      coalesce(max(left_on) filter (where superseded_at is null), (max(superseded_at) at time zone 'UTC')::date)::text as "lastDay"
      from staff_member_records where staff_key is not null group by 1, 2) p
    where not "isOpen" and "lastDay" < ${before} order by "facilityId", key`)
  return [...rows]
}

/** The term that is in force; undefined when none was ever decided. */
export async function findTerm(tx: Tx) {
  const [row] = await tx.select().from(retentionTerms).orderBy(desc(retentionTerms.id)).limit(1)
  return row
}

export async function saveTerm(tx: Tx, term: typeof retentionTerms.$inferInsert): Promise<void> {
  await tx.insert(retentionTerms).values(term)
}

export type Proposal = typeof retentionProposals.$inferSelect

/** The newest proposal. */
export async function findProposal(tx: Tx): Promise<Proposal | undefined> {
  const [row] = await tx.select().from(retentionProposals).orderBy(desc(retentionProposals.id)).limit(1)
  return row
}

export async function saveProposal(tx: Tx, proposal: typeof retentionProposals.$inferInsert): Promise<void> {
  await tx.insert(retentionProposals).values(proposal)
}

/** Orders that a proposal be carried out; nothing when it is ordered already. */
export async function saveOrder(tx: Tx, order: typeof retentionOrders.$inferInsert): Promise<void> {
  await tx.insert(retentionOrders).values(order).onConflictDoNothing()
}

/** Proposals that were ordered and of which no run has ended. */
export async function listOrdered(tx: Tx): Promise<(Proposal & { orderedBy: string })[]> {
  const ended = tx.select({ runId: retentionRuns.runId }).from(retentionRuns).where(isNotNull(retentionRuns.end))
  const rows = await tx
    .select({ proposal: retentionProposals, orderedBy: retentionOrders.orderedBy })
    .from(retentionOrders)
    .innerJoin(retentionProposals, eq(retentionProposals.id, retentionOrders.proposalId))
    .where(notInArray(retentionOrders.proposalId, ended))
    .orderBy(retentionOrders.proposalId)
  return rows.map(({ proposal, orderedBy }) => ({ ...proposal, orderedBy }))
}

export type RunPiece = typeof retentionRuns.$inferSelect

/** Pieces of the last runs, the newest first. */
export function listRunPieces(tx: Tx, limit: number): Promise<RunPiece[]> {
  return tx.select().from(retentionRuns).orderBy(desc(retentionRuns.id)).limit(limit)
}

/** Whether a proposal was ordered to be carried out. */
export async function isOrdered(tx: Tx, proposalId: string): Promise<boolean> {
  const rows = await tx.select().from(retentionOrders).where(eq(retentionOrders.proposalId, proposalId))
  return rows.length > 0
}

/** Facilities by their ids, as they are called today. */
export async function listFacilityNames(tx: Tx): Promise<Map<string, string>> {
  const rows = await tx.execute<{ id: string; name: string }>(sql`
    select facility_id as id, name from facility_versions where valid_to is null`)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

export async function saveRunPiece(tx: Tx, piece: typeof retentionRuns.$inferInsert): Promise<void> {
  await tx.insert(retentionRuns).values(piece)
}
