import { sql } from 'drizzle-orm'
import type { Scope } from '../../server/domain/access.ts'
import type { PlaceSeries } from '../../server/domain/engine/place-sums.ts'
import type { FigureSeries } from '../../server/domain/series.ts'
import { missingReasons, valueStates } from '../../server/domain/value.ts'
import type { Tx } from '../client.ts'
import { inScope } from './scope.ts'
import { textArray } from './staging.ts'

/** Which figures: of some indicators (or all), for the whole or for groups, in a window of month indexes. */
export interface FigureFilter {
  indicatorIds?: readonly string[]
  /** '' for the whole; undefined for the whole and every group. */
  breakdown?: string
  facilityIds?: readonly string[]
  first: number
  last: number
}

export interface FacilityFigures {
  facilityId: string
  indicatorId: string
  breakdown: string
  version: number
  series: FigureSeries
}

/** The arrays of a series from its first month in the window on. */
function sliced(filter: FigureFilter, names: readonly string[]) {
  const from = sql`greatest(${filter.first}::int - start_month + 1, 1)`
  const to = sql`${filter.last}::int - start_month + 1`
  return sql.join(
    names.map((name) => sql`${sql.identifier(name)}[${from}:${to}] as ${sql.identifier(name)}`),
    sql`, `,
  )
}

const figureArrays = ['numerators', 'denominators', 'figures', 'states', 'reasons', 'grades']

function conditions(filter: FigureFilter) {
  const indicator = filter.indicatorIds ? sql`indicator_id = any(${textArray(filter.indicatorIds)}::text[])` : sql`true`
  const breakdown = filter.breakdown === undefined ? sql`true` : sql`breakdown = ${filter.breakdown}`
  return sql`${indicator} and ${breakdown}`
}

/** Indicator series of the facilities in `scope`, cut to the window. */
export async function listFigures(tx: Tx, scope: Scope, filter: FigureFilter): Promise<FacilityFigures[]> {
  const some = filter.facilityIds ? sql`facility_id = any(${textArray(filter.facilityIds)}::text[]::uuid[])` : sql`true`
  const rows = await tx.execute(sql`
    select facility_id, indicator_id, breakdown, version, greatest(start_month, ${filter.first}::int) as start_month,
      ${sliced(filter, figureArrays)}
    from indicator_series where ${conditions(filter)} and ${some} and ${inScope(sql`facility_id`, scope)}`)
  return (rows as unknown as RawFigures[]).map(
    ({ facility_id, indicator_id, breakdown, version, start_month, ...arrays }) => ({
      facilityId: facility_id ?? '',
      indicatorId: indicator_id,
      breakdown,
      version,
      series: { startMonth: start_month, ...arrays },
    }),
  )
}

/** One indicator of many facilities: parallel arrays, one place a facility, which the database sends as a few long ones. */
export interface FigureColumn {
  indicatorId: string
  facilityIds: string[]
  /** The figures of the month. A place is a facility here, not a month. */
  figures: Omit<FigureSeries, 'startMonth'>
  /** The values of the months before it and of the month itself, the earliest first. */
  trend: (number | null)[][]
}

/** Of which month, and how many months before it go with it. */
export interface ColumnFilter {
  indicatorIds: readonly string[]
  month: number
  before?: number
}

const absent = { states: valueStates.indexOf('missing'), reasons: missingReasons.indexOf('not-reported'), grades: 0 }

/**
 * Indicators of the facilities in `scope` in one month, for the whole; a facility that never had one is not among them.
 * For thousands of facilities this costs a fifth of one row for each figure.
 */
export async function listFigureColumns(tx: Tx, scope: Scope, filter: ColumnFilter): Promise<FigureColumn[]> {
  const { month, before = 0 } = filter
  const at = (back: number) => sql`${month - back}::int - start_month + 1`
  const cells = [
    sql`numerators[${at(0)}] as numerators`,
    sql`denominators[${at(0)}] as denominators`,
    ...Object.entries(absent).map(([name, code]) => {
      const states = sql.identifier(name)
      return sql`coalesce(${states}[${at(0)}], ${sql.raw(String(code))}) as ${states}`
    }),
    ...Array.from({ length: before + 1 }, (_, step) => sql`figures[${at(before - step)}] as ${months(step)}`),
  ]
  const names = ['numerators', 'denominators', ...Object.keys(absent)].map((name) => sql.identifier(name))
  const columns = [...names, ...Array.from({ length: before + 1 }, (_, step) => months(step))]
  // Cut before they are grouped: whole series would not fit into the memory of a sort.
  const rows = await tx.execute(sql`
    with cells as materialized (
      select indicator_id, facility_id, ${sql.join(cells, sql`, `)} from indicator_series
      where indicator_id = any(${textArray(filter.indicatorIds)}::text[]) and breakdown = ''
        and start_month <= ${month} and start_month + cardinality(states) > ${month - before}
        and ${inScope(sql`facility_id`, scope)})
    select indicator_id, string_agg(facility_id::text, ',') as ids,
      ${sql.join(
        columns.map((name) => sql`array_agg(${name}) as ${name}`),
        sql`, `,
      )}
    from cells group by indicator_id`)
  return (rows as unknown as RawColumn[]).map(({ indicator_id, ids, numerators, denominators, ...rest }) => {
    const { states, reasons, grades } = rest
    const trend = Array.from({ length: before + 1 }, (_, step) => rest[`month_${step}`]!)
    const figures = { numerators, denominators, figures: trend[before]!, states, reasons, grades }
    return { indicatorId: indicator_id, facilityIds: ids.split(','), figures, trend }
  })
}

const months = (step: number) => sql.identifier(`month_${step}`)

type RawColumn = Omit<FigureSeries, 'startMonth' | 'figures'> & {
  indicator_id: string
  ids: string
  [month: `month_${number}`]: (number | null)[]
}

/** Indicator series of one region or the country, cut to the window. */
export async function listPlaceFigures(
  tx: Tx,
  placeId: string,
  filter: FigureFilter,
): Promise<{ indicatorId: string; breakdown: string; version: number; series: PlaceSeries }[]> {
  const rows = await tx.execute(sql`
    select indicator_id, breakdown, version, greatest(start_month, ${filter.first}::int) as start_month,
      ${sliced(filter, [...figureArrays, 'reporting', 'expected'])}
    from place_series where place_id = ${placeId} and ${conditions(filter)}`)
  return (rows as unknown as (RawFigures & PlaceSeries)[]).map(
    ({ indicator_id, breakdown, version, start_month, ...arrays }) => ({
      indicatorId: indicator_id,
      breakdown,
      version,
      series: { ...arrays, startMonth: start_month },
    }),
  )
}

type RawFigures = Omit<FigureSeries, 'startMonth'> & {
  facility_id?: string
  indicator_id: string
  breakdown: string
  version: number
  start_month: number
}
