import { sql } from 'drizzle-orm'
import type { MonthSpan } from '../../server/domain/period.ts'
import type { Decision, PlaceBlock } from '../../server/domain/suppression/month-release.ts'
import {
  type PackedMembers,
  packMembers,
  unpackMembers,
  unpackRelease,
} from '../../server/domain/suppression/packed-members.ts'
import type { Release } from '../../server/domain/suppression/release.ts'
import type { WithheldMonths } from '../../server/domain/suppression/withheld-months.ts'
import type { Plain, Tx } from '../client.ts'
import { arrayText, type Column, dropRows, type KeyedTable, upsertRows } from './keyed-table.ts'
import { part, startOf } from './series.ts'
import { textArray } from './staging.ts'

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

type Key<Row> = Omit<Row, keyof WithheldMonths>

const monthColumns: readonly Column<WithheldMonths>[] = [
  ['start_month', 'int', (row) => row.startMonth],
  ['months', 'int2[]', (row) => arrayText(row.months)],
]

const blockTable: KeyedTable<Key<WithheldBlockRow>, WithheldBlockRow> = {
  name: 'withheld_blocks',
  keys: [
    ['facility_id', 'uuid', (row) => row.facilityId],
    ['block', 'text', (row) => row.block],
  ],
  rest: monthColumns,
}

const figureTable: KeyedTable<Key<WithheldFigureRow>, WithheldFigureRow> = {
  name: 'withheld_figures',
  keys: [
    ['facility_id', 'uuid', (row) => row.facilityId],
    ['indicator_id', 'text', (row) => row.indicatorId],
    ['breakdown', 'text', (row) => row.breakdown],
  ],
  rest: monthColumns,
}

const sumTable: KeyedTable<Key<WithheldSumRow>, WithheldSumRow> = {
  name: 'withheld_sums',
  keys: [
    ['place_kind', 'text', (row) => row.placeKind],
    ['place_id', 'uuid', (row) => row.placeId],
    ['indicator_id', 'text', (row) => row.indicatorId],
    ['breakdown', 'text', (row) => row.breakdown],
  ],
  rest: monthColumns,
}

export const saveWithheldBlocks = (tx: Tx, rows: readonly WithheldBlockRow[]) => upsertRows(tx, blockTable, rows)

export async function saveWithheldFigures(
  tx: Tx,
  rows: readonly WithheldFigureRow[],
  gone: readonly Key<WithheldFigureRow>[],
): Promise<void> {
  await upsertRows(tx, figureTable, rows)
  await dropRows(tx, figureTable, gone)
}

export async function saveWithheldSums(
  tx: Tx,
  rows: readonly WithheldSumRow[],
  gone: readonly Key<WithheldSumRow>[],
): Promise<void> {
  await upsertRows(tx, sumTable, rows)
  await dropRows(tx, sumTable, gone)
}

/** Decisions about sums: by month, then by block. */
export type Decisions = ReadonlyMap<number, ReadonlyMap<string, Decision>>

/** What was decided of some blocks in a window of months. */
export async function listDecisions(tx: Tx, window: MonthSpan, blocks: readonly string[]): Promise<Decisions> {
  const rows = await tx.execute<DecisionRow>(
    sql`select block, month, release, places, members from released_sums
      where month between ${window.first} and ${window.last} and ${among('block', 'text', blocks)}`,
  )
  const found = new Map<number, Map<string, Decision>>()
  for (const { block, month, release, places, members } of rows) {
    const known = found.get(month) ?? new Map<string, Decision>()
    const decision = { release: unpackRelease(release), members: members ? unpackMembers(members)[0]! : undefined }
    found.set(month, known.set(block, { ...decision, places: new Map(Object.entries(places)) }))
  }
  return found
}

/** Where some blocks are withheld in a window of months, and of which places the sum is shown. */
export type DecidedPlaces = ReadonlyMap<number, ReadonlyMap<string, Pick<Decision, 'places'>>>

/** What was decided of places alone: without what was ever shown, which is much and long. */
export async function listDecidedPlaces(tx: Tx, window: MonthSpan, blocks: readonly string[]): Promise<DecidedPlaces> {
  const rows = await tx.execute<Plain<Pick<DecisionRow, 'block' | 'month' | 'places'>>>(
    sql`select block, month, places from released_sums
      where month between ${window.first} and ${window.last} and ${among('block', 'text', blocks)}`,
  )
  const found = new Map<number, Map<string, Pick<Decision, 'places'>>>()
  for (const { block, month, places } of rows) {
    const known = found.get(month) ?? new Map<string, Pick<Decision, 'places'>>()
    found.set(month, known.set(block, { places: new Map(Object.entries(places)) }))
  }
  return found
}

type DecisionRow = { block: string; month: number } & {
  release: PackedMembers | Release
  places: Record<string, PlaceBlock>
  members: PackedMembers | null
}

/** Writes decisions; of those that stood `before` only the parts that are others now, for each of them is long. */
export async function saveDecisions(tx: Tx, decisions: Decisions, before: Decisions): Promise<void> {
  const rows = [...decisions].flatMap(([month, of]) =>
    [...of].map(([block, decision]) => {
      const { release, places, members } = decision
      const known = before.get(month)?.get(block)
      const changed = (part: keyof Decision, text: () => string) => (decision[part] === known?.[part] ? null : text())
      return {
        block,
        month,
        release: changed('release', () => JSON.stringify(packMembers(release.classes))),
        places: changed('places', () => JSON.stringify(Object.fromEntries(places))),
        members: changed('members', () => JSON.stringify(packMembers([members ?? []]))),
      }
    }),
  )
  const isNew = (row: { block: string; month: number }) => !before.get(row.month)?.has(row.block)
  await upsertRows(tx, decisionTable, rows.filter(isNew))
  for (const { block, month, ...parts } of rows.filter((row) => !isNew(row))) {
    const set = Object.entries(parts).flatMap(([part, text]) =>
      text === null ? [] : [sql`${sql.identifier(part)} = ${text}::text::jsonb`],
    )
    await tx.execute(
      sql`update released_sums set ${sql.join(set, sql`, `)} where block = ${block} and month = ${month}`,
    )
  }
}

type DecisionTexts = Record<'release' | 'places' | 'members', string | null>

const decisionTable: KeyedTable<
  Pick<DecisionRow, 'block' | 'month'>,
  Pick<DecisionRow, 'block' | 'month'> & DecisionTexts
> = {
  name: 'released_sums',
  keys: [
    ['block', 'text', (row) => row.block],
    ['month', 'int', (row) => row.month],
  ],
  rest: [
    ['release', 'jsonb', (row) => row.release],
    ['places', 'jsonb', (row) => row.places],
    ['members', 'jsonb', (row) => row.members],
  ],
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
