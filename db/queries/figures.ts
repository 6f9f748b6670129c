import { type SQL, sql } from 'drizzle-orm'
import type { Scope } from '../../server/domain/access.ts'
import type { PlaceSeries } from '../../server/domain/engine/place-sums.ts'
import { type FigureSeries, stateCode } from '../../server/domain/series.ts'
import { shownFigures, shownSums } from '../../server/domain/suppression/shown.ts'
import type { Sight, View } from '../../server/domain/suppression/view.ts'
import { type WithheldMonths, withheldFromAll } from '../../server/domain/suppression/withheld-months.ts'
import { missingReasons, valueStates } from '../../server/domain/value.ts'
import { floatArraysTogether, floatsTogether, readFloatArrays, readFloats } from '../arrays.ts'
import type { Plain, Tx } from '../client.ts'
import { countryId } from './places.ts'
import { inScope, narrowed } from './scope.ts'
import { textArray } from './staging.ts'

export { countryId } from './places.ts'

/** Which figures: of some indicators (or all), for the whole or for groups, in a window of month indexes. */
export interface FigureFilter {
  indicatorIds?: readonly string[]
  /** '' for the whole; undefined for the whole and every group. */
  breakdown?: string
  /** Beside the whole only the groups of this breakdown. */
  dimension?: string
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

const figureArrays = ['numerators', 'denominators', 'figures', 'states', 'reasons', 'grades', 'lows', 'highs']

function conditions(filter: FigureFilter) {
  const indicator = filter.indicatorIds ? sql`indicator_id = any(${textArray(filter.indicatorIds)}::text[])` : sql`true`
  const breakdown = filter.breakdown === undefined ? sql`true` : sql`breakdown = ${filter.breakdown}`
  const dimension = filter.dimension
    ? sql`(breakdown = '' or starts_with(breakdown, ${`${filter.dimension}:`}))`
    : sql`true`
  return sql`${indicator} and ${breakdown} and ${dimension}`
}

/**
 * Joins the months in which each row is withheld, for whoever does not see all. Of the same indicators: the planner would
 * read those of all.
 */
function withheldBeside(
  table: 'withheld_figures' | 'withheld_sums',
  sight: Sight,
  { indicatorIds }: Pick<FigureFilter, 'indicatorIds'>,
) {
  if (sight === 'all') return sql``
  const some = indicatorIds ? sql`where indicator_id = any(${textArray(indicatorIds)}::text[])` : sql``
  const place = sql.identifier(table === 'withheld_figures' ? 'facility_id' : 'place_id')
  return sql`left join (select ${place} as w_place, indicator_id as w_indicator, breakdown as w_breakdown,
      start_month as w_start, months as w_months from ${sql.identifier(table)} ${some}) as withheld
    on w_place = ${place} and w_indicator = indicator_id and w_breakdown = breakdown`
}

/** The withheld months of a row that `withheldBeside` joined. */
const withheldColumns = (sight: Sight) => (sight === 'all' ? sql`` : sql`, w_start, w_months`)

interface Withheld {
  w_start?: number | null
  w_months?: number[] | null
}

function withheldOf({ w_start = null, w_months = null }: Withheld): WithheldMonths | undefined {
  return w_start === null || w_months === null ? undefined : { startMonth: w_start, months: w_months }
}

/** Indicator series of the facilities in `scope`, cut to the window, as `sight` shows them. */
export async function listFigures(
  tx: Tx,
  scope: Scope,
  filter: FigureFilter,
  sight: Sight,
): Promise<FacilityFigures[]> {
  if (sight === 'nothing') return []
  const some = filter.facilityIds ? sql`facility_id = any(${textArray(filter.facilityIds)}::text[]::uuid[])` : sql`true`
  const own = filter.facilityIds ? narrowed(scope, filter.facilityIds) : scope
  const rows = await tx.execute<Plain<RawFigures>>(sql`
    select facility_id, indicator_id, breakdown, version, greatest(start_month, ${filter.first}::int) as start_month,
      ${sliced(filter, figureArrays)}${withheldColumns(sight)}
    from indicator_series ${withheldBeside('withheld_figures', sight, filter)}
    where ${conditions(filter)} and ${some} and ${inScope(sql`facility_id`, own)}`)
  return rows.map(({ facility_id, indicator_id, breakdown, version, start_month, w_start, w_months, ...arrays }) => ({
    facilityId: facility_id ?? '',
    indicatorId: indicator_id,
    breakdown,
    version,
    series: shownFigures({ startMonth: start_month, ...arrays }, withheldOf({ w_start, w_months })),
  }))
}

/** One indicator of many facilities: parallel arrays, one place a facility, which the database sends as a few long ones. */
export interface FigureColumn {
  indicatorId: string
  facilityIds: string[]
  /** The figures of the month. A place is a facility here, not a month. */
  figures: Omit<FigureSeries, 'startMonth'>
  /** The values of the months before it and of the month itself, an array a facility, the earliest month first. */
  trend: (number | null)[][]
}

/** Of which month, and how many months before it go with it. */
export interface ColumnFilter {
  indicatorIds: readonly string[]
  month: number
  before?: number
}

const absent = { states: valueStates.indexOf('missing'), reasons: missingReasons.indexOf('not-reported'), grades: 0 }

const suppressed = stateCode('suppressed')
const said = `{${stateCode('counted')},${stateCode('nothing-to-report')}}`

/**
 * Indicators of the facilities in `scope` in one month, as `sight` shows them, for the whole; a facility that never had one is not among them.
 * For thousands of facilities this costs a fifth of one row for each figure.
 */
export async function listFigureColumns(
  tx: Tx,
  scope: Scope,
  filter: ColumnFilter,
  sight: Sight,
): Promise<FigureColumn[]> {
  if (sight === 'nothing') return []
  const { month, before = 0 } = filter
  const now = sql`${month}::int`
  const shown = (array: string) => {
    const cell = sql`${sql.identifier(array)}[${now} - start_month + 1]`
    return sight === 'all' ? cell : sql`case when ${isWithheld(now)} then null else ${cell} end`
  }
  const coded = (array: keyof typeof absent) =>
    sql`coalesce(${sql.identifier(array)}[${now} - start_month + 1], ${sql.raw(String(absent[array]))})`
  const state =
    sight === 'all'
      ? coded('states')
      : sql`case when ${isWithheld(now)} and ${coded('states')} = any(${said}::int[]) then ${suppressed}::int
          else ${coded('states')} end`
  const first = sql`greatest(start_month, ${month - before}::int)`
  const whole = sql`figures[${first} - start_month + 1 : ${now} - start_month]`
  const earlier =
    sight === 'all'
      ? whole
      : sql`case when w_start is null then ${whole} else (
          select array_agg(case when ${isWithheld(sql`at`)} then null else figures[at - start_month + 1] end order by at)
          from generate_series(${first}, ${now} - 1) as at) end`
  const cells = [
    ...numbers.map((name) => sql`${shown(name)} as ${sql.identifier(name)}`),
    sql`${state} as states`,
    sql`${coded('reasons')} as reasons`,
    sql`${coded('grades')} as grades`,
    ...(before > 0 ? [sql`${earlier} as earlier`, sql`${first} - ${month - before}::int as unsaid`] : []),
  ]
  const columns = [
    ...numbers.map((name) => sql`${floatsTogether(sql.identifier(name))} as ${sql.identifier(name)}`),
    ...Object.keys(absent).map((name) => sql`array_agg(${sql.identifier(name)}) as ${sql.identifier(name)}`),
    ...(before > 0 ? [sql`${floatArraysTogether(sql`earlier`)} as earlier`, sql`array_agg(unsaid) as unsaid`] : []),
  ]
  // Cut before they are grouped: whole series would not fit into the memory of a sort.
  const rows = await tx.execute<Plain<RawColumn>>(sql`
    with cells as materialized (
      select indicator_id, facility_id, ${sql.join(cells, sql`, `)}
      from indicator_series ${withheldBeside('withheld_figures', sight, filter)}
      where ${inMonths(filter)} and ${inScope(sql`facility_id`, scope)})
    select indicator_id, string_agg(facility_id::text, ',') as ids,
      ${sql.join(columns, sql`, `)}
    from cells group by indicator_id`)
  return rows.map((row) => {
    const [numerators, denominators, figures] = numbers.map((name) => readFloats(row[name]))
    const { states, reasons, grades } = row
    return {
      indicatorId: row.indicator_id,
      facilityIds: row.ids.split(','),
      figures: { numerators: numerators!, denominators: denominators!, figures: figures!, states, reasons, grades },
      trend: trendOf(row, figures!, before),
    }
  })
}

/** One indicator of many facilities: what each said last. */
export interface LastValues {
  indicatorId: string
  facilityIds: string[]
  /** One a facility; null where none is shown. */
  values: (number | null)[]
}

/**
 * The last figure that each facility in `scope` has in a month or in so many months before it, as `sight` shows them, for the
 * whole; a facility that never had one is not among them. Where no more is asked, this costs a third of `listFigureColumns`.
 */
export async function listLastValues(tx: Tx, scope: Scope, filter: ColumnFilter, sight: Sight): Promise<LastValues[]> {
  if (sight === 'nothing') return []
  const { month, before = 0 } = filter
  const cells = Array.from({ length: before + 1 }, (_, back) => {
    const at = sql`${month - back}::int`
    const cell = sql`figures[${at} - start_month + 1]`
    return sight === 'all' ? cell : sql`case when ${isWithheld(at)} then null else ${cell} end`
  })
  const rows = await tx.execute<Plain<{ indicator_id: string; ids: string; values: Buffer }>>(sql`
    with cells as materialized (
      select indicator_id, facility_id, coalesce(${sql.join(cells, sql`, `)}) as value
      from indicator_series ${withheldBeside('withheld_figures', sight, filter)} where ${inMonths(filter)}
        and ${inScope(sql`facility_id`, scope)})
    select indicator_id, string_agg(facility_id::text, ',') as ids, ${floatsTogether(sql`value`)} as values
    from cells group by indicator_id`)
  return rows.map(({ indicator_id, ids, values }) => ({
    indicatorId: indicator_id,
    facilityIds: ids.split(','),
    values: readFloats(values),
  }))
}

/** Whether `withheldBeside` found a month withheld. */
const isWithheld = (month: SQL) => sql`coalesce(w_months[${month} - w_start + 1], 0) > 0`

/** Series for the whole that know of one of the months. */
const inMonths = ({ indicatorIds, month, before = 0 }: ColumnFilter) =>
  sql`indicator_id = any(${textArray(indicatorIds)}::text[]) and breakdown = ''
    and start_month <= ${month} and start_month + cardinality(states) > ${month - before}`

const numbers = ['numerators', 'denominators', 'figures'] as const

/** So many values of each facility before the one of the month; where its series had not begun, or had ended, there is none. */
function trendOf(
  { earlier, unsaid }: RawColumn,
  figures: readonly (number | null)[],
  before: number,
): (number | null)[][] {
  if (!earlier) return figures.map((figure) => [figure])
  return readFloatArrays(earlier).map((values, place) => {
    const lead = unsaid?.[place] ?? 0
    const all = lead > 0 ? [...new Array<null>(lead).fill(null), ...values] : values
    while (all.length < before) all.push(null)
    all.push(figures[place] ?? null)
    return all
  })
}

type RawColumn = Pick<FigureSeries, 'states' | 'reasons' | 'grades'> &
  Record<(typeof numbers)[number], Buffer> & {
    indicator_id: string
    ids: string
    earlier?: Buffer
    unsaid?: number[]
  }

/** Indicator series of regions or the country, cut to the window, as `view` shows them. */
export async function listPlaceFigures(
  tx: Tx,
  placeIds: readonly string[],
  filter: FigureFilter,
  { ofRegions, ofCountry, fewestInCountry }: Omit<View, 'ofFacilities'>,
): Promise<{ placeId: string; indicatorId: string; breakdown: string; version: number; series: PlaceSeries }[]> {
  const sightOf = (placeId: string) => (placeId === countryId ? ofCountry : ofRegions)
  const readable = placeIds.filter((id) => sightOf(id) !== 'nothing')
  if (readable.length === 0) return []
  const sight = readable.every((id) => sightOf(id) === 'all') ? 'all' : 'protected'
  const rows = await tx.execute<Plain<RawFigures & PlaceSeries & { place_id: string }>>(sql`
    select place_id, indicator_id, breakdown, version, greatest(start_month, ${filter.first}::int) as start_month,
      ${sliced(filter, [...figureArrays, 'reporting', 'expected'])}${withheldColumns(sight)}
    from place_series ${withheldBeside('withheld_sums', sight, filter)}
    where place_id = any(${textArray(readable)}::text[]::uuid[]) and ${conditions(filter)}`)
  return rows.map(({ place_id, indicator_id, breakdown, version, start_month, w_start, w_months, ...arrays }) => {
    const series = { ...arrays, startMonth: start_month }
    const kept = sightOf(place_id) === 'all' ? undefined : withheldOf({ w_start, w_months })
    const withheld = fewestInCountry > 0 ? kept : withheldFromAll(kept)
    const shown = shownFigures(series, withheld)
    return {
      placeId: place_id,
      indicatorId: indicator_id,
      breakdown,
      version,
      series: place_id === countryId ? shownSums(indicator_id, shown, fewestInCountry) : shown,
    }
  })
}

type RawFigures = Omit<FigureSeries, 'startMonth'> &
  Withheld & {
    facility_id?: string
    indicator_id: string
    breakdown: string
    version: number
    start_month: number
  }
