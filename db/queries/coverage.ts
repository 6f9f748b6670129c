import { sql } from 'drizzle-orm'
import type { RecordId } from '../../server/domain/records/index.ts'
import type { Tx } from '../client.ts'

/** What one import said that it holds whole of a facility, and who took that back. Months as `monthIndex`, both ends included. */
export interface DeclaredCoverage {
  facility: string
  recordId: RecordId
  from: number
  until: number
  importId: string
  fileName: string
  withdrawn: { on: string; by: string; why: string } | null
}

/** All that was ever declared, of one facility or of all, by facility and record type. */
export async function listDeclared(tx: Tx, facilityId: string | undefined): Promise<DeclaredCoverage[]> {
  const rows = await tx.execute<DeclaredCoverage & Record<string, unknown>>(sql`
    select f.key as facility, c.record_id as "recordId", c.from_month as "from", c.until_month as until,
      c.import_id as "importId", coalesce(i.file_name, '') as "fileName",
      case when c.withdrawn_at is not null then json_build_object('on', (c.withdrawn_at at time zone 'UTC')::date::text,
        'by', c.withdrawn_by, 'why', c.withdrawn_why) end as withdrawn
    from record_coverage c join facilities f on f.id = c.facility_id left join imports i on i.id = c.import_id
    where ${facilityId ? sql`c.facility_id = ${facilityId}::uuid` : sql`true`}
    order by f.key, c.record_id, c.from_month, c.declared_at`)
  return [...rows]
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
