import { sql } from 'drizzle-orm'
import type { Scope } from '../../server/domain/access.ts'
import type { Day } from '../../server/domain/period.ts'
import type { RecordId } from '../../server/domain/records/index.ts'
import type { Plain, Tx } from '../client.ts'
import { inScope, narrowed } from './scope.ts'
import { textArray } from './staging.ts'

/** A row behind a figure: its type, its own number, and the file and line that it came from. */
export interface RecordBehind {
  recordId: RecordId
  rowId: string
  line: number
  fileName: string
  acceptedAt: Date
}

/** Of which facility, which types, and which days (both included) the rows are. */
export interface RecordsAsked {
  facilityId: string
  recordIds: readonly RecordId[]
  from: Day
  to: Day
}

/** One page of the rows that a facility's figures rest on, by type, file and line, and how many there are in all (`records_behind`, db/records-behind.ts). */
export async function listRecordsBehind(
  tx: Tx,
  scope: Scope,
  { facilityId, recordIds, from, to }: RecordsAsked,
  { most, after }: { most: number; after: number },
): Promise<{ rows: RecordBehind[]; total: number }> {
  const rows = await tx.execute<Plain<RecordBehind & { total: number }>>(sql`
    select record_type as "recordId", row_id as "rowId", line, file_name as "fileName", accepted_at as "acceptedAt",
      count(*) over ()::int as total
    from records_behind(${facilityId}::uuid, ${textArray(recordIds)}::text[], ${from}::date, ${to}::date)
    where ${inScope(sql`${facilityId}::uuid`, narrowed(scope, [facilityId]))}
    order by record_type, accepted_at, file_name, line, row_id limit ${most} offset ${after}`)
  return {
    rows: rows.map(({ total: _, ...row }) => ({ ...row, acceptedAt: new Date(row.acceptedAt) })),
    total: rows[0]?.total ?? 0,
  }
}
