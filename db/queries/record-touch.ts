import { type SQL, sql } from 'drizzle-orm'
import { movedIn, movedOut } from '../../server/domain/quality/events/stays.ts'
import type { RecordType } from '../../server/domain/records/define.ts'
import { findRecord, type RecordId } from '../../server/domain/records/index.ts'
import type { Tx } from '../client.ts'
import { tableOfRecord } from '../schema/records.ts'
import { noteLost } from './record-losses.ts'
import { belowOf, daysBelonging, daysKnown, hasDays, lookedUp, ofPerson, ofStay, spanOf } from './record-spans.ts'
import { isOfPlace, type StagedType, sameRecord, stagedTable } from './record-staging.ts'
import { parentOf } from './records.ts'

/** From which day to which (days since 1970, both included) the records of an import reach the figures of a facility. */
export interface Reached {
  facilityId: string
  recordId: RecordId
  first: number
  last: number
}

/** The key by which a row leads to people: its own stay or person, or what it belongs to. */
function linkOf(entry: RecordType<RecordId>): string | undefined {
  if (entry.fields.stay_key) return 'stay_key'
  return entry.fields.person_key ? 'person_key' : parentOf(entry)?.key
}

export async function makeReached(tx: Tx): Promise<void> {
  await tx.execute(sql`create temporary table if not exists reached_days
    (record_id text not null, facility_id uuid not null, link uuid, first date not null, last date not null) on commit drop`)
}

/**
 * Notes the days of the staged rows of a type, and of the records that they will supersede: both what was and what is.
 * Called before anything of the file becomes current.
 */
export async function noteReached(tx: Tx, given: StagedType): Promise<void> {
  const type = given.type as RecordType<RecordId>
  if (!isOfPlace(type)) return
  const link = linkOf(type)
  const [now, was] = [spanOf(type, 's', given.names), spanOf(type, 'c')]
  const linked = (alias: string) =>
    link && (alias === 'c' || given.names.includes(link)) ? sql.raw(`${alias}."${link}"`) : sql`null::uuid`
  const superseded = sql`c.facility_id = s.facility_id and c.record_id = s.supersedes`
  const old = (isSame: SQL) => sql`union all
    select c.facility_id, ${linked('c')}, ${was.first}, ${was.last} from ${stagedTable(type)} s
    join ${sql.identifier(tableOfRecord(type.id))} c on c.superseded_at is null and ${isSame}`
  await tx.execute(sql`insert into reached_days
    select ${type.id}, facility_id, link, min(first), max(last) from (
      select s.facility_id, ${linked('s')} as link, ${now.first} as first, ${now.last} as last from ${stagedTable(type)} s
      ${old(sameRecord(type))} ${given.names.includes('supersedes') ? old(superseded) : sql``}) r
    group by 2, 3`)
  // A stay that was another person's: that person's clocks change as well.
  if (type.id === 'stay') {
    const ended = given.names.includes('supersedes') ? [sameRecord(type), superseded] : [sameRecord(type)]
    for (const isSame of ended)
      await tx.execute(sql`insert into reached_days
        select 'person', c.facility_id, c.person_key, min(${was.first}), max(${was.last}) from staged_stay s
        join stay_records c on c.superseded_at is null and ${isSame} group by 2, 3`)
  }
  await noteLost(tx, given)
}

/**
 * How far what was noted reaches, after the file's records have become current. A record of a person reaches from the
 * beginning of its stay to the end of the person's custody, at every facility where that person is held in these days: a
 * clock runs on across a transfer, and an answer that came late changes the month of the question.
 */
export async function listReached(tx: Tx, types: readonly StagedType[]): Promise<Reached[]> {
  const reached: Reached[] = []
  const all = new Set(types.map(({ type }) => type.id as RecordId))
  if (all.has('stay')) all.add('person')
  for (const type of [...all].map((id) => findRecord(id)!)) {
    if (!isOfPlace(type)) continue
    const rows = await tx.execute<{ facility_id: string; first: number; last: number }>(sql`
      select facility_id, min(${bounded(sql`first`)}) as first, max(${bounded(sql`last`)}) as last
      from (${reachOf(type)}) r group by 1`)
    // People are noted for the stays that they lose too, on which more looks back than on themselves.
    const recordId = type.id === 'person' && all.has('stay') ? 'stay' : type.id
    for (const { facility_id, first, last } of rows) reached.push({ facilityId: facility_id, recordId, first, last })
  }
  return reached
}

/** Days as numbers; what has no end ends in the year 9999. */
function bounded(day: SQL): SQL {
  return sql`least(greatest(${day}, date '0001-01-01'), date '9999-12-31') - date '1970-01-01'`
}

/** How long after a person left, in days, records of theirs can still count at the facility that they left. */
const daysAfterLeaving = 400

/** The current stay of a row's facility and key. */
const stayOf = (row: SQL) => sql`select person_key, admitted_at::date as admitted from stay_records
  where facility_id = ${row}.facility_id and stay_key = ${row}.stay_key and superseded_at is null`

function reachOf(type: RecordType<RecordId>): SQL {
  const own = sql`select facility_id, first, last from reached_days where record_id = ${type.id}`
  const ofPeople = peopleOf(type)
  if (!ofPeople) return own
  const isStay = type.id === 'stay' || type.id === 'person'
  const first = isStay ? sql`least(p.first, d.departed)` : sql`p.first`
  return sql`${own} union all
    select a.facility_id, ${first}, greatest(p.last, u.until)
    from (select s.person_key, min(least(r.first, s.admitted)) as first, max(r.last) as last
      from (${ofPeople}) r ${lookedUp(stayOf(sql`r`))} s group by 1) p
    ${lookedUp(sql`select max(coalesce(released_at, 'infinity'))::date as until from stay_records
      where person_key = p.person_key and superseded_at is null`)} u
    ${isStay ? sql`${lookedUp(departedBefore(sql`p`))} d` : sql``}
    ${lookedUp(sql`select facility_id from stay_records where person_key = p.person_key and superseded_at is null
      and coalesce(released_at, 'infinity') + make_interval(days => ${daysAfterLeaving}) >= ${first}`)} a`
}

/** The day of the first departure of a person to another facility that nobody has confirmed by an arrival before a day. */
const departedBefore = (person: SQL) => sql`select min(s.released_at)::date as departed from stay_records s
  where s.person_key = ${person}.person_key and s.superseded_at is null and s.release_kind = ${movedOut}
    and s.released_at::date <= ${person}.first
    and s.released_at >= coalesce((select max(t.admitted_at) from stay_records t
      where t.person_key = ${person}.person_key and t.superseded_at is null and t.admission_kind = ${movedIn}
        and t.admitted_at::date < ${person}.first), '-infinity')`

/** The stays of which the noted rows speak, and on which days; with the days of what waited for a row to belong to. */
function peopleOf(type: RecordType<RecordId>): SQL | undefined {
  const own = stayOfNoted(type)
  if (!own) return undefined
  const waiting = waitingFor(type)
  return waiting.length === 0 ? own : sql.join([own, ...waiting], sql` union all `)
}

/**
 * Rows that came before what they belong to, a placement before its stay: they begin to count when it comes, on their own
 * days. What a place knows of a person counts at all others from that person's first stay there on.
 */
function waitingFor(type: RecordType<RecordId>): SQL[] {
  const of = sql`reached_days r`
  const isNoted = sql`r.record_id = ${type.id} and r.link is not null and w.first is not null`
  const stay = type.id === 'stay'
  return [
    ...(stay ? ofStay : []).filter(hasDays).map((entry) => {
      const days = daysBelonging(entry, sql`w.facility_id = r.facility_id and w.stay_key = r.link`)
      return sql`select w.first, w.last, r.facility_id, r.link from ${of} ${lookedUp(days)} w where ${isNoted}`
    }),
    ...(stay ? ofPerson : []).map((entry) => {
      const days = daysKnown(entry, sql`r.facility_id`, sql`s.person_key`)
      return sql`select w.first, w.last, r.facility_id, r.link from ${of} ${lookedUp(firstThere)} s ${lookedUp(days)} w
        where ${isNoted}`
    }),
    ...belowOf(type.id)
      .filter(hasDays)
      .map((entry) => {
        const parent = parentOf(entry)!
        const key = sql.identifier(parent.key)
        const link = sql.identifier(stay ? 'stay_key' : linkOf(type)!)
        const above = sql`select facility_id, stay_key, ${key} from ${sql.identifier(tableOfRecord(parent.record))}
        where superseded_at is null and facility_id = r.facility_id and ${link} = r.link`
        const days = daysBelonging(entry, sql`w.facility_id = p.facility_id and w.${key} = p.${key}`)
        return sql`select w.first, w.last, p.facility_id, p.stay_key from ${of} ${lookedUp(above)} p ${lookedUp(days)} w
        where ${isNoted}`
      }),
  ]
}

/**
 * The person of a noted stay, where no stay that came by another import led to what the place knows of them before. `offset 0`
 * as in `lookedUp`: the planner would look at everybody of the place for each.
 */
const firstThere = sql`select s.person_key from stay_records s
  where s.facility_id = r.facility_id and s.stay_key = r.link and s.superseded_at is null
    and not exists (select from (select facility_id, import_id from stay_records
        where person_key = s.person_key and superseded_at is null offset 0) o
      where o.facility_id = s.facility_id and o.import_id <> s.import_id)`

/** The stays of which the noted rows speak. */
function stayOfNoted(type: RecordType<RecordId>): SQL | undefined {
  const noted = sql`reached_days r`
  const of = sql`r.record_id = ${type.id} and r.link is not null`
  if (type.fields.stay_key)
    return sql`select r.first, r.last, r.facility_id, r.link as stay_key from ${noted} where ${of}`
  if (type.fields.person_key) {
    const held = sql`select facility_id, stay_key from stay_records where person_key = r.link and superseded_at is null`
    return sql`select r.first, r.last, s.facility_id, s.stay_key from ${noted} ${lookedUp(held)} s where ${of}`
  }
  const parent = parentOf(type)
  if (!parent) return undefined
  const { first, last } = spanOf(findRecord(parent.record)!, 'p')
  const above = sql`select facility_id, stay_key, ${first} as first, ${last} as last
    from ${sql.identifier(tableOfRecord(parent.record))} p where superseded_at is null
      and facility_id = r.facility_id and ${sql.identifier(parent.key)} = r.link`
  return sql`select least(r.first, p.first) as first, greatest(r.last, p.last) as last, p.facility_id, p.stay_key
    from ${noted} ${lookedUp(above)} p where ${of}`
}
