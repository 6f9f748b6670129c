import { type SQL, sql } from 'drizzle-orm'
import type { Scope } from '../../server/domain/access.ts'
import { type Month, monthIndex } from '../../server/domain/period.ts'
import type { MonthQuality } from '../../server/domain/quality/shown-quality.ts'
import type { Plain, Tx } from '../client.ts'
import { inScope } from './scope.ts'

/** The notes of some rows as a value of JSON. */
const notes = sql`coalesce(json_agg(json_build_object('checkId', check_id, 'level', level, 'cells', cells,
      'recordId', record_id, 'count', count, 'found', found, 'expected', expected, 'probability', probability,
      'months', months) order by check_id, subject), '[]')`

/** A note may speak of a run of months; what was withheld in one of so many counts for it. */
const monthsSpokenOf = 12

/**
 * The quality of a month as a value of JSON (`MonthQuality`), to be read with what else is known of the facility: `mine` is the
 * condition that a row is the facility's. Not for a reader before `shownQuality`.
 */
export function qualityOf(mine: SQL, month: Month): SQL {
  const at = monthIndex(month)
  const inMonth = sql`month = ${`${month}-01`}::date and superseded_at is null`
  const back = sql`greatest(${at - monthsSpokenOf}::int - start_month + 1, 1)`
  const here = sql`${at}::int - start_month + 1`
  return sql`json_build_object(
    'notes', (select ${notes} from quality_notes where ${mine} and month = ${at} and ended_at is null),
    'both', (select coalesce(json_agg(json_build_object('cell', d.measure_id, 'events', d.amount,
      'returned', l.amount) order by d.measure_id), '[]')
      from (select measure_id, amounts[${here}] as amount from derived_series where ${mine} and breakdown = '') d
      join (select measure_id, amount from return_lines where ${mine} and breakdown = '' and ${inMonth}) l using (measure_id)
      where d.amount is not null and l.amount is not null),
    'withheld', (select coalesce(json_agg(block order by block), '[]') from withheld_blocks
      where ${mine} and 1 = any(months[${back} : ${here}])),
    'everWithheld', (select coalesce(json_agg(block order by block), '[]') from withheld_blocks
      where ${mine} and 1 = any(months[1 : ${here}])),
    'returnedAt', (select min(recorded_at) from return_lines where ${mine} and measure_id = 'pop_closing'
      and breakdown = '' and ${inMonth}))`
}

/** What is noted of a month at one facility, and what is withheld there. */
export interface FacilityNotes extends Pick<MonthQuality, 'notes' | 'withheld' | 'everWithheld'> {
  facilityId: string
}

/** The notes on a month of the facilities in `scope` that have any. Not for a reader before `shownQuality`. */
export async function listNotesOfMonth(tx: Tx, scope: Scope, month: Month): Promise<FacilityNotes[]> {
  const at = monthIndex(month)
  const here = sql`${at}::int - start_month + 1`
  const withheld = (months: SQL) => sql`(select coalesce(json_agg(block order by block), '[]') from withheld_blocks b
    where b.facility_id = noted.facility_id and 1 = any(months[${months}]))`
  const rows = await tx.execute<Plain<FacilityNotes>>(sql`
    with noted as (select facility_id, ${notes} as notes from quality_notes
      where month = ${at} and ended_at is null and ${inScope(sql`facility_id`, scope)} group by facility_id)
    select facility_id as "facilityId", notes,
      ${withheld(sql`greatest(${at - monthsSpokenOf}::int - start_month + 1, 1) : ${here}`)} as withheld,
      ${withheld(sql`1 : ${here}`)} as "everWithheld"
    from noted`)
  return [...rows]
}

/** The last month up to `month`, as its index, in which each facility of `scope` told how many people it held; none where it never did. */
export async function listLastTold(tx: Tx, scope: Scope, month: Month): Promise<Map<string, number>> {
  const at = monthIndex(month)
  const rows = await tx.execute<{ id: string; last: number | null }>(sql`
    select facility_id as id, (select max(start_month + place - 1) from generate_subscripts(amounts, 1) place
      where amounts[place] is not null and start_month + place - 1 <= ${at}::int) as last
    from measure_series where measure_id = 'pop_closing' and breakdown = '' and ${inScope(sql`facility_id`, scope)}`)
  return new Map(rows.flatMap(({ id, last }) => (last === null ? [] : [[id, last] as const])))
}
