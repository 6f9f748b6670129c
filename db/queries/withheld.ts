import { sql } from 'drizzle-orm'
import type { MonthSpan } from '../../server/domain/engine/place-shift.ts'
import type { Decision, PlaceBlock } from '../../server/domain/suppression/month-release.ts'
import type { Release } from '../../server/domain/suppression/release.ts'
import type { WithheldMonths } from '../../server/domain/suppression/withheld-months.ts'
import type { Plain, Tx } from '../client.ts'
import { part, startOf, upsert } from './series.ts'
import { arraysOf, type BulkColumn, castAll, textArray } from './staging.ts'

/** A facility's figure with what it said month by month. */
export interface FigureStates {
  facilityId: string
  indicatorId: string
  breakdown: string
  startMonth: number
  states: number[]
}

/** A facility's block with the months in which it is withheld. */
export interface WithheldBlockRow extends WithheldMonths {
  facilityId: string
  block: string
}

/** A facility's figure with the months in which it is withheld. */
export interface WithheldFigureRow extends WithheldMonths {
  facilityId: string
  indicatorId: string
  breakdown: string
}

/** A region's or the country's figure with the months in which it is withheld. */
export interface WithheldSumRow extends WithheldMonths {
  placeKind: 'region' | 'country'
  placeId: string
  indicatorId: string
  breakdown: string
}

const among = (name: string, type: 'text' | 'uuid', values: readonly string[] | undefined) =>
  values ? sql`${sql.identifier(name)} = any(${textArray(values)}::text[]::${sql.raw(type)}[])` : sql`true`

export async function listWithheldBlocks(
  tx: Tx,
  some: { facilityIds?: readonly string[]; blocks?: readonly string[] },
): Promise<WithheldBlockRow[]> {
  const rows = await tx.execute<Plain<WithheldBlockRow>>(sql`
    select facility_id as "facilityId", block, start_month as "startMonth", months from withheld_blocks
    where ${among('facility_id', 'uuid', some.facilityIds)} and ${among('block', 'text', some.blocks)}`)
  return [...rows]
}

export async function listWithheldFigures(tx: Tx, facilityIds: readonly string[]): Promise<WithheldFigureRow[]> {
  const rows = await tx.execute<Plain<WithheldFigureRow>>(sql`
    select facility_id as "facilityId", indicator_id as "indicatorId", breakdown, start_month as "startMonth", months
    from withheld_figures where ${among('facility_id', 'uuid', facilityIds)}`)
  return [...rows]
}

export async function listWithheldSums(tx: Tx, indicatorIds: readonly string[]): Promise<WithheldSumRow[]> {
  const rows = await tx.execute<Plain<WithheldSumRow>>(sql`
    select place_kind as "placeKind", place_id as "placeId", indicator_id as "indicatorId", breakdown,
      start_month as "startMonth", months
    from withheld_sums where ${among('indicator_id', 'text', indicatorIds)}`)
  return [...rows]
}

function column<Row>(
  name: string,
  type: string,
  rows: readonly Row[],
  read: (row: Row) => string | number,
): BulkColumn {
  return { name, type, values: rows.map(read) }
}

function monthColumns(rows: readonly WithheldMonths[]): BulkColumn[] {
  return [
    column('start_month', 'int', rows, (row) => row.startMonth),
    column('months', 'int2[]', rows, (row) => `{${row.months.join(',')}}`),
  ]
}

export function saveWithheldBlocks(tx: Tx, rows: readonly WithheldBlockRow[]): Promise<void> {
  const keys = [
    column('facility_id', 'uuid', rows, (row) => row.facilityId),
    column('block', 'text', rows, (row) => row.block),
  ]
  return upsert(tx, 'withheld_blocks', keys, monthColumns(rows))
}

type Key<Row> = Omit<Row, keyof WithheldMonths>

function figureKeys(rows: readonly Key<WithheldFigureRow>[]): BulkColumn[] {
  return [
    column('facility_id', 'uuid', rows, (row) => row.facilityId),
    column('indicator_id', 'text', rows, (row) => row.indicatorId),
    column('breakdown', 'text', rows, (row) => row.breakdown),
  ]
}

function sumKeys(rows: readonly Key<WithheldSumRow>[]): BulkColumn[] {
  return [
    column('place_kind', 'text', rows, (row) => row.placeKind),
    column('place_id', 'uuid', rows, (row) => row.placeId),
    column('indicator_id', 'text', rows, (row) => row.indicatorId),
    column('breakdown', 'text', rows, (row) => row.breakdown),
  ]
}

/** Takes rows away, named by their keys. */
async function drop(tx: Tx, table: string, keys: readonly BulkColumn[]): Promise<void> {
  if ((keys[0]?.values.length ?? 0) === 0) return
  const names = sql.join(
    keys.map((key) => sql.identifier(key.name)),
    sql`, `,
  )
  await tx.execute(
    sql`delete from ${sql.identifier(table)} where (${names}) in (select ${castAll(keys)} from ${arraysOf(keys)})`,
  )
}

export async function saveWithheldFigures(
  tx: Tx,
  rows: readonly WithheldFigureRow[],
  gone: readonly Key<WithheldFigureRow>[],
): Promise<void> {
  await upsert(tx, 'withheld_figures', figureKeys(rows), monthColumns(rows))
  await drop(tx, 'withheld_figures', figureKeys(gone))
}

export async function saveWithheldSums(
  tx: Tx,
  rows: readonly WithheldSumRow[],
  gone: readonly Key<WithheldSumRow>[],
): Promise<void> {
  await upsert(tx, 'withheld_sums', sumKeys(rows), monthColumns(rows))
  await drop(tx, 'withheld_sums', sumKeys(gone))
}

/** Decisions about sums: by month, then by block. */
export type Decisions = ReadonlyMap<number, ReadonlyMap<string, Decision>>

/** What was decided of some blocks in a window of months. */
export async function listDecisions(tx: Tx, window: MonthSpan, blocks: readonly string[]): Promise<Decisions> {
  const rows = await tx.execute<{ block: string; month: number; release: Release; places: Record<string, PlaceBlock> }>(
    sql`select block, month, release, places from released_sums
      where month between ${window.first} and ${window.last} and ${among('block', 'text', blocks)}`,
  )
  const found = new Map<number, Map<string, Decision>>()
  for (const { block, month, release, places } of rows) {
    const known = found.get(month) ?? new Map<string, Decision>()
    found.set(month, known.set(block, { release, places: new Map(Object.entries(places)) }))
  }
  return found
}

export function saveDecisions(tx: Tx, decisions: Decisions): Promise<void> {
  const rows = [...decisions].flatMap(([month, of]) =>
    [...of].map(([block, { release, places }]) => ({ block, month, release, places: Object.fromEntries(places) })),
  )
  const keys = [column('block', 'text', rows, (row) => row.block), column('month', 'int', rows, (row) => row.month)]
  return upsert(tx, 'released_sums', keys, [
    column('release', 'jsonb', rows, (row) => JSON.stringify(row.release)),
    column('places', 'jsonb', rows, (row) => JSON.stringify(row.places)),
  ])
}

/** A figure's states month by month, to see of whom a sum speaks. */
export async function listFigureStates(
  tx: Tx,
  facilityIds: readonly string[],
  indicatorIds: readonly string[],
  window: MonthSpan,
): Promise<FigureStates[]> {
  const rows = await tx.execute<Plain<FigureStates>>(sql`
    select facility_id as "facilityId", indicator_id as "indicatorId", breakdown,
      ${startOf(window)} as "startMonth", ${part('states', window)} as states
    from indicator_series where ${among('facility_id', 'uuid', facilityIds)} and ${among('indicator_id', 'text', indicatorIds)}`)
  return [...rows]
}
