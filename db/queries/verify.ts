import { sql } from 'drizzle-orm'
import type { Tx } from '../client.ts'
import { countryId } from './places.ts'

/** Which change of the sums was the last: another answer later means that imports went on meanwhile. */
export async function lastChange(tx: Tx): Promise<string> {
  const rows = await tx.execute<{ change: string }>(sql`select xmin::text as change from aggregate_turn where id = 1`)
  return rows[0]?.change ?? 'none'
}

/** The key of every facility and region by its id, and the word for the country. */
export async function placeNames(tx: Tx): Promise<Map<string, string>> {
  const rows = await tx.execute<{ id: string; key: string }>(sql`
    select id, key from facilities union all select id, key from regions`)
  return new Map([[countryId, 'country'], ...rows.map(({ id, key }) => [id, key] as const)])
}

/** The places of which sums are kept. */
export async function listPlacesWithSums(tx: Tx): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`select distinct place_id as id from place_series order by 1`)
  return rows.map((row) => row.id)
}
