import { type SQL, sql } from 'drizzle-orm'
import type { RecordType } from '../../server/domain/records/define.ts'
import type { RecordId } from '../../server/domain/records/index.ts'
import { storedRecords, tableOfRecord } from '../schema/records.ts'
import { parentOf } from './records.ts'

/** Fields that say when something was over: while they are empty it lasts. */
const endings = new Set([
  'answered_on',
  'closed_on',
  'end_at',
  'end_on',
  'ended_on',
  'expires_on',
  'left_on',
  'released_at',
  'valid_to',
  'verified_done_on',
])

/** Records whose days are not those for which they hold: a programme before it was evaluated, a visit long after it. */
const timeless = new Set(['programme', 'inspection_visit'])

export const dated = (entry: RecordType) =>
  Object.entries(entry.fields).filter(([, { kind }]) => kind === 'day' || kind === 'moment' || kind === 'month')

const dayOf = (alias: string, name: string) => sql.raw(`${alias}."${name}"::timestamptz::date`)

/** First and last day that a row names; for ever back or forth where it names none, or is not over. */
export function spanOf(entry: RecordType, alias: string, given?: readonly string[]): { first: SQL; last: SQL } {
  const fields = dated(entry).filter(([name]) => !given || given.includes(name))
  if (fields.length === 0 || timeless.has(entry.id))
    return { first: sql`'-infinity'::date`, last: sql`'infinity'::date` }
  const days = sql.join(
    fields.map(([name]) => dayOf(alias, name)),
    sql`, `,
  )
  const open = dated(entry).filter(([name]) => endings.has(name))
  const isOpen = open.some(([name]) => given && !given.includes(name))
    ? sql`true`
    : sql.join([sql`false`, ...open.map(([name]) => sql`${dayOf(alias, name)} is null`)], sql` or `)
  return {
    first: sql`coalesce(least(${days}), '-infinity'::date)`,
    last: sql`case when ${isOpen} then 'infinity'::date else coalesce(greatest(${days}), 'infinity'::date) end`,
  }
}

/**
 * Rows that are looked up for each row before them, by an index. `offset 0` holds the planner to it: of rows that came in
 * this transaction nobody has counted any, so that it takes ten thousand for ten and compares each with each.
 */
export const lookedUp = (rows: SQL) => sql`cross join lateral (${rows} offset 0)`

/** The first and last day of the current rows that belong to another; nothing where there are none. */
export function daysBelonging(entry: RecordType<RecordId>, isBelonging: SQL): SQL {
  const { first, last } = spanOf(entry, 'w')
  return sql`select min(${first}) as first, max(${last}) as last from ${sql.identifier(tableOfRecord(entry.id))} w
    where w.superseded_at is null and ${isBelonging}`
}

export const hasDays = (entry: RecordType<RecordId>) => dated(entry).length > 0

/** The types whose rows belong to a stay by naming it. */
export const ofStay = storedRecords.filter((entry) => entry.fields.stay_key && entry.id !== 'stay')

/** The types whose rows belong to a person and to no stay: what somebody is, and what was noted of them. */
export const ofPerson = storedRecords.filter((entry) => entry.fields.person_key && !entry.fields.stay_key)

/**
 * The days on which what a place knows of a person counts: within the person's stays, wherever. Nothing where the place
 * knows nothing.
 */
export function daysKnown(entry: RecordType<RecordId>, facilityId: SQL, personKey: SQL): SQL {
  const known = daysBelonging(entry, sql`w.facility_id = ${facilityId} and w.person_key = ${personKey}`)
  return sql`select greatest(k.first, (select min(admitted_at)::date from stay_records
      where person_key = ${personKey} and superseded_at is null)) as first, k.last
    from (${known}) k where k.first is not null`
}

/** The types whose rows belong to rows of another, of a stay or of `above` only: days of a placement, steps of a plan. */
export function belowOf(above: RecordId): RecordType<RecordId>[] {
  return storedRecords.filter((entry) => {
    const parent = parentOf(entry)
    return parent && !entry.fields.stay_key && (above === 'stay' || parent.record === above)
  })
}
