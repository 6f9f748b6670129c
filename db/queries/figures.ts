import { sql } from 'drizzle-orm'
import type { Scope } from '../../server/domain/access.ts'
import type { PlaceSeries } from '../../server/domain/engine/place-sums.ts'
import type { FigureSeries } from '../../server/domain/series.ts'
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
