import { sql } from 'drizzle-orm'
import { type Cell, columnsBuilder, type FacilityRecords } from '../../server/domain/kernels/columns.ts'
import { codeLists } from '../../server/domain/records/codes.ts'
import { type RecordId, records } from '../../server/domain/records/index.ts'
import type { Tx } from '../client.ts'
import { storedRecords, tableOfRecord } from '../schema/records.ts'

/** A type whose rows the kernels read, with its columns as the database gives them. */
interface ReadType {
  recordId: RecordId
  columns: { name: string; expression: string; codes: readonly string[] | undefined }[]
}

const readTypes: ReadType[] = storedRecords
  .filter((entry) => entry.level !== 'system')
  .map((entry) => ({
    recordId: entry.id,
    columns: Object.entries(entry.fields).map(([name, field]) => ({
      name,
      expression: expressionOf(name, field.kind),
      codes: field.list && codeLists[field.list],
    })),
  }))

/** Moments as milliseconds and days as days since 1970: numbers, as the kernels keep them. */
function expressionOf(name: string, kind: string): string {
  if (kind === 'moment') return `(extract(epoch from "${name}") * 1000)::float8`
  if (kind === 'day') return `"${name}" - date '1970-01-01'`
  return kind === 'month' ? `to_char("${name}", 'YYYY-MM')` : `"${name}"`
}

type Answer = Record<string, string | number | boolean | null | number[]>

/**
 * The current records of one facility as columns for the kernels, of all types or of `wanted`; in the order of their rows,
 * so that the same records give the same columns. To be asked by the system: they are records of persons.
 */
export async function loadFacilityRecords(
  tx: Tx,
  facility: { id: string; timeZone: string },
  wanted: readonly RecordId[] = records.map((entry) => entry.id),
): Promise<FacilityRecords> {
  const builder = columnsBuilder(facility.id, facility.timeZone)
  for (const { recordId, columns } of readTypes.filter((type) => wanted.includes(type.recordId))) {
    const listed = columns.map(({ name, expression }) => `${expression} as "${name}"`).join(', ')
    const rows = await tx.execute<Answer>(sql`
      select ${sql.raw(listed)}, facility_id, (extract(epoch from recorded_at) * 1000)::float8 as recorded_at
      from ${sql.identifier(tableOfRecord(recordId))}
      where facility_id = ${facility.id}::uuid and superseded_at is null order by id`)
    const coded = columns.filter(({ codes }) => codes !== undefined)
    for (const row of rows) {
      const cells: Record<string, Cell> = row as Record<string, Cell>
      for (const { name, codes } of coded) cells[name] = named(row[name]!, codes!)
      builder.add(recordId, cells)
    }
  }
  return builder.done()
}

/** Codes by their names, of the places at which they are kept. */
function named(kept: Answer[string], codes: readonly string[]): Cell {
  if (kept === null) return null
  return Array.isArray(kept) ? kept.map((place) => codes[place]!) : codes[Number(kept)]
}

/** Facilities that have records in force, in the order of their ids. */
export async function listFacilitiesWithRecords(tx: Tx): Promise<{ id: string; timeZone: string }[]> {
  const any = storedRecords
    .filter((entry) => entry.level === 'person')
    .map(
      (entry) =>
        `exists (select 1 from ${tableOfRecord(entry.id)} r where r.facility_id = f.id and r.superseded_at is null)`,
    )
    .join(' or ')
  const rows = await tx.execute<{ id: string; timeZone: string }>(sql`
    select f.id, (select v.timezone from facility_versions v where v.facility_id = f.id
      order by v.valid_from desc limit 1) as "timeZone"
    from facilities f where ${sql.raw(any)} order by f.id`)
  return [...rows]
}
