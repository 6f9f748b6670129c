import { sql } from 'drizzle-orm'
import type { Scope } from '../../server/domain/access.ts'
import type { Month } from '../../server/domain/period.ts'
import { monthIndex } from '../../server/domain/period.ts'
import { shownLine, shownSide } from '../../server/domain/suppression/shown.ts'
import type { Sight } from '../../server/domain/suppression/view.ts'
import type { WithheldMonths } from '../../server/domain/suppression/withheld-months.ts'
import { isWithheldIn } from '../../server/domain/suppression/withheld-months.ts'
import type { Plain, Tx } from '../client.ts'
import { wholeMonths } from './coverage.ts'
import { inScope, narrowed } from './scope.ts'
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
 * What `sight` does not show of them is withheld (`withheld` are the facility's blocks). The file's name and day are shown to
 * whoever may see the line (`file_behind`, db/roles.ts); the import as a whole stays with the country.
 */
export async function listLinesBehind(
  tx: Tx,
  scope: Scope,
  facilityId: string,
  cells: readonly { measureId: string; breakdown: string }[],
  months: { from: Month; to: Month },
  { sight, withheld }: { sight: Sight; withheld: ReadonlyMap<string, WithheldMonths> },
): Promise<LineBehind[]> {
  if (sight === 'nothing') return []
  const wanted = textArray(cells.map((cell) => `${cell.measureId}@${cell.breakdown}`))
  const rows = await tx.execute<Plain<LineBehind>>(sql`
    select l.measure_id as "measureId", l.breakdown, to_char(l.month, 'YYYY-MM') as month, l.state, l.amount, l.line,
      l.recorded_at as "recordedAt", l.superseded_at as "supersededAt", l.import_id as "importId",
      f.file_name as "fileName", f.accepted_at as "acceptedAt"
    from return_lines l left join lateral file_behind(l.import_id) f on true
    where l.facility_id = ${facilityId} and ${inScope(sql`l.facility_id`, narrowed(scope, [facilityId]))}
      and l.month between ${`${months.from}-01`}::date and ${`${months.to}-01`}::date
      and l.measure_id || '@' || l.breakdown = any(${wanted}::text[])
    order by l.measure_id, l.breakdown, l.month desc, l.superseded_at desc nulls first`)
  const lines = [...rows]
  const shown = sight === 'all' ? lines : lines.map((row) => shownLine(row, monthIndex(row.month as Month), withheld))
  return shown.map((row) => ({
    ...row,
    recordedAt: new Date(row.recordedAt),
    supersededAt: row.supersededAt === null ? null : new Date(row.supersededAt),
    acceptedAt: new Date(row.acceptedAt),
  }))
}

/**
 * Since when a facility's series reach a month: lines, or coverage by records, of it or of months on both sides of it. Until
 * then nothing was known of the month; null when nothing is.
 */
export async function knownSince(tx: Tx, scope: Scope, facilityId: string, month: Month): Promise<Date | null> {
  const at = monthIndex(month)
  const rows = await tx.execute<{ since: string | null }>(sql`
    select greatest(min(at) filter (where first <= ${at}), min(at) filter (where last >= ${at})) as since
    from (
      select recorded_at as at, extract(year from month)::int * 12 + extract(month from month)::int - 1 as first,
        extract(year from month)::int * 12 + extract(month from month)::int - 1 as last
      from return_lines where facility_id = ${facilityId} and ${inScope(sql`facility_id`, narrowed(scope, [facilityId]))}
      union all
      select declared_at, from_month, until_month
      from (${wholeMonths(sql`facility_id = ${facilityId} and ${inScope(sql`facility_id`, narrowed(scope, [facilityId]))}`)}) c) known`)
  const since = rows[0]?.since ?? null
  // A month before the first or after the last is reached by nobody.
  return since === null ? null : new Date(since)
}

/** A revision of a figure: what it was, what it became, when. */
export interface RevisionBehind {
  oldState: number
  oldNumerator: number | null
  oldDenominator: number | null
  newState: number
  newNumerator: number | null
  newDenominator: number | null
  at: Date
}

/** How a facility's figure was revised, the latest first, as `sight` shows it. */
export async function listRevisions(
  tx: Tx,
  scope: Scope,
  { facilityId, indicatorId, month }: { facilityId: string; indicatorId: string; month: number },
  sight: Sight,
): Promise<RevisionBehind[]> {
  if (sight === 'nothing') return []
  const rows = await tx.execute<Plain<RevisionBehind & { startMonth: number | null; months: number[] | null }>>(sql`
    select old_state as "oldState", old_numerator as "oldNumerator", old_denominator as "oldDenominator",
      new_state as "newState", new_numerator as "newNumerator", new_denominator as "newDenominator", at,
      w.start_month as "startMonth", w.months
    from series_revisions r left join withheld_figures w using (facility_id, indicator_id, breakdown)
    where facility_id = ${facilityId} and ${inScope(sql`facility_id`, narrowed(scope, [facilityId]))} and indicator_id = ${indicatorId}
      and breakdown = '' and month = ${month} order by at desc`)
  const list = [...rows]
  return list.map(({ startMonth, months, ...revision }) => {
    if (sight === 'all') return revision
    const withheld = startMonth === null || months === null ? undefined : { startMonth, months }
    return shownRevision(indicatorId, revision, isWithheldIn(withheld, month))
  })
}

function shownRevision(indicatorId: string, revision: RevisionBehind, isWithheld: boolean): RevisionBehind {
  const { oldState, oldNumerator, oldDenominator, newState, newNumerator, newDenominator, at } = revision
  const before = { state: oldState, numerator: oldNumerator, denominator: oldDenominator }
  const after = { state: newState, numerator: newNumerator, denominator: newDenominator }
  const [was, is] = [before, after].map((side) => shownSide(indicatorId, side, isWithheld))
  return {
    oldState: was!.state,
    oldNumerator: was!.numerator,
    oldDenominator: was!.denominator,
    newState: is!.state,
    newNumerator: is!.numerator,
    newDenominator: is!.denominator,
    at,
  }
}
