import { type SQL, sql } from 'drizzle-orm'
import { type Month, monthIndex } from '../../server/domain/period.ts'

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
    'notes', (select coalesce(json_agg(json_build_object('checkId', check_id, 'level', level, 'cells', cells,
      'recordId', record_id, 'count', count, 'found', found, 'expected', expected, 'probability', probability,
      'months', months) order by check_id, subject), '[]')
      from quality_notes where ${mine} and month = ${at} and ended_at is null),
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
