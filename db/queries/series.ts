import { sql } from 'drizzle-orm'
import type { KeptPlaceSeries } from '../../server/domain/engine/place-sums.ts'
import type { CellId } from '../../server/domain/measures/index.ts'
import type { FigureSeries, MeasureSeries } from '../../server/domain/series.ts'
import type { Tx } from '../client.ts'
import { arrayText, type Column, dropRows, type KeyedTable, upsertRows } from './keyed-table.ts'
import { textArray } from './staging.ts'

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

/** Indicators of the named facilities, all or the named ones. */
export async function listIndicatorSeries(
  tx: Tx,
  facilityIds: readonly string[],
  indicatorIds?: readonly string[],
): Promise<IndicatorRow[]> {
  const some = indicatorIds ? sql`indicator_id = any(${textArray(indicatorIds)}::text[])` : sql`true`
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
    lows: (number | null)[]
    highs: (number | null)[]
  }>(sql`
    select facility_id, indicator_id, breakdown, version, start_month, numerators, denominators, figures, states, reasons, grades, lows, highs
    from indicator_series where facility_id = any(${uuids(facilityIds)}) and ${some}`)
  return rows.map(({ facility_id, indicator_id, breakdown, version, start_month, ...arrays }) => ({
    facilityId: facility_id,
    indicatorId: indicator_id,
    breakdown,
    version,
    series: { startMonth: start_month, ...arrays },
  }))
}

type MeasureKey = Pick<MeasureRow, 'facilityId' | 'measureId' | 'breakdown'>
type IndicatorKey = Pick<IndicatorRow, 'facilityId' | 'indicatorId' | 'breakdown'>
type PlaceKey = Pick<PlaceRow, 'placeKind' | 'placeId' | 'indicatorId' | 'breakdown'>

const monthColumns: readonly Column<{ series: Omit<MeasureSeries, 'amounts'> }>[] = [
  ['start_month', 'int', ({ series }) => series.startMonth],
  ['states', 'int2[]', ({ series }) => arrayText(series.states)],
  ['reasons', 'int2[]', ({ series }) => arrayText(series.reasons)],
  ['grades', 'int2[]', ({ series }) => arrayText(series.grades)],
]

const figureColumns: readonly Column<{ version: number; series: FigureSeries }>[] = [
  ...monthColumns,
  ['version', 'int2', ({ version }) => version],
  ['numerators', 'float8[]', ({ series }) => arrayText(series.numerators)],
  ['denominators', 'float8[]', ({ series }) => arrayText(series.denominators)],
  ['figures', 'float8[]', ({ series }) => arrayText(series.figures)],
  ['lows', 'float8[]', ({ series }) => arrayText(series.lows ?? [])],
  ['highs', 'float8[]', ({ series }) => arrayText(series.highs ?? [])],
]

const measureTable: KeyedTable<MeasureKey, MeasureRow> = {
  name: 'measure_series',
  keys: [
    ['facility_id', 'uuid', (row) => row.facilityId],
    ['measure_id', 'text', (row) => row.measureId],
    ['breakdown', 'text', (row) => row.breakdown],
  ],
  rest: [...monthColumns, ['amounts', 'float8[]', ({ series }) => arrayText(series.amounts)]],
}

const indicatorTable: KeyedTable<IndicatorKey, IndicatorRow> = {
  name: 'indicator_series',
  keys: [
    ['facility_id', 'uuid', (row) => row.facilityId],
    ['indicator_id', 'text', (row) => row.indicatorId],
    ['breakdown', 'text', (row) => row.breakdown],
  ],
  rest: figureColumns,
}

const placeTable: KeyedTable<PlaceKey, PlaceRow> = {
  name: 'place_series',
  keys: [
    ['place_kind', 'text', (row) => row.placeKind],
    ['place_id', 'uuid', (row) => row.placeId],
    ['indicator_id', 'text', (row) => row.indicatorId],
    ['breakdown', 'text', (row) => row.breakdown],
  ],
  rest: [
    ...figureColumns,
    ['reporting', 'int[]', ({ series }) => arrayText(series.reporting)],
    ['expected', 'int[]', ({ series }) => arrayText(series.expected)],
    ['totals', 'float8[]', ({ series }) => arrayText(series.totals)],
    ['absent', 'int[]', ({ series }) => arrayText(series.absent)],
  ],
}

/** Each writes whole series, replacing those that are there. */
export const saveMeasureSeries = (tx: Tx, rows: readonly MeasureRow[]) => upsertRows(tx, measureTable, rows)
export const saveIndicatorSeries = (tx: Tx, rows: readonly IndicatorRow[]) => upsertRows(tx, indicatorTable, rows)
export const savePlaceSeries = (tx: Tx, rows: readonly PlaceRow[]) => upsertRows(tx, placeTable, rows)

/** Takes series of places that nobody feeds any more. */
export const dropPlaceSeries = (tx: Tx, rows: readonly PlaceKey[]) => dropRows(tx, placeTable, rows)

/** Takes series of facilities that nothing feeds any more. */
export async function dropSeries(
  tx: Tx,
  measures: readonly MeasureKey[],
  figures: readonly IndicatorKey[],
): Promise<void> {
  await dropRows(tx, measureTable, measures)
  await dropRows(tx, indicatorTable, figures)
}

/** Takes the rows of series whose indicator is in the catalogue no longer. */
export async function dropForeignSeries(tx: Tx, indicatorIds: readonly string[]): Promise<void> {
  const known = sql`${textArray(indicatorIds)}::text[]`
  await tx.execute(sql`delete from indicator_series where indicator_id <> all(${known})`)
  await tx.execute(sql`delete from place_series where indicator_id <> all(${known})`)
}
