import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { sql } from 'drizzle-orm'
import type postgres from 'postgres'
import type { Tx } from '../client.ts'

/** A column on its way in: its name, its PostgreSQL type, and one value a row (null for SQL's null). */
export interface BulkColumn {
  name: string
  type: string
  values: readonly (string | number | null)[]
}

/**
 * Adds rows to `table`, given as columns of equal length.
 *
 * PostgreSQL takes them by COPY, the fastest way in; the embedded engine cannot be sent COPY over its socket and takes
 * arrays. Not for tables with row-level policies on PostgreSQL, where COPY is refused: stage, then move.
 */
export async function stageRows(
  tx: Tx,
  engine: 'embedded' | 'postgresql',
  table: string,
  columns: readonly BulkColumn[],
): Promise<void> {
  if (engine === 'postgresql') await copyRows(tx, table, columns)
  else await unnestRows(tx, table, columns)
}

/** Adds rows by arrays: works on both engines and on tables with policies. */
export async function unnestRows(tx: Tx, table: string, columns: readonly BulkColumn[]): Promise<void> {
  const names = sql.join(
    columns.map((column) => sql.identifier(column.name)),
    sql`, `,
  )
  await tx.execute(
    sql`insert into ${sql.identifier(table)} (${names}) select ${castAll(columns)} from ${arraysOf(columns)}`,
  )
}

/** `unnest` of all columns as text under the names c0, c1 …; to be read with `castAll`. */
export function arraysOf(columns: readonly BulkColumn[]) {
  const arrays = sql.join(
    columns.map((column) => sql`${textArray(column.values)}::text[]`),
    sql`, `,
  )
  const aliases = sql.raw(columns.map((_, index) => `c${index}`).join(', '))
  return sql`unnest(${arrays}) as staged(${aliases})`
}

export function castAll(columns: readonly BulkColumn[]) {
  return sql.raw(columns.map((column, index) => `c${index}::${column.type}`).join(', '))
}

/** The text form of a PostgreSQL array of text. */
export function textArray(values: readonly (string | number | null)[]): string {
  return `{${values.map((value) => (value === null ? 'NULL' : quoted(String(value)))).join(',')}}`
}

const plain = /^[A-Za-z0-9_.:+-]+$/

function quoted(value: string): string {
  if (plain.test(value) && value.toUpperCase() !== 'NULL') return value
  return `"${value.replace(/[\\"]/g, '\\$&')}"`
}

async function copyRows(tx: Tx, table: string, columns: readonly BulkColumn[]): Promise<void> {
  const names = columns.map((column) => `"${column.name}"`).join(', ')
  const sink = await rawClient(tx).unsafe(`copy "${table}" (${names}) from stdin`).writable()
  await pipeline(Readable.from(copyText(columns)), sink)
}

/** Adds rows by COPY, each with its values in the order of `columns`. PostgreSQL only; not for tables with policies. */
export async function copyRowsInto(
  tx: Tx,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly (string | null)[])[],
): Promise<void> {
  const names = columns.map((column) => `"${column}"`).join(', ')
  const sink = await rawClient(tx).unsafe(`copy "${table}" (${names}) from stdin`).writable()
  await pipeline(Readable.from(copyLines(rows)), sink)
}

function* copyLines(rows: readonly (readonly (string | null)[])[]): Generator<string> {
  for (let start = 0; start < rows.length; start += 1000) {
    let text = ''
    for (const row of rows.slice(start, start + 1000)) {
      for (let at = 0; at < row.length; at++) text += (at ? '\t' : '') + copyCell(row[at]!)
      text += '\n'
    }
    yield text
  }
}

/** COPY's text form in pieces of about a thousand rows, so that a large batch never stands in memory twice. */
function* copyText(columns: readonly BulkColumn[]): Generator<string> {
  const rows = columns[0]?.values.length ?? 0
  for (let start = 0; start < rows; start += 1000) {
    let text = ''
    for (let row = start; row < Math.min(start + 1000, rows); row++) {
      for (let column = 0; column < columns.length; column++) {
        text += (column ? '\t' : '') + copyCell(columns[column]?.values[row] ?? null)
      }
      text += '\n'
    }
    yield text
  }
}

const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

function copyCell(value: string | number | null): string {
  if (value === null) return '\\N'
  return typeof value === 'number'
    ? String(value)
    : value.replace(/[\\\t\n\r]/g, (character) => escapes[character] ?? character)
}

/** The postgres.js client of this transaction: drizzle has no COPY of its own and keeps its client on the session. */
function rawClient(tx: Tx): postgres.TransactionSql {
  return (tx as unknown as { session: { client: postgres.TransactionSql } }).session.client
}
