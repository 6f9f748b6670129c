import { sql } from 'drizzle-orm'
import type { DerivedSeries } from '../../server/domain/engine/derived-series.ts'
import type { Declared } from '../../server/domain/kernels/coverage.ts'
import { type CellId, cellParts } from '../../server/domain/measures/index.ts'
import type { Day } from '../../server/domain/period.ts'
import type { RecordId } from '../../server/domain/records/index.ts'
import type { Tx } from '../client.ts'
import { wholeMonths } from './coverage.ts'
import { cellOf } from './series.ts'
import { arraysOf, castAll, textArray } from './staging.ts'

const uuids = (ids: readonly string[]) => sql`${textArray(ids)}::text[]::uuid[]`

/** What imports said that they hold whole and was not withdrawn, of the named facilities; as it stood at a moment when one is named. */
export async function listCoverage(
  tx: Tx,
  facilityIds: readonly string[],
  known?: Date,
): Promise<Map<string, Declared[]>> {
  const moment = known && sql`${known.toISOString()}::timestamptz`
  const isKnown = moment
    ? sql`declared_at <= ${moment} and (withdrawn_at is null or withdrawn_at > ${moment})`
    : sql`withdrawn_at is null`
  const rows = await tx.execute<{ facility_id: string; recordId: RecordId; from: number; until: number }>(sql`
    select facility_id, record_id as "recordId", from_month as "from", until_month as until
    from (${wholeMonths(sql`facility_id = any(${uuids(facilityIds)}) and ${isKnown}`)}) c order by 1, 2, 3, 4`)
  const declared = new Map<string, Declared[]>()
  for (const { facility_id, ...one } of rows) declared.set(facility_id, [...(declared.get(facility_id) ?? []), one])
  return declared
}

/** Writes down what an import says that it holds. */
export async function addCoverage(
  tx: Tx,
  given: {
    facilityIds: readonly string[]
    importId: string
    now: Date
    declared: readonly (Declared & { day?: Day })[]
  },
): Promise<void> {
  const { facilityIds, importId, now, declared } = given
  const columns = [
    { name: 'record_id', type: 'text', values: declared.map((one) => one.recordId) },
    { name: 'from_month', type: 'int', values: declared.map((one) => one.from) },
    { name: 'until_month', type: 'int', values: declared.map((one) => one.until) },
    { name: 'day', type: 'date', values: declared.map((one) => one.day ?? null) },
  ]
  await tx.execute(sql`insert into record_coverage (facility_id, import_id, declared_at, record_id, from_month, until_month, day)
    select f.id, ${importId}::uuid, ${now.toISOString()}::timestamptz, c.* from unnest(${uuids(facilityIds)}) as f(id)
    cross join (select ${castAll(columns)} from ${arraysOf(columns)}) as c(record_id, from_month, until_month, day)
    on conflict do nothing`)
}

/** Facilities of which anything is covered, in the order of their ids. */
export async function listCoveredFacilities(tx: Tx): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(
    sql`select distinct facility_id as id from record_coverage where withdrawn_at is null order by facility_id`,
  )
  return rows.map((row) => row.id)
}

/** The time zone of each facility, as its newest version says. */
export async function listTimeZones(tx: Tx, facilityIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.execute<{ id: string; zone: string }>(sql`
    select distinct on (facility_id) facility_id as id, timezone as zone from facility_versions
    where facility_id = any(${uuids(facilityIds)}) and (valid_to is null or valid_to > valid_from)
    order by facility_id, valid_from desc`)
  return new Map(rows.map(({ id, zone }) => [id, zone]))
}

/** What records give, by facility and cell. */
export async function listDerived(
  tx: Tx,
  facilityIds: readonly string[],
): Promise<Map<string, Map<CellId, DerivedSeries>>> {
  const rows = await tx.execute<{
    facility_id: string
    measure_id: string
    breakdown: string
    start_month: number
    amounts: (number | null)[]
    reasons: number[]
  }>(sql`select facility_id, measure_id, breakdown, start_month, amounts, reasons
    from derived_series where facility_id = any(${uuids(facilityIds)}) order by 1, 2, 3`)
  const derived = new Map<string, Map<CellId, DerivedSeries>>()
  for (const row of rows) {
    const cells = derived.get(row.facility_id) ?? new Map<CellId, DerivedSeries>()
    derived.set(row.facility_id, cells)
    cells.set(cellOf({ measureId: row.measure_id, breakdown: row.breakdown }), {
      startMonth: row.start_month,
      amounts: row.amounts,
      reasons: row.reasons,
    })
  }
  return derived
}

const array = (values: readonly (number | null)[]) => `{${values.map((value) => value ?? 'NULL').join(',')}}`

/** Keeps the derived series of a facility that changed, and takes away those that are no more. */
export async function saveDerived(
  tx: Tx,
  facilityId: string,
  changed: readonly (readonly [CellId, DerivedSeries])[],
  gone: readonly CellId[],
): Promise<void> {
  const keys = (cells: readonly CellId[]) => [
    { name: 'measure_id', type: 'text', values: cells.map((cell) => cellParts(cell).measureId) },
    { name: 'breakdown', type: 'text', values: cells.map((cell) => cellParts(cell).breakdown) },
  ]
  if (gone.length > 0) {
    const columns = keys(gone)
    await tx.execute(sql`delete from derived_series where facility_id = ${facilityId}::uuid
      and (measure_id, breakdown) in (select ${castAll(columns)} from ${arraysOf(columns)})`)
  }
  if (changed.length === 0) return
  const columns = [
    ...keys(changed.map(([cell]) => cell)),
    { name: 'start_month', type: 'int', values: changed.map(([, series]) => series.startMonth) },
    { name: 'amounts', type: 'float8[]', values: changed.map(([, series]) => array(series.amounts)) },
    { name: 'reasons', type: 'int2[]', values: changed.map(([, series]) => array(series.reasons)) },
  ]
  await tx.execute(sql`insert into derived_series (facility_id, measure_id, breakdown, start_month, amounts, reasons)
    select ${facilityId}::uuid, ${castAll(columns)} from ${arraysOf(columns)}
    on conflict (facility_id, measure_id, breakdown) do update
      set start_month = excluded.start_month, amounts = excluded.amounts, reasons = excluded.reasons`)
}
