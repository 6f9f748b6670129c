import { type SQL, sql } from 'drizzle-orm'
import type { RecordType } from '../../server/domain/records/define.ts'
import type { RecordId } from '../../server/domain/records/index.ts'
import type { Tx } from '../client.ts'
import { tableOfRecord } from '../schema/records.ts'
import { belowOf, daysBelonging, daysKnown, hasDays, lookedUp, ofPerson, ofStay } from './record-spans.ts'
import { recordTable, type StagedType, sameRecord, stagedTable } from './record-staging.ts'
import { parentOf } from './records.ts'

/**
 * Notes, for whoever loses a stay, placement or plan by the staged rows, the days of all that belonged to it: to another
 * person, or because its key is no longer there. A day logged on a placement counts for the placement's person whatever days
 * the placement itself names. Called while what will be superseded is still current.
 */
export async function noteLost(tx: Tx, given: StagedType): Promise<void> {
  const type = given.type as RecordType<RecordId>
  const isStay = type.id === 'stay'
  const below = belowOf(type.id).filter(hasDays)
  if (below.length === 0) return
  const days = isStay
    ? [...ofStay.filter(hasDays).map(daysOfStay), ...below.map(daysBelowStay), ...ofPerson.map(daysOfPerson)]
    : below.map((entry) => daysBelonging(entry, belongsTo(sql`l`, parentOf(entry)!.key)))
  const own = isStay ? 'stay_key' : parentOf(below[0]!)!.key
  const owner = isStay ? 'person_key' : 'stay_key'
  const each = days.map((one) => sql`select l.facility_id, l.owner, d.first, d.last from lost l ${lookedUp(one)} d`)
  await tx.execute(sql`with lost as materialized (${lostRows(given, type, own, owner)})
    insert into reached_days select ${isStay ? 'person' : type.id}, facility_id, owner, min(first), max(last)
    from (${sql.join(each, sql` union all `)}) d where first is not null group by 2, 3`)
}

/** Current rows that the staged ones give to another owner, or supersede by their number. */
function lostRows(given: StagedType, type: RecordType<RecordId>, own: string, owner: string): SQL {
  const [key, link] = [sql.identifier(own), sql.identifier(owner)]
  const to = given.names.includes(owner) ? sql`s.${link}` : sql`null::uuid`
  const rows = (isLost: SQL) => sql`select c.facility_id, c.${key}, c.${link} as owner from ${stagedTable(type)} s
    join ${recordTable(type)} c on c.superseded_at is null and c.${link} is not null and ${isLost}`
  const byKey = rows(sql`${sameRecord(type)} and c.${link} is distinct from ${to}`)
  const byNumber = rows(sql`c.facility_id = s.facility_id and c.record_id = s.supersedes`)
  return given.names.includes('supersedes') ? sql`${byKey} union ${byNumber}` : byKey
}

const belongsTo = (above: SQL, key: string) =>
  sql`w.facility_id = ${above}.facility_id and w.${sql.identifier(key)} = ${above}.${sql.identifier(key)}`

const daysOfStay = (entry: RecordType<RecordId>) => daysBelonging(entry, belongsTo(sql`l`, 'stay_key'))

/** What the place knows of whoever loses the stay: perhaps no other place reads it any more. */
const daysOfPerson = (entry: RecordType<RecordId>) => daysKnown(entry, sql`l.facility_id`, sql`l.owner`)

function daysBelowStay(entry: RecordType<RecordId>): SQL {
  const parent = parentOf(entry)!
  const days = daysBelonging(entry, belongsTo(sql`p`, parent.key))
  return sql`select min(w.first) as first, max(w.last) as last from ${sql.identifier(tableOfRecord(parent.record))} p
    ${lookedUp(days)} w where p.superseded_at is null and p.facility_id = l.facility_id and p.stay_key = l.stay_key`
}
