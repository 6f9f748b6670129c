import { sql } from 'drizzle-orm'
import type { Scope } from '../../server/domain/access.ts'
import type { Month } from '../../server/domain/period.ts'
import type { Tx } from '../client.ts'
import { inScope } from './scope.ts'
import { textArray } from './staging.ts'

/** A return line with the file that it came from; one that was superseded says when. */
export interface LineBehind {
  measureId: string
  breakdown: string
  month: string
  state: number
  amount: number | null
  line: number
  recordedAt: Date
  supersededAt: Date | null
  importId: string
  fileName: string
  acceptedAt: Date
}

/**
 * Every line that ever stood behind some measures of a facility in the months from `from` to `to`, the current first.
 * The file's name and day are shown to whoever may see the line (`file_behind`, db/roles.ts); the import as a whole stays
 * with the country.
 */
export async function listLinesBehind(
  tx: Tx,
  scope: Scope,
  facilityId: string,
  cells: readonly { measureId: string; breakdown: string }[],
  months: { from: Month; to: Month },
): Promise<LineBehind[]> {
  const wanted = textArray(cells.map((cell) => `${cell.measureId}@${cell.breakdown}`))
  const rows = await tx.execute(sql`
    select l.measure_id as "measureId", l.breakdown, to_char(l.month, 'YYYY-MM') as month, l.state, l.amount, l.line,
      l.recorded_at as "recordedAt", l.superseded_at as "supersededAt", l.import_id as "importId",
      f.file_name as "fileName", f.accepted_at as "acceptedAt"
    from return_lines l left join lateral file_behind(l.import_id) f on true
    where l.facility_id = ${facilityId} and ${inScope(sql`l.facility_id`, scope)}
      and l.month between ${`${months.from}-01`}::date and ${`${months.to}-01`}::date
      and l.measure_id || '@' || l.breakdown = any(${wanted}::text[])
    order by l.measure_id, l.breakdown, l.month desc, l.superseded_at desc nulls first`)
  return (rows as unknown as LineBehind[]).map((row) => ({
    ...row,
    recordedAt: new Date(row.recordedAt),
    supersededAt: row.supersededAt === null ? null : new Date(row.supersededAt),
    acceptedAt: new Date(row.acceptedAt),
  }))
}

/** How a facility's figure was revised, the latest first. */
export async function listRevisions(tx: Tx, scope: Scope, facilityId: string, indicatorId: string, month: number) {
  const rows = await tx.execute(sql`
    select old_state as "oldState", old_numerator as "oldNumerator", old_denominator as "oldDenominator",
      new_state as "newState", new_numerator as "newNumerator", new_denominator as "newDenominator", at
    from series_revisions
    where facility_id = ${facilityId} and ${inScope(sql`facility_id`, scope)} and indicator_id = ${indicatorId}
      and breakdown = '' and month = ${month} order by at desc`)
  return rows as unknown as {
    oldState: number
    oldNumerator: number | null
    oldDenominator: number | null
    newState: number
    newNumerator: number | null
    newDenominator: number | null
    at: Date
  }[]
}
