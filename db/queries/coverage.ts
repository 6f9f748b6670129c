import { type SQL, sql } from 'drizzle-orm'
import type { Day } from '../../server/domain/period.ts'
import type { RecordId } from '../../server/domain/records/index.ts'
import type { Tx } from '../client.ts'
import { textArray } from './staging.ts'

/** What one import said that it holds whole of a facility, and who took that back. Months as `monthIndex`, both ends included. */
export interface DeclaredCoverage {
  facility: string
  recordId: RecordId
  from: number
  until: number
  /** Where it holds for one day of its month only. */
  day: Day | null
  importId: string
  fileName: string
  withdrawn: { on: string; by: string; why: string } | null
}

/** All that was ever declared, of one facility or of all, by facility and record type. */
export async function listDeclared(tx: Tx, facilityId: string | undefined): Promise<DeclaredCoverage[]> {
  const rows = await tx.execute<DeclaredCoverage & Record<string, unknown>>(sql`
    select f.key as facility, c.record_id as "recordId", c.from_month as "from", c.until_month as until, c.day::text,
      c.import_id as "importId", coalesce(i.file_name, '') as "fileName",
      case when c.withdrawn_at is not null then json_build_object('on', (c.withdrawn_at at time zone 'UTC')::date::text,
        'by', c.withdrawn_by, 'why', c.withdrawn_why) end as withdrawn
    from record_coverage c join facilities f on f.id = c.facility_id left join imports i on i.id = c.import_id
    where ${facilityId ? sql`c.facility_id = ${facilityId}::uuid` : sql`true`}
    order by f.key, c.record_id, c.from_month, c.day, c.declared_at`)
  return [...rows]
}

/** How many days the month has of which `from_month` is the index. */
const daysOfMonth = sql`extract(day from make_date(from_month / 12, from_month % 12 + 1, 1) + interval '1 month - 1 day')`

/**
 * The months that are covered whole, as a query of facility, record type, months, import and moment, among the declarations
 * that fulfil a condition: those declared as months, and those of which every day was, since the day that was the last to come.
 */
export function wholeMonths(isAsked: SQL): SQL {
  return sql`select facility_id, record_id, from_month, until_month, import_id, declared_at from record_coverage
    where day is null and ${isAsked}
    union all
    select facility_id, record_id, from_month, until_month, (array_agg(import_id order by declared_at desc, import_id))[1],
      max(declared_at) from record_coverage
    where day is not null and ${isAsked} group by 1, 2, 3, 4 having count(distinct day) = ${daysOfMonth}`
}

/** The days of a month that stand as declared one by one, of facilities: by facility and record type. */
export async function listDeclaredDays(
  tx: Tx,
  facilityIds: readonly string[],
  month: number,
): Promise<Map<string, Map<RecordId, Set<Day>>>> {
  const rows = await tx.execute<{ facility: string; recordId: RecordId; days: Day[] }>(sql`
    select facility_id as facility, record_id as "recordId", json_agg(distinct day::text) as days from record_coverage
    where facility_id = any(${textArray(facilityIds)}::text[]::uuid[]) and from_month = ${month} and day is not null
      and withdrawn_at is null group by 1, 2`)
  const all = new Map<string, Map<RecordId, Set<Day>>>()
  for (const { facility, recordId, days } of rows)
    all.set(facility, (all.get(facility) ?? new Map<RecordId, Set<Day>>()).set(recordId, new Set(days)))
  return all
}

/** Whose coverage is withdrawn: of a facility all, or what one type or one import declared. */
export interface WhichCoverage {
  facilityId: string
  recordId: RecordId | undefined
  importId: string | undefined
}

/** Withdraws what still stands; gives what that was. */
export async function withdrawDeclared(
  tx: Tx,
  { facilityId, recordId, importId }: WhichCoverage,
  given: { by: string; why: string; now: Date },
): Promise<{ recordId: RecordId; from: number; until: number }[]> {
  const rows = await tx.execute<{ recordId: RecordId; from: number; until: number }>(sql`
    update record_coverage set withdrawn_at = ${given.now.toISOString()}::timestamptz, withdrawn_by = ${given.by},
      withdrawn_why = ${given.why}
    where facility_id = ${facilityId}::uuid and withdrawn_at is null
      and ${recordId ? sql`record_id = ${recordId}` : sql`true`} and ${importId ? sql`import_id = ${importId}::uuid` : sql`true`}
    returning record_id as "recordId", from_month as "from", until_month as until`)
  return [...rows]
}
