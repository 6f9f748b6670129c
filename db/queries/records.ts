import { type SQL, sql } from 'drizzle-orm'
import {
  type Cell,
  type ColumnsBuilder,
  columnsBuilder,
  type FacilityRecords,
} from '../../server/domain/kernels/columns.ts'
import { codeLists } from '../../server/domain/records/codes.ts'
import type { RecordType } from '../../server/domain/records/define.ts'
import { type RecordId, records } from '../../server/domain/records/index.ts'
import type { Tx } from '../client.ts'
import { storedRecords, tableOfRecord } from '../schema/records.ts'
import { recordWasCurrent } from './known.ts'
import { textArray } from './staging.ts'

/** A facility whose records are read; its days are those of its time zone. */
export interface OfFacility {
  id: string
  timeZone: string
}

/** A type whose rows the kernels read, with its columns as the database gives them. */
interface ReadType {
  entry: RecordType<RecordId>
  columns: { name: string; expression: string; codes: readonly string[] | undefined }[]
}

const readTypes: ReadType[] = storedRecords
  .filter((entry) => entry.level !== 'system')
  .map((entry) => ({
    entry,
    columns: Object.entries(entry.fields).map(([name, field]) => ({
      name,
      expression: expressionOf(name, field.kind),
      codes: field.list && codeLists[field.list],
    })),
  }))

/** Moments as milliseconds and days as days since 1970: numbers, as the kernels keep them. */
function expressionOf(name: string, kind: string): string {
  if (kind === 'moment') return `(extract(epoch from t."${name}") * 1000)::float8`
  if (kind === 'day') return `t."${name}" - date '1970-01-01'`
  return kind === 'month' ? `to_char(t."${name}", 'YYYY-MM')` : `t."${name}"`
}

/** Days, as YYYY-MM-DD, both included. */
export interface DaySpan {
  from: string
  to: string
}

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
  const [held, kept] = await Promise.all([listHeld(tx, facility.id, days, isCurrent), listKept(tx)])
  // Asked all at once: the database reads on while the rows of one type are taken in.
  const types = readTypes.filter(({ entry }) => wanted.includes(entry.id) && kept.has(entry.id))
  const asked = types.map((type) => {
    const source = sourceOf(type.entry, facility.id, held, days, isCurrent)
    return addRows(tx, builder, type, sql`${source} and ${isCurrent(sql`t`)}`, facility.id)
  })
  if (wanted.includes('capacity_certificate')) asked.push(addCertificates(tx, builder, facility.id))
  if (wanted.includes('facility')) asked.push(addVersions(tx, builder, facility.id))
  await Promise.all(asked)
  return builder.done()
}

/** The types of which anybody has sent a row: most installations keep a few of all, and none is asked for the others. */
async function listKept(tx: Tx): Promise<ReadonlySet<RecordId>> {
  const places = readTypes.map(
    ({ entry }, at) =>
      sql`case when exists (select from ${sql.identifier(tableOfRecord(entry.id))}) then ${sql.raw(`${at}`)} end`,
  )
  const rows = await tx.execute<{ kept: number[] }>(sql`
    select array_remove(array[${sql.join(places, sql`, `)}]::int[], null) as kept`)
  return new Set((rows[0]?.kept ?? []).map((at) => readTypes[at]!.entry.id))
}

/** Stays by facility and key, and their people: own ones, and those of the same people elsewhere. */
interface Held {
  stays: SQL
  people: SQL
}

/** Whether a row counts: it is the current one, or was at a moment. */
type IsCurrent = (row: SQL) => SQL

function current(known: Date | undefined): IsCurrent {
  return (row) => (known ? recordWasCurrent(row, known) : sql`${row}.superseded_at is null`)
}

async function listHeld(tx: Tx, facilityId: string, days: DaySpan | undefined, isCurrent: IsCurrent): Promise<Held> {
  const whenHeld = days
    ? sql`admitted_at < ${days.to}::date + 2 and coalesce(released_at, 'infinity') >= ${days.from}::date - 1`
    : sql`true`
  const rows = await tx.execute<{ facility_id: string; stay_key: string; person_key: string }>(sql`
    select s.facility_id, s.stay_key, s.person_key from stay_records s
    where ${isCurrent(sql`s`)} and s.person_key in (select person_key from stay_records o
      where facility_id = ${facilityId}::uuid and ${isCurrent(sql`o`)} and ${whenHeld})`)
  const people = new Map(rows.map((row) => [`${row.facility_id} ${row.person_key}`, row]))
  const facilities = (some: Iterable<{ facility_id: string }>) => textArray([...some].map((row) => row.facility_id))
  return {
    stays: sql`unnest(${facilities(rows)}::text[]::uuid[], ${textArray(rows.map((row) => row.stay_key))}::text[]::uuid[])`,
    people: sql`unnest(${facilities(people.values())}::text[]::uuid[],
      ${textArray([...people.values()].map((row) => row.person_key))}::text[]::uuid[])`,
  }
}

/** Where the rows of a type come from: by stay, by person, by what they belong to, or by the place itself. */
function sourceOf(
  entry: RecordType<RecordId>,
  facilityId: string,
  held: Held,
  days: DaySpan | undefined,
  isCurrent: IsCurrent,
): SQL {
  const table = sql.identifier(tableOfRecord(entry.id))
  const own = sql`t.facility_id = ${facilityId}::uuid`
  const ofStays = (alias: SQL) => sql`join ${held.stays} as h(facility_id, stay_key)
    on h.facility_id = ${alias}.facility_id and h.stay_key = ${alias}.stay_key`
  const stayKey = entry.fields.stay_key
  if (stayKey?.required) return sql`from ${table} t ${ofStays(sql`t`)} where true`
  if (stayKey) {
    const isHeld = sql`(t.facility_id, t.stay_key) in (select * from ${held.stays} as h(facility_id, stay_key))`
    return sql`from ${table} t where ${own} and (t.stay_key is null or ${isHeld})`
  }
  if (entry.fields.person_key)
    return sql`from ${table} t join ${held.people} as h(facility_id, person_key)
      on h.facility_id = t.facility_id and h.person_key = t.person_key where true`
  const parent = parentOf(entry)
  if (parent) {
    const key = sql.identifier(parent.key)
    return sql`from ${sql.identifier(tableOfRecord(parent.record))} p ${ofStays(sql`p`)}
      join ${table} t on t.facility_id = p.facility_id and t.${key} = p.${key} where ${isCurrent(sql`p`)}`
  }
  // What somebody began elsewhere belongs to a programme of that place.
  if (entry.id === 'programme') {
    const elsewhere = sql`t.facility_id in (select h.facility_id from ${held.stays} as h(facility_id, stay_key))`
    return sql`from ${table} t where (${own} or ${elsewhere})`
  }
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

type Answer = Record<string, string | number | boolean | null | number[]>

async function addRows(
  tx: Tx,
  builder: ColumnsBuilder,
  { entry, columns }: ReadType,
  source: SQL,
  facilityId: string,
): Promise<void> {
  const listed = columns.map(({ name, expression }) => `${expression} as "${name}"`).join(', ')
  const rows = await tx.execute<Answer>(sql`
    select ${sql.raw(listed)}, t.id, t.facility_id, (extract(epoch from t.recorded_at) * 1000)::float8 as recorded_at
    ${source} order by t.facility_id <> ${facilityId}::uuid, t.facility_id, t.id`)
  const coded = columns.filter(({ codes }) => codes !== undefined)
  for (const row of rows) {
    const cells: Record<string, Cell> = row as Record<string, Cell>
    for (const { name, codes } of coded) cells[name] = named(row[name]!, codes!)
    builder.add(entry.id, cells)
  }
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

/** Codes by their names, of the places at which they are kept. */
function named(kept: Answer[string], codes: readonly string[]): Cell {
  if (kept === null) return null
  return Array.isArray(kept) ? kept.map((place) => codes[place]!) : codes[Number(kept)]
}
