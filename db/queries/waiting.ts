import { type SQL, sql } from 'drizzle-orm'
import type { Months } from '../../server/domain/engine/derived-series.ts'
import type { Tx } from '../client.ts'
import { waitingMonths } from '../schema/index.ts'
import { textArray } from './staging.ts'

/** A facility whose figures are to be made anew in some months. */
export interface WaitingFacility {
  facilityId: string
  months: Months
  /** The months for which what its records give is made anew, too. */
  derive: Months | undefined
}

/** A facility, or the sums of places, that was taken to be made. */
export interface Taken {
  id: string
  facilityId: string | null
  months: Months
  derive: Months | undefined
  movesSums: boolean
}

/** Whose waiting rows: those of one import, of a recompute of everything (null), or all. */
export type WaitingOf = { importId: string | null } | 'all'

const isOf = (of: WaitingOf) => (of === 'all' ? sql`true` : sql`import_id is not distinct from ${of.importId}::uuid`)

/** Notes what is to be made; in the transaction that changes the truth. `sums` are the months of a row of sums, if there is one. */
export async function noteWaiting(
  tx: Tx,
  importId: string | null,
  facilities: readonly WaitingFacility[],
  sums: Months | undefined,
  now: Date,
): Promise<void> {
  const rows = [
    ...facilities.map((one) => ({ ...one, movesSums: !sums })),
    ...(sums ? [{ facilityId: null, months: sums, derive: undefined, movesSums: false }] : []),
  ].map(({ facilityId, months, derive, movesSums }) => ({
    facilityId,
    importId,
    firstMonth: months.first,
    lastMonth: months.last,
    deriveFirst: derive?.first ?? null,
    deriveLast: derive?.last ?? null,
    movesSums,
    notedAt: now,
  }))
  for (let start = 0; start < rows.length; start += 500)
    await tx.insert(waitingMonths).values(rows.slice(start, start + 500))
}

/** What waits: facilities, sums, and because of how many imports. */
export interface Waiting {
  facilities: number
  sums: number
  imports: number
}

export async function countWaiting(tx: Tx, of: WaitingOf): Promise<Waiting> {
  const rows = await tx.execute<{ facilities: number; sums: number; imports: number }>(sql`
    select count(facility_id)::int as facilities, (count(*) - count(facility_id))::int as sums,
      count(distinct import_id)::int as imports from waiting_months where ${isOf(of)}`)
  return rows[0]!
}

/** The import of the row that has waited longest; undefined when nothing waits. */
export async function firstWaiting(tx: Tx): Promise<{ importId: string | null } | undefined> {
  const rows = await tx.execute<{ importId: string | null }>(
    sql`select import_id as "importId" from waiting_months order by noted_at, id limit 1`,
  )
  return rows[0]
}

/** So many facilities are made in one transaction: those of which records are read, and the others. */
export interface Piece {
  withRecords: number
  others: number
}

/**
 * Takes facilities of an import to make their figures: as many as a piece holds of one sort, or one alone that also moves
 * sums. They are gone when the transaction ends, and waiting as before when it does not end well. What others have taken
 * is passed over, or waited for when `isPatient`.
 */
export async function takeFacilities(
  tx: Tx,
  of: { importId: string | null },
  piece: Piece,
  isPatient: boolean,
): Promise<Taken[]> {
  const facility = sql`facility_id is not null`
  const order = sql`moves_sums desc, derive_first is not null desc, facility_id`
  const [one] = await take(tx, of, facility, order, 1, isPatient)
  if (!one || one.movesSums) return one ? [one] : []
  const most = one.derive ? piece.withRecords : piece.others
  const alike = sql`${facility} and not moves_sums and (derive_first is not null) = ${one.derive !== undefined}`
  return [one, ...(await take(tx, of, alike, sql`facility_id`, most - 1, false))]
}

/** Takes the sums of an import; whoever makes them already is waited for. */
export function takeSums(tx: Tx, of: { importId: string | null }): Promise<Taken[]> {
  return take(tx, of, sql`facility_id is null`, sql`id`, 1000, true)
}

async function take(
  tx: Tx,
  of: { importId: string | null },
  which: SQL,
  order: SQL,
  most: number,
  isPatient: boolean,
): Promise<Taken[]> {
  const rows = await tx.execute<{
    id: string
    facilityId: string | null
    first: number
    last: number
    deriveFirst: number | null
    deriveLast: number | null
    movesSums: boolean
  }>(sql`
    select id, facility_id as "facilityId", first_month as first, last_month as last, derive_first as "deriveFirst",
      derive_last as "deriveLast", moves_sums as "movesSums"
    from waiting_months where ${isOf(of)} and ${which} order by ${order} limit ${most}
    for update ${isPatient ? sql`` : sql`skip locked`}`)
  await tx.execute(sql`delete from waiting_months
    where id = any(${textArray(rows.map((row) => row.id))}::text[]::uuid[])`)
  return rows.map(({ id, facilityId, first, last, deriveFirst, deriveLast, movesSums }) => ({
    id,
    facilityId,
    months: { first, last },
    derive: deriveFirst === null || deriveLast === null ? undefined : { first: deriveFirst, last: deriveLast },
    movesSums,
  }))
}

/** Forgets what waits, because all of it is noted anew. */
export async function clearWaiting(tx: Tx): Promise<void> {
  await tx.execute(sql`delete from waiting_months`)
}
