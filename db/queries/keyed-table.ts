import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../client.ts'
import { arraysOf, type BulkColumn, castAll } from './staging.ts'

/** A column of a table: its name, its PostgreSQL type, and what a row has in it. */
export type Column<Row> = readonly [name: string, type: string, read: (row: Row) => string | number | null]

/** A table that is written whole rows at a time, each found by its key. */
export interface KeyedTable<Key, Row extends Key> {
  name: string
  keys: readonly Column<Key>[]
  rest: readonly Column<Row>[]
}

/** The text form of a PostgreSQL array of numbers. */
export function arrayText(values: readonly (number | null)[]): string {
  return `{${values.map((value) => value ?? 'NULL').join(',')}}`
}

/** Writes rows, replacing those that are there under the same key. */
export async function upsertRows<Key, Row extends Key>(
  tx: Tx,
  { name, keys, rest }: KeyedTable<Key, Row>,
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return
  const all = [...columnsOf(keys, rows), ...columnsOf(rest, rows)]
  const replaced = listed(rest.map(([column]) => sql`${sql.identifier(column)} = excluded.${sql.identifier(column)}`))
  await tx.execute(sql`insert into ${sql.identifier(name)} (${namesOf(all)}) select ${castAll(all)} from ${arraysOf(all)}
    on conflict (${namesOf(columnsOf(keys, rows))}) do update set ${replaced}`)
}

/** Takes rows away, named by their keys. */
export async function dropRows<Key>(
  tx: Tx,
  { name, keys }: Pick<KeyedTable<Key, never>, 'name' | 'keys'>,
  gone: readonly Key[],
): Promise<void> {
  if (gone.length === 0) return
  const columns = columnsOf(keys, gone)
  await tx.execute(sql`delete from ${sql.identifier(name)} where (${namesOf(columns)}) in
    (select ${castAll(columns)} from ${arraysOf(columns)})`)
}

function columnsOf<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): BulkColumn[] {
  return columns.map(([name, type, read]) => ({ name, type, values: rows.map(read) }))
}

const listed = (parts: SQL[]) => sql.join(parts, sql`, `)
const namesOf = (columns: readonly BulkColumn[]) => listed(columns.map(({ name }) => sql`${sql.identifier(name)}`))
