import { sql } from 'drizzle-orm'
import type { Tx } from '../client.ts'
import { installation } from '../schema/index.ts'

export type Installation = typeof installation.$inferSelect

/** What this installation is; undefined before its first start is done. */
export async function findInstallation(tx: Tx): Promise<Installation | undefined> {
  const [row] = await tx.select().from(installation)
  return row
}

export async function saveInstallation(tx: Tx, row: Omit<Installation, 'id'>): Promise<void> {
  await tx.insert(installation).values(row)
}

/** First and last month index of any country series: what the period picker may offer. Undefined in an empty installation. */
export async function monthsReported(tx: Tx): Promise<{ first: number; last: number } | undefined> {
  const rows = await tx.execute<{ first: number | null; last: number | null }>(sql`
    select min(start_month)::int as first, max(start_month + cardinality(states) - 1)::int as last
    from place_series where place_kind = 'country'`)
  const { first = null, last = null } = rows[0] ?? {}
  return first === null || last === null ? undefined : { first, last }
}

/** What waits to be made of what the asker sees: so many facilities of so many, noted from when on, of which month indexes. */
interface Waiting {
  facilities: number
  of: number
  /** Their keys, where they are few. */
  keys: string[] | null
  since: string
  first: number
  last: number
}

/** So many facilities are told by name. */
const fewFacilities = 20

/** The installation together with those months and with what is being made anew, in one question: every page asks for all of it. */
export async function findInstallationAndMonths(tx: Tx) {
  const ofCountry = sql`from place_series where place_kind = 'country'`
  const [row] = await tx
    .select({
      kind: installation.kind,
      countryName: installation.countryName,
      first: sql<number | null>`(select min(start_month)::int ${ofCountry})`,
      last: sql<number | null>`(select max(start_month + cardinality(states) - 1)::int ${ofCountry})`,
      waiting: sql<Waiting | null>`(select json_build_object('facilities', count(distinct facility_id),
        'of', (select count(*) from facilities), 'since', min(noted_at), 'first', min(least(first_month, derive_first)),
        'last', max(greatest(last_month, derive_last)),
        'keys', case when count(distinct facility_id) <= ${fewFacilities} then
          coalesce(array_agg(distinct key) filter (where key is not null), '{}') end)
        from waiting_months left join facilities on facilities.id = facility_id having count(*) > 0)`,
    })
    .from(installation)
  return row
}
