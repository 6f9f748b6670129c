import { type SQL, sql } from 'drizzle-orm'
import { v4 } from 'uuid'
import type { Tx } from '../../db/client.ts'
import type { RowOwner, TableWalls } from './table-walls.ts'

/** A column as the database describes it. */
type Column = { name: string; type: string; mustBeFilled: boolean }

export type Columns = ReadonlyMap<string, readonly Column[]>

/** The columns of every table of the product, by table. */
export async function describeColumns(tx: Tx): Promise<Columns> {
  const rows = await tx.execute<Column & { table: string }>(sql`
    select c.relname::text as table, a.attname::text as name, format_type(a.atttypid, a.atttypmod) as type,
      a.attnotnull and not a.atthasdef and a.attidentity = '' as "mustBeFilled"
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
    order by c.relname, a.attnum`)
  const tables = new Map<string, Column[]>()
  for (const { table, ...column } of rows) tables.set(table, [...(tables.get(table) ?? []), column])
  return tables
}

/** What a check of the table demands beyond the type of a column. */
const demanded: Record<string, Record<string, string>> = {
  assignments: { place_kind: 'country' },
  invitations: { place_kind: 'country', accepted_at: '2025-01-01' },
  outgoing_messages: { kind: 'invitation' },
  saved_views: { path: '/' },
}

/** A statement that adds one row with every required column filled; where it can, it belongs to `owner`. */
export function filledRow(columns: Columns, table: string, owner: RowOwner): SQL {
  const described = columns.get(table) ?? []
  const owned = ownColumns(table, owner)
  const filled = described.flatMap(({ name, type, mustBeFilled }): [string, string | null][] => {
    const given = owned[name] ?? demanded[table]?.[name]
    if (given !== undefined) return [[name, given]]
    return mustBeFilled ? [[name, fillerOf(type)]] : []
  })
  const names = filled.map(([name]) => sql.identifier(name))
  const values = filled.map(([name, value]) => sql`${value}::${sql.raw(typeOf(described, name))}`)
  return sql`insert into ${sql.identifier(table)} (${sql.join(names, sql`, `)}) values (${sql.join(values, sql`, `)})`
}

const typeOf = (columns: readonly Column[], name: string) => columns.find((one) => one.name === name)?.type ?? 'text'

/** Tables whose own id is the owner's; in others a column names the owner. */
const ids = ['facilities', 'people', 'user']

function ownColumns(table: string, { facility, place, person, chain }: RowOwner): Record<string, string> {
  const isOwner = ids.includes(table)
  return {
    ...(facility && { [isOwner ? 'id' : 'facility_id']: facility }),
    ...(place && { place_kind: place.kind, place_id: place.id }),
    ...(person && { body_id: person.bodyId, [isOwner ? 'id' : 'person_id']: person.id, user_id: person.id }),
    ...(chain && { chain_id: chain }),
  }
}

function fillerOf(type: string): string {
  if (type.endsWith('[]')) return '{}'
  if (type === 'uuid') return v4()
  if (type.startsWith('timestamp') || type === 'date') return '2025-01-01'
  if (type === 'jsonb' || type === 'json') return '{}'
  if (type === 'boolean') return 'true'
  return type === 'text' ? `filled ${v4()}` : '1'
}

/** The column by which a row of a table is known to belong to its owner. */
export function ownerColumn(columns: Columns, table: string, rows: TableWalls['rows']): SQL {
  if (rows === 'one') return sql`'one'`
  if (rows === 'places') return sql`place_id::text`
  if (rows === 'chains') return sql`chain_id::text`
  if (ids.includes(table)) return sql`id::text`
  if (rows === 'facilities') return sql`facility_id::text`
  const isAccount = columns.get(table)?.some(({ name }) => name === 'user_id')
  return isAccount ? sql`user_id::text` : sql`person_id`
}
