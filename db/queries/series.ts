import { sql } from 'drizzle-orm'
import type { KeptPlaceSeries } from '../../server/domain/engine/place-sums.ts'
import type { CellId } from '../../server/domain/measures/index.ts'
import type { FigureSeries, MeasureSeries } from '../../server/domain/series.ts'
import type { Tx } from '../client.ts'
import { arraysOf, type BulkColumn, castAll, textArray } from './staging.ts'

/** One cell of one facility as it is kept. */
export interface MeasureRow {
  facilityId: string
  measureId: string
  breakdown: string
  series: MeasureSeries
}

/** One indicator of one facility as it is kept. */
export interface IndicatorRow {
  facilityId: string
  indicatorId: string
  breakdown: string
  version: number
  series: FigureSeries
}

/** One indicator of a region or the country as it is kept. */
export interface PlaceRow {
  placeKind: 'region' | 'country'
  placeId: string
  indicatorId: string
  breakdown: string
  version: number
  series: KeptPlaceSeries
}

/** The cell id of a measure row. */
export function cellOf(row: { measureId: string; breakdown: string }): CellId {
  return (row.breakdown === '' ? row.measureId : `${row.measureId}@${row.breakdown}`) as CellId
}

function uuids(ids: readonly string[]) {
  return sql`${textArray(ids)}::text[]::uuid[]`
}

/** A measure of a facility as the database gives it. */
export type KeptMeasure = {
  facility_id: string
  measure_id: string
  breakdown: string
  start_month: number
  amounts: (number | null)[]
  states: number[]
  reasons: number[]
  grades: number[]
}

/** What is read of a measure's series: all of it, or the part in a window of month indexes. */
export const measureColumns = (window?: { first: number; last: number }) => sql`
  facility_id, measure_id, breakdown, ${startOf(window)} as start_month, ${part('amounts', window)} as amounts,
  ${part('states', window)} as states, ${part('reasons', window)} as reasons, ${part('grades', window)} as grades`

export function measureRow(row: KeptMeasure): MeasureRow {
  const { facility_id: facilityId, measure_id: measureId, breakdown, start_month: startMonth } = row
  const { amounts, states, reasons, grades } = row
  return { facilityId, measureId, breakdown, series: { startMonth, amounts, states, reasons, grades } }
}

/** Measures of the named facilities; with a window of month indexes, only that part of each series; all measures or the named ones. */
export async function listMeasureSeries(
  tx: Tx,
  facilityIds: readonly string[],
  window?: { first: number; last: number },
  measureIds?: readonly string[],
): Promise<MeasureRow[]> {
  const some = measureIds ? sql`measure_id = any(${textArray(measureIds)}::text[])` : sql`true`
  const rows = await tx.execute<KeptMeasure>(sql`
    select ${measureColumns(window)} from measure_series where facility_id = any(${uuids(facilityIds)}) and ${some}`)
  return rows.map(measureRow)
}

/** The month in which an array that was cut by `part` begins. */
export function startOf(window: { first: number } | undefined) {
  return window ? sql`greatest(start_month, ${window.first}::int)` : sql`start_month`
}

/** An array from its first month in the window on; PostgreSQL clips what lies outside. */
export function part(column: string, window: { first: number; last: number } | undefined) {
  if (!window) return sql.identifier(column)
  const from = sql`greatest(${window.first}::int - start_month + 1, 1)`
  return sql`${sql.identifier(column)}[${from} : ${window.last}::int - start_month + 1]`
}

export async function listIndicatorSeries(tx: Tx, facilityIds: readonly string[]): Promise<IndicatorRow[]> {
  const rows = await tx.execute<{
    facility_id: string
    indicator_id: string
    breakdown: string
    version: number
    start_month: number
    numerators: (number | null)[]
    denominators: (number | null)[]
    figures: (number | null)[]
    states: number[]
    reasons: number[]
    grades: number[]
  }>(sql`
    select facility_id, indicator_id, breakdown, version, start_month, numerators, denominators, figures, states, reasons, grades
    from indicator_series where facility_id = any(${uuids(facilityIds)})`)
  return rows.map(({ facility_id, indicator_id, breakdown, version, start_month, ...arrays }) => ({
    facilityId: facility_id,
    indicatorId: indicator_id,
    breakdown,
    version,
    series: { startMonth: start_month, ...arrays },
  }))
}

function arrayText(values: readonly (number | null)[]): string {
  return `{${values.map((value) => value ?? 'NULL').join(',')}}`
}

function column(name: string, type: string, values: readonly (string | number | null)[]): BulkColumn {
  return { name, type, values }
}

/** Writes whole series, replacing those that are there. */
export async function upsert(
  tx: Tx,
  table: string,
  keys: readonly BulkColumn[],
  rest: readonly BulkColumn[],
): Promise<void> {
  const all = [...keys, ...rest]
  if ((all[0]?.values.length ?? 0) === 0) return
  const names = (columns: readonly BulkColumn[]) =>
    sql.join(
      columns.map((one) => sql.identifier(one.name)),
      sql`, `,
    )
  const replaced = sql.join(
    rest.map((one) => sql`${sql.identifier(one.name)} = excluded.${sql.identifier(one.name)}`),
    sql`, `,
  )
  await tx.execute(sql`insert into ${sql.identifier(table)} (${names(all)}) select ${castAll(all)} from ${arraysOf(all)}
    on conflict (${names(keys)}) do update set ${replaced}`)
}

export function saveMeasureSeries(tx: Tx, rows: readonly MeasureRow[]): Promise<void> {
  return upsert(
    tx,
    'measure_series',
    [
      column(
        'facility_id',
        'uuid',
        rows.map((row) => row.facilityId),
      ),
      column(
        'measure_id',
        'text',
        rows.map((row) => row.measureId),
      ),
      column(
        'breakdown',
        'text',
        rows.map((row) => row.breakdown),
      ),
    ],
    [
      ...shared(rows),
      column(
        'amounts',
        'float8[]',
        rows.map((row) => arrayText(row.series.amounts)),
      ),
    ],
  )
}

function shared(
  rows: readonly { series: Pick<FigureSeries, 'startMonth' | 'states' | 'reasons' | 'grades'> }[],
): BulkColumn[] {
  return [
    column(
      'start_month',
      'int',
      rows.map((row) => row.series.startMonth),
    ),
    column(
      'states',
      'int2[]',
      rows.map((row) => arrayText(row.series.states)),
    ),
    column(
      'reasons',
      'int2[]',
      rows.map((row) => arrayText(row.series.reasons)),
    ),
    column(
      'grades',
      'int2[]',
      rows.map((row) => arrayText(row.series.grades)),
    ),
  ]
}

function figureColumns(rows: readonly { version: number; series: FigureSeries }[]): BulkColumn[] {
  return [
    ...shared(rows),
    column(
      'version',
      'int2',
      rows.map((row) => row.version),
    ),
    column(
      'numerators',
      'float8[]',
      rows.map((row) => arrayText(row.series.numerators)),
    ),
    column(
      'denominators',
      'float8[]',
      rows.map((row) => arrayText(row.series.denominators)),
    ),
    column(
      'figures',
      'float8[]',
      rows.map((row) => arrayText(row.series.figures)),
    ),
  ]
}

export function saveIndicatorSeries(tx: Tx, rows: readonly IndicatorRow[]): Promise<void> {
  return upsert(
    tx,
    'indicator_series',
    [
      column(
        'facility_id',
        'uuid',
        rows.map((row) => row.facilityId),
      ),
      column(
        'indicator_id',
        'text',
        rows.map((row) => row.indicatorId),
      ),
      column(
        'breakdown',
        'text',
        rows.map((row) => row.breakdown),
      ),
    ],
    figureColumns(rows),
  )
}

export function savePlaceSeries(tx: Tx, rows: readonly PlaceRow[]): Promise<void> {
  return upsert(
    tx,
    'place_series',
    [
      column(
        'place_kind',
        'text',
        rows.map((row) => row.placeKind),
      ),
      column(
        'place_id',
        'uuid',
        rows.map((row) => row.placeId),
      ),
      column(
        'indicator_id',
        'text',
        rows.map((row) => row.indicatorId),
      ),
      column(
        'breakdown',
        'text',
        rows.map((row) => row.breakdown),
      ),
    ],
    [
      ...figureColumns(rows),
      column(
        'reporting',
        'int[]',
        rows.map((row) => arrayText(row.series.reporting)),
      ),
      column(
        'expected',
        'int[]',
        rows.map((row) => arrayText(row.series.expected)),
      ),
      column(
        'totals',
        'float8[]',
        rows.map((row) => arrayText(row.series.totals)),
      ),
    ],
  )
}

/** Takes series of places that nobody feeds any more. */
export async function dropPlaceSeries(
  tx: Tx,
  rows: readonly Pick<PlaceRow, 'placeId' | 'indicatorId' | 'breakdown'>[],
): Promise<void> {
  if (rows.length === 0) return
  const keys = [
    column(
      'place_id',
      'uuid',
      rows.map((row) => row.placeId),
    ),
    column(
      'indicator_id',
      'text',
      rows.map((row) => row.indicatorId),
    ),
    column(
      'breakdown',
      'text',
      rows.map((row) => row.breakdown),
    ),
  ]
  await tx.execute(sql`delete from place_series where (place_id, indicator_id, breakdown) in
    (select ${castAll(keys)} from ${arraysOf(keys)})`)
}

/** Takes series of facilities that nothing feeds any more. */
export async function dropSeries(
  tx: Tx,
  measures: readonly Pick<MeasureRow, 'facilityId' | 'measureId' | 'breakdown'>[],
  figures: readonly Pick<IndicatorRow, 'facilityId' | 'indicatorId' | 'breakdown'>[],
): Promise<void> {
  await dropKeyed(
    tx,
    'measure_series',
    'measure_id',
    measures.map((row) => ({ ...row, id: row.measureId })),
  )
  await dropKeyed(
    tx,
    'indicator_series',
    'indicator_id',
    figures.map((row) => ({ ...row, id: row.indicatorId })),
  )
}

async function dropKeyed(
  tx: Tx,
  table: string,
  idColumn: string,
  rows: readonly { facilityId: string; id: string; breakdown: string }[],
): Promise<void> {
  if (rows.length === 0) return
  const keys = [
    column(
      'facility_id',
      'uuid',
      rows.map((row) => row.facilityId),
    ),
    column(
      idColumn,
      'text',
      rows.map((row) => row.id),
    ),
    column(
      'breakdown',
      'text',
      rows.map((row) => row.breakdown),
    ),
  ]
  await tx.execute(sql`delete from ${sql.identifier(table)} where (facility_id, ${sql.identifier(idColumn)}, breakdown) in
    (select ${castAll(keys)} from ${arraysOf(keys)})`)
}

/** Takes the rows of series whose indicator is in the catalogue no longer. */
export async function dropForeignSeries(tx: Tx, indicatorIds: readonly string[]): Promise<void> {
  const known = sql`${textArray(indicatorIds)}::text[]`
  await tx.execute(sql`delete from indicator_series where indicator_id <> all(${known})`)
  await tx.execute(sql`delete from place_series where indicator_id <> all(${known})`)
}
