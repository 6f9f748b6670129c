import { type SQL, sql } from 'drizzle-orm'
import {
  type Cell,
  type ColumnsBuilder,
  columnsBuilder,
  type FacilityRecords,
} from '../../server/domain/kernels/columns.ts'
import type { RecordType } from '../../server/domain/records/define.ts'
import { type RecordId, records } from '../../server/domain/records/index.ts'
import type { Tx } from '../client.ts'
import { storedRecords, tableOfRecord } from '../schema/records.ts'
import { type Belonging, current, type DaySpan, type HeldStays, type IsCurrent, listHeldStays } from './held-stays.ts'
import { type ColumnReader, columnReader } from './record-columns.ts'

/** A facility whose records are read; its days are those of its time zone. */
export interface OfFacility {
  id: string
  timeZone: string
}

const readTypes = storedRecords.filter((entry) => entry.level !== 'system').map(columnReader)

/**
 * The current records of one facility as columns for the kernels, of all types or of `wanted`; in the order of their rows,
 * so that the same records give the same columns. With `days`, those of the people who were held here on one of them, and
 * what was written down of the place on them: as many rows however long the history. What is known of these people from
 * other facilities comes with them. A row of a stay that nobody knows is left out. With `known`, what had
 * come by that moment. To be asked by the system.
 */
export async function loadFacilityRecords(
  tx: Tx,
  facility: OfFacility,
  wanted: readonly RecordId[] = records.map((entry) => entry.id),
  days?: DaySpan,
  known?: Date,
): Promise<FacilityRecords> {
  const builder = columnsBuilder(facility.id, facility.timeZone)
  const isCurrent = current(known)
  const some = readTypes.filter(({ entry }) => wanted.includes(entry.id))
  const [held, types] = await Promise.all([listHeldStays(tx, facility.id, days, isCurrent), keptAmong(tx, some)])
  // Asked all at once: the database reads on while the rows of one type are taken in.
  const asked = types.flatMap(({ entry, read }) =>
    held.map(async (stays) => {
      const source = sourceOf(entry, facility.id, stays, days, isCurrent)
      const home = stays.of === 'own' ? undefined : facility.id
      const block = source && (await read(tx, sql`${source} and ${isCurrent(sql`t`)}`, home))
      if (block) builder.addBlock(entry.id, block)
    }),
  )
  if (wanted.includes('capacity_certificate')) asked.push(addCertificates(tx, builder, facility.id))
  if (wanted.includes('facility')) asked.push(addVersions(tx, builder, facility.id))
  await Promise.all(asked)
  return builder.done()
}

/** The types of which anybody has sent a row: most installations keep a few of all, and none is asked for the others. */
async function keptAmong(tx: Tx, some: readonly ColumnReader[]): Promise<ColumnReader[]> {
  if (some.length === 0) return []
  const places = some.map(
    ({ entry }, at) =>
      sql`case when exists (select from ${sql.identifier(tableOfRecord(entry.id))}) then ${sql.raw(`${at}`)} end`,
  )
  // Asked with a value, so that a connection keeps the statement ready: reading it anew costs more than its answer.
  const rows = await tx.execute<{ kept: number[] }>(sql`
    select array_remove(array[${sql.join(places, sql`, `)}]::int[], ${null}::int) as kept`)
  return (rows[0]?.kept ?? []).map((at) => some[at]!)
}

/**
 * Where the rows of a type come from: by stay, by person, by what they belong to, or by the place itself. Undefined where
 * stays elsewhere bring none of it.
 */
function sourceOf(
  entry: RecordType<RecordId>,
  facilityId: string,
  held: HeldStays,
  days: DaySpan | undefined,
  isCurrent: IsCurrent,
): SQL | undefined {
  const table = sql.identifier(tableOfRecord(entry.id))
  const found = ({ join, where }: Belonging) => sql`from ${table} t ${join} where ${where}`
  const stayKey = entry.fields.stay_key
  if (stayKey?.required) return found(held.stays(sql`t`))
  const own = sql`t.facility_id = ${facilityId}::uuid`
  if (stayKey && held.of === 'others') return undefined
  if (stayKey) return sql`from ${table} t where ${own} and (t.stay_key is null or t.stay_key in (${held.ownKeys}))`
  if (entry.fields.person_key) return found(held.people(sql`t`))
  const parent = parentOf(entry)
  if (parent) {
    const key = sql.identifier(parent.key)
    const { join, where } = held.stays(sql`p`)
    return sql`from ${sql.identifier(tableOfRecord(parent.record))} p ${join}
      join ${table} t on t.facility_id = p.facility_id and t.${key} = p.${key} where ${where} and ${isCurrent(sql`p`)}`
  }
  // What somebody began elsewhere belongs to a programme of that place.
  if (entry.id === 'programme' && held.of !== 'own') {
    const elsewhere = sql`t.facility_id in (${held.facilities})`
    return sql`from ${table} t where ${held.of === 'all' ? sql`(${own} or ${elsewhere})` : elsewhere}`
  }
  if (held.of === 'others') return undefined
  const day = entry.fields.day?.kind === 'day' && days
  return sql`from ${table} t where ${own} and ${day ? sql`t.day between ${days.from}::date and ${days.to}::date` : sql`true`}`
}

/** The record of a stay to which a row belongs, where it names no stay itself: a day of a placement, a step of a plan. */
export function parentOf(entry: RecordType<RecordId>): { record: RecordId; key: string } | undefined {
  for (const { references } of Object.values(entry.fields)) {
    const [record = '', key = ''] = references?.split('.') ?? []
    const owner = storedRecords.find((one) => one.id === record)
    if (owner && owner.id !== 'stay' && owner.fields.stay_key) return { record: owner.id, key }
  }
  return undefined
}

async function addCertificates(tx: Tx, builder: ColumnsBuilder, facilityId: string): Promise<void> {
  const rows = await tx.execute<Record<string, Cell>>(sql`
    select id as certificate_id, facility_id, certified_places, issued_on - date '1970-01-01' as issued_on,
      valid_from - date '1970-01-01' as valid_from, valid_to - date '1970-01-01' as valid_to
    from capacity_certificates where facility_id = ${facilityId}::uuid and superseded_at is null order by valid_from`)
  for (const row of rows) builder.add('capacity_certificate', row)
}

async function addVersions(tx: Tx, builder: ColumnsBuilder, facilityId: string): Promise<void> {
  const rows = await tx.execute<Record<string, Cell>>(sql`
    select facility_id, security_level, holds_children, valid_from - date '1970-01-01' as valid_from,
      valid_to - date '1970-01-01' as valid_to
    from facility_versions where facility_id = ${facilityId}::uuid and (valid_to is null or valid_to > valid_from)
    order by valid_from`)
  for (const row of rows) builder.add('facility', row)
}
